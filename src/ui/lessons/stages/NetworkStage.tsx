import { useEffect } from 'react';
import { LossPanel } from '../../charts/LossPanel';
import { useClock } from '../../clock';
import { useMiniflow } from '../../context';
import { NetworkGraph } from '../../network/NetworkGraph';
import { ToolDock } from '../../tools/ToolDock';
import { TrainingPanel } from '../../training/TrainingPanel';
import styles from './stages.module.css';

/** The reader's own network, as on its page: what a lesson does to it stays done. */
export function NetworkStage() {
  const miniflow = useMiniflow();
  useClock();
  useEffect(() => {
    if (miniflow.training.getState().dataset === undefined) void miniflow.load();
  }, [miniflow]);
  return (
    <>
      <NetworkGraph />
      <ToolDock title="Training">
        <div className={styles.training}>
          <div className={styles.panel}>
            <TrainingPanel />
          </div>
          <LossPanel />
        </div>
      </ToolDock>
    </>
  );
}
