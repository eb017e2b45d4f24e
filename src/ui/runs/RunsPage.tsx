import { useEffect } from 'react';
import { useMiniflow } from '../context';
import { CompareSection } from './compare/CompareSection';
import { HistogramsSection } from './histograms/HistogramsSection';
import styles from './runsPage.module.css';
import { SweepSection } from './sweep/SweepSection';
import { RunsSection } from './table/RunsSection';

/** All runs at once: their table, two of them side by side, many of them by learning rate and batch size, one of them from within. */
export function RunsPage() {
  const miniflow = useMiniflow();
  useEffect(() => {
    if (miniflow.training.getState().dataset === undefined) void miniflow.load();
  }, [miniflow]);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <RunsSection />
        <CompareSection />
        <SweepSection />
        <HistogramsSection />
      </div>
    </main>
  );
}
