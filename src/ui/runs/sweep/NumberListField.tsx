import { useId } from 'react';
import section from '../section.module.css';
import styles from './sweepForm.module.css';

interface NumberListFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Why what was typed does not do. */
  readonly problem: string | undefined;
}

/** Several numbers, with commas between them. */
export function NumberListField({ label, value, onChange, problem }: NumberListFieldProps) {
  const id = useId();
  return (
    <div className={styles.listField}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.input}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {problem === undefined ? null : (
        <p id={`${id}-problem`} className={section.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
