import styles from './controls.module.css';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, text: string])[];
  readonly onChange: (value: T) => void;
  /** Whether the label is for ears only. */
  readonly bare?: boolean;
}

/** One of a few, by the browser's own list. */
export function Choice<T extends string>({ label, value, options, onChange, bare = false }: ChoiceProps<T>) {
  return (
    <label className={styles.choice}>
      <span className={bare ? 'visually-hidden' : undefined}>{label}</span>
      <select
        className={styles.select}
        value={value}
        onChange={(event) => {
          const chosen = options.find(([option]) => option === event.target.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
