import { useEffect } from 'react';
import type { Miniflow } from '../store/miniflow';
import styles from './page.module.css';
import { MiniflowContext } from './context';
import { LossPanel } from './charts/LossPanel';
import { PredictionsPanel } from './charts/PredictionsPanel';
import { useClock } from './clock';
import { GraphPanel } from './graph/GraphPanel';
import { Header } from './header/Header';
import { InspectorPanel } from './InspectorPanel';
import { Now } from './now/Now';
import { useTheme } from './theme';
import { TrainingPanel } from './training/TrainingPanel';

/** The whole page. */
export function App({ miniflow }: { readonly miniflow: Miniflow }) {
  useEffect(() => {
    void miniflow.load();
  }, [miniflow]);
  return (
    <MiniflowContext value={miniflow}>
      <Page />
    </MiniflowContext>
  );
}

function Page() {
  useTheme();
  useClock();
  return (
    <div className={styles.page}>
      <Header />
      <main className={styles.main}>
        <GraphPanel />
        <aside className={styles.side} aria-label="Training">
          <Now />
          <TrainingPanel />
        </aside>
        <div className={styles.charts}>
          <LossPanel />
          <PredictionsPanel />
        </div>
        <div className={styles.inspector} id="inspector">
          <InspectorPanel />
        </div>
      </main>
    </div>
  );
}
