import { useEffect } from 'react';
import { LossPanel } from '../charts/LossPanel';
import { PredictionsPanel } from '../charts/PredictionsPanel';
import { useMiniflow, WalkContext } from '../context';
import { useClock } from '../clock';
import { Now } from '../now/Now';
import styles from '../page.module.css';
import { TrainingPanel } from '../training/TrainingPanel';
import { NetworkGraph } from './NetworkGraph';
import { NetworkInspector } from './NetworkInspector';

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

function Network() {
  useClock();
  return (
    <main className={styles.main}>
      <NetworkGraph />
      <aside className={styles.side} aria-label="Training">
        <Now />
        <TrainingPanel />
      </aside>
      <div className={styles.charts}>
        <LossPanel />
        <PredictionsPanel />
      </div>
      <div className={styles.inspector} id="inspector">
        <NetworkInspector />
      </div>
    </main>
  );
}
