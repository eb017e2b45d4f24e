import { useEffect } from 'react';
import { useMiniflow, WalkContext } from '../context';
import { useClock } from '../clock';
import { later } from '../later';
import { useNarrow } from '../narrow';
import { Now } from '../now/Now';
import styles from '../page.module.css';
import { useHeldStep, usePastStep } from '../training/past';
import { ToolDock } from '../tools/ToolDock';
import { PastBanner } from '../training/PastBanner';
import { TrainingPanel } from '../training/TrainingPanel';
import { NetworkGraph } from './NetworkGraph';
import { NoGraphYet } from './NoGraphYet';

/* What the first picture of the graph does not need. */
const LossPanel = later(async () => (await import('../charts/LossPanel')).LossPanel, <section />);
const PredictionsPanel = later(async () => (await import('../charts/PredictionsPanel')).PredictionsPanel, <section />);
const NetworkInspector = later(async () => (await import('./NetworkInspector')).NetworkInspector, <NoGraphYet />);

/** The Boston network: its graph, its training, its charts. */
export function NetworkPage() {
  const miniflow = useMiniflow();
  useEffect(() => {
    if (miniflow.training.getState().dataset === undefined) void miniflow.load();
  }, [miniflow]);
  return (
    <WalkContext value={miniflow}>
      <Network />
    </WalkContext>
  );
}

/** What happens at this moment; of a step in the past, in the same place, which it is. */
function NetworkNow() {
  const [past, held] = [usePastStep(), useHeldStep()];
  const narrow = useNarrow();
  // On a phone that stands over the graph, which is far from here.
  const isPast = (past ?? held) !== undefined && !narrow;
  return isPast ? <Now instead={<PastBanner />} /> : <Now />;
}

function Network() {
  useClock();
  return (
    <main className={`${styles.main ?? ''} ${styles.timed ?? ''}`}>
      <NetworkGraph />
      <aside className={styles.side} aria-label="Training">
        <NetworkNow />
        <TrainingPanel />
      </aside>
      <ToolDock title="Charts">
        <div className={styles.charts}>
          <LossPanel />
          <PredictionsPanel />
        </div>
      </ToolDock>
      <div className={styles.inspector} id="inspector">
        <NetworkInspector />
      </div>
    </main>
  );
}
