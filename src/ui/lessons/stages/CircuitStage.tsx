import type { Circuit } from '../../../store/circuit/circuit';
import { CircuitCharts } from '../../circuit/charts/CircuitCharts';
import { CircuitContext } from '../../circuit/circuitContext';
import { CircuitGraph } from '../../circuit/CircuitGraph';
import { useDescentClock } from '../../circuit/descent/descentClock';
import { DescentPanel } from '../../circuit/descent/DescentPanel';
import { InputsPanel } from '../../circuit/inputs/InputsPanel';
import { SelectedInspector } from '../../circuit/inspector/SelectedInspector';
import { useClock } from '../../clock';
import page from '../../page.module.css';
import { ToolDock } from '../../tools/ToolDock';
import styles from './stages.module.css';

interface CircuitStageProps {
  readonly circuit: Circuit;
  /** Whether gradient descent belongs to it. */
  readonly descends: boolean;
}

/** An expression of a lesson: its graph, its sliders and, where it descends, the descent and its charts. */
export function CircuitStage({ circuit, descends }: CircuitStageProps) {
  return (
    <CircuitContext value={circuit}>
      <Running />
      <CircuitGraph />
      <ToolDock title={descends ? 'Descent' : 'Inputs'}>
        <div className={descends ? styles.descent : styles.inputs}>
          <div className={styles.panel}>
            {descends ? <DescentPanel /> : null}
            <InputsPanel ticks={false} />
          </div>
          {descends ? (
            <div className={page.charts}>
              <CircuitCharts />
            </div>
          ) : (
            <div className={styles.scroller}>
              <SelectedInspector />
            </div>
          )}
        </div>
      </ToolDock>
    </CircuitContext>
  );
}

/** Time: of the walk, and of the descent. */
function Running() {
  useClock();
  useDescentClock();
  return null;
}
