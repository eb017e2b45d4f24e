import { CIRCUIT_EXAMPLES } from '../../../lessons/circuits';
import { useCircuit, useCircuitState } from '../circuitContext';
import styles from './expression.module.css';

/** Expressions to begin with. */
export function Examples() {
  const { openExample } = useCircuit();
  const text = useCircuitState((state) => state.text);
  return (
    <div className={styles.chips} role="group" aria-label="Examples">
      {CIRCUIT_EXAMPLES.map((example) => (
        <button
          key={example.name}
          type="button"
          className={styles.chip}
          title={example.title}
          aria-pressed={example.text === text}
          onClick={() => {
            openExample(example);
          }}
        >
          {example.name}
        </button>
      ))}
    </div>
  );
}
