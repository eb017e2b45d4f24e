import type { RefObject } from 'react';
import { CIRCUIT_EXAMPLES, type CircuitExample } from '../../../lessons/circuits';
import { useCircuit, useCircuitState } from '../circuitContext';
import styles from './expression.module.css';
import { replaceSpan } from './replaceSpan';

/** Expressions to begin with. @param field where they are typed */
export function Examples({ field }: { readonly field: RefObject<HTMLTextAreaElement | null> }) {
  const { openExample } = useCircuit();
  const text = useCircuitState((state) => state.text);
  const open = (example: CircuitExample, button: HTMLButtonElement): void => {
    // Typed into the box, so that undo brings back what stood there. On a touch screen that would raise the keyboard.
    const types = example.text !== text && !matchMedia('(pointer: coarse)').matches;
    if (types && field.current !== null) {
      replaceSpan(field.current, { start: 0, end: field.current.value.length }, example.text);
      button.focus();
    }
    openExample(example);
  };
  return (
    <div className={styles.chips} role="group" aria-label="Examples">
      {CIRCUIT_EXAMPLES.map((example) => (
        <button
          key={example.name}
          type="button"
          className={styles.chip}
          title={example.title}
          aria-pressed={example.text === text}
          onClick={(event) => {
            open(example, event.currentTarget);
          }}
        >
          {example.name}
        </button>
      ))}
    </div>
  );
}
