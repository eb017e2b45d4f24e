import { DataSettings } from './DataSettings';
import { NetworkSettings } from './NetworkSettings';
import { StopSettings } from './StopSettings';

/** What is set more seldom, folded away. */
export function FoldedSettings() {
  return (
    <>
      <DataSettings />
      <NetworkSettings />
      <StopSettings />
    </>
  );
}
