import styles from './segments.module.css';

interface SegmentsProps<T extends string | number> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  /** What stands on an option, if not the option itself. */
  readonly titles?: ReadonlyMap<T, string>;
  readonly onChange: (value: T) => void;
}

/** One of a few, all in sight. */
export function Segments<T extends string | number>({ label, value, options, titles, onChange }: SegmentsProps<T>) {
  return (
    <div className={styles.segments} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          onClick={() => {
            onChange(option);
          }}
        >
          {titles?.get(option) ?? option}
        </button>
      ))}
    </div>
  );
}
