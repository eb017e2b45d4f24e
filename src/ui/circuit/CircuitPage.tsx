import { useClock } from '../clock';
import styles from '../page.module.css';
import { CircuitGraph } from './CircuitGraph';
import { CircuitInspector } from './inspector/CircuitInspector';
import { CircuitCharts } from './charts/CircuitCharts';
import { DescentPanel } from './descent/DescentPanel';
import { useDescentClock } from './descent/descentClock';
import { ToolDock } from '../tools/ToolDock';
import { ExpressionPanel } from './expression/ExpressionPanel';
import { InputsPanel } from './inputs/InputsPanel';

/** The circuit: an expression, its graph, its gradients and the descent along them. */
export function CircuitPage() {
  useClock();
  useDescentClock();
  return (
    <main className={styles.main}>
      <CircuitGraph />
      <aside className={styles.side} aria-label="Expression and inputs">
        <ExpressionPanel />
        <InputsPanel />
        <DescentPanel />
      </aside>
      <ToolDock title="Charts">
        <div className={styles.charts}>
          <CircuitCharts />
        </div>
      </ToolDock>
      <div className={styles.inspector} id="inspector">
        <CircuitInspector />
      </div>
    </main>
  );
}
