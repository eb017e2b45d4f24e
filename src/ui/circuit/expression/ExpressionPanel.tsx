import { useId, useRef } from 'react';
import panel from '../../training/training.module.css';
import { useCircuitState } from '../circuitContext';
import { Examples } from './Examples';
import { ExpressionEditor } from './ExpressionEditor';
import { LineList } from './LineList';
import { ProblemNote } from './ProblemNote';
import styles from './expression.module.css';
import { sizeWords, startWords } from './words';

/** The expression: its text, what is wrong with it, and others to begin with. */
export function ExpressionPanel() {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const hasProblem = useCircuitState(({ problem }) => problem !== undefined);
  const size = useCircuitState(({ expression }) => sizeWords(expression));
  return (
    <section className={panel.panel} aria-labelledby={`${id}-heading`}>
      <div className={styles.head}>
        <h2 id={`${id}-heading`} className={panel.heading}>
          Expression
        </h2>
        <p className={styles.size}>{size}</p>
      </div>
      <div>
        <ExpressionEditor field={field} describedBy={hasProblem ? `${id}-problem` : undefined} />
        <ProblemNote id={`${id}-problem`} field={field} />
      </div>
      <StartNote />
      <Examples field={field} />
      <LineList />
    </section>
  );
}

/** Lines such as `x = 3` only say where an input starts; it may be elsewhere by now. */
function StartNote() {
  const words = useCircuitState(({ expression, inputs }) => startWords(expression.defaults, inputs));
  return words === undefined ? null : <p className={styles.size}>{words}</p>;
}
