import { useRef } from 'react';
import { useMiniflow, usePlayback, useSettings, useWalk } from '../../context';
import { useTimeline } from '../../frame';
import shared from '../../inspector/inspector.module.css';
import { useGo } from '../../inspector/useGo';
import page from '../../page.module.css';
import styles from './circuitInspector.module.css';
import { DerivativePanel } from './DerivativePanel';
import { FaultCard } from './FaultCard';
import { GradientTable } from './GradientTable';
import { Selected } from './Selected';

/** What is selected in the circuit or, with nothing selected, what happens now; and below it what holds for all inputs. */
export function CircuitInspector() {
  const timeline = useTimeline();
  if (timeline === undefined) {
    return (
      <section className={page.waiting} aria-label="Inspector">
        <p>As soon as there is a graph, everything about its nodes and edges stands here.</p>
      </section>
    );
  }
  return <Region />;
}

function Region() {
  const region = useRef<HTMLElement>(null);
  const { set } = useMiniflow();
  const exact = useSettings(({ allDigits }) => allDigits);
  const { select } = useWalk();
  const selection = usePlayback((playback) => playback.selection);
  const asking = usePlayback((playback) => playback.asking > 0);
  const go = useGo(region, selection, select);
  return (
    // As wide as the page, it always has enough for two columns: that is what the attribute asks for.
    <section ref={region} className={`${shared.inspector} ${styles.inspector}`} aria-label="Inspector" data-selected="true">
      <div className={shared.tools}>
        <button type="button" className={shared.tool} aria-pressed={exact} onClick={() => set({ allDigits: !exact })}>
          All digits
        </button>
        {selection !== null && (
          <button type="button" className={shared.tool} aria-label="Clear selection" onClick={() => go(null)}>
            ×
          </button>
        )}
      </div>
      <FaultCard go={go} />
      <Selected go={go} exact={exact} />
      {asking ? (
        <p className={shared.quiet}>All gradients and the symbolic derivative are covered while a question is open.</p>
      ) : (
        <>
          <GradientTable exact={exact} />
          <DerivativePanel />
        </>
      )}
    </section>
  );
}
