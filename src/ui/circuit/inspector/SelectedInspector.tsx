import { useRef } from 'react';
import { usePlayback, useSettings, useWalk } from '../../context';
import shared from '../../inspector/inspector.module.css';
import { useGo } from '../../inspector/useGo';
import { Selected } from './Selected';

/** What is selected in a circuit or, with nothing selected, what happens now; nothing that the moment has not reached. */
export function SelectedInspector() {
  const region = useRef<HTMLElement>(null);
  const { select } = useWalk();
  const exact = useSettings(({ allDigits }) => allDigits);
  const selection = usePlayback((playback) => playback.selection);
  const go = useGo(region, selection, select);
  return (
    <section ref={region} className={shared.inspector} aria-label="Inspector" data-selected={selection !== null}>
      <Selected go={go} exact={exact} />
    </section>
  );
}
