import { later } from '../later';
import { useHealth } from './useFindings';

const HealthPanel = later(async () => (await import('./HealthPanel')).HealthPanel, null);

/** What is wrong with the training, and what to try; nothing as long as all is well. */
export function Health() {
  const { findings, news } = useHealth();
  return (
    <>
      {/* It has to be there before there is anything to say. */}
      <p className="visually-hidden" role="status">
        {news}
      </p>
      {findings.length > 0 && <HealthPanel findings={findings} />}
    </>
  );
}
