import { useId } from 'react';
import { formatCount, formatName } from '../../../scene/format';
import { DESCENT_LIMITS, DESCENT_PACES } from '../../../store/circuit/descentSettings';
import { Button } from '../../controls/Button';
import { Choice } from '../../controls/Choice';
import { Icon } from '../../controls/Icon';
import { NumberSetting } from '../../controls/NumberSetting';
import panel from '../../training/training.module.css';
import { useCircuit, useCircuitState } from '../circuitContext';
import { DescentStatus } from './DescentStatus';
import { hindranceWords } from './descentWords';
import styles from './descent.module.css';

const PACE_OPTIONS: readonly (readonly [string, string])[] = DESCENT_PACES.map((pace) => [
  String(pace),
  pace === 'full' ? 'full speed' : `${formatCount(pace)} steps / s`,
]);

const RULES = {
  learningRate: { ...DESCENT_LIMITS.learningRate, whole: false, above: true, logFrom: 1e-5 },
  threshold: { ...DESCENT_LIMITS.threshold, whole: false, above: true, logFrom: 1e-12 },
  iterations: { ...DESCENT_LIMITS.iterations, whole: true, logFrom: 1, unit: 'iterations' },
} as const;

/** Gradient descent on the output: its buttons, how it stands, its settings. */
export function DescentPanel() {
  const id = useId();
  const { setDescent } = useCircuit();
  const { learningRate, threshold, iterations, pace } = useCircuitState((state) => state.settings);
  const output = useCircuitState(({ expression }) => expression.graph.output);
  return (
    <section className={`${panel.panel ?? ''} ${styles.descent ?? ''}`} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} className={panel.heading}>
        Gradient descent on <span className={styles.output}>{formatName(output)}</span>
      </h2>
      <DescentButtons />
      <DescentStatus />
      <NumberSetting
        label="Learning rate"
        value={learningRate}
        rule={RULES.learningRate}
        onChange={(value) => {
          setDescent({ learningRate: value });
        }}
      />
      <NumberSetting
        label="Stop when a step is under"
        called="The step length to stop at"
        value={threshold}
        rule={RULES.threshold}
        onChange={(value) => {
          setDescent({ threshold: value });
        }}
      />
      <NumberSetting
        label="Most iterations"
        called="The number of iterations"
        value={iterations}
        rule={RULES.iterations}
        onChange={(value) => {
          setDescent({ iterations: value });
        }}
      />
      <Choice
        label="Pace"
        value={String(pace)}
        options={PACE_OPTIONS}
        onChange={(value) => {
          const chosen = DESCENT_PACES.find((option) => String(option) === value);
          if (chosen !== undefined) setDescent({ pace: chosen });
        }}
      />
    </section>
  );
}

function DescentButtons() {
  const id = useId();
  const { descend, pauseDescent, stepDescent, resetDescent } = useCircuit();
  const running = useCircuitState(({ descent }) => descent.running);
  const begun = useCircuitState(({ descent }) => descent.path.count > 0);
  const isOver = useCircuitState(({ descent: { outcome } }) => outcome !== undefined && outcome.kind !== 'iterations');
  const hindrance = useCircuitState(hindranceWords);
  const blocked = isOver || hindrance !== undefined;
  // What ended a descent says enough.
  const reason = isOver ? undefined : hindrance;
  const describedBy = reason === undefined ? undefined : `${id}-reason`;
  return (
    <>
      <div className={panel.buttons}>
        {running ? (
          <Button look="primary" aria-label="Pause descent" onClick={pauseDescent}>
            <Icon name="pause" size={14} />
            Pause
          </Button>
        ) : (
          <Button look="primary" disabled={blocked} aria-describedby={describedBy} onClick={descend}>
            <Icon name="play" size={14} />
            Descend
          </Button>
        )}
        <Button aria-label="Step once" disabled={blocked} aria-describedby={describedBy} title="Step once, against the gradient" onClick={stepDescent}>
          Step
        </Button>
        <Button aria-label="Reset descent" disabled={!begun} title="Back to where the descent started" onClick={resetDescent}>
          Reset
        </Button>
      </div>
      {reason === undefined ? null : (
        <p className={styles.reason} id={`${id}-reason`}>
          {reason}
        </p>
      )}
    </>
  );
}
