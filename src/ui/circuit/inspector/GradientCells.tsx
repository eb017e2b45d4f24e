import type { Witness } from '../../../scene/circuit/gradients';
import styles from './gradientTable.module.css';

interface WitnessCellProps {
  readonly witness: Witness;
  /** The number of its note. */
  readonly mark: number | undefined;
  readonly format: (value: number) => string;
}

/** A gradient that was found in another way, and whether it agrees. */
export function WitnessCell({ witness: { value, agrees }, mark, format }: WitnessCellProps) {
  if (value === undefined) {
    return (
      <td className={styles.none}>
        <span aria-hidden="true">–</span>
        <i className="visually-hidden">none</i>
        <Mark number={mark} />
      </td>
    );
  }
  return (
    <td>
      {format(value)}{' '}
      <span aria-hidden="true" className={agrees ? styles.tick : styles.differs}>
        {agrees ? '✓' : '≠'}
      </span>
      <i className="visually-hidden">{agrees ? ', agrees' : ', differs'}</i>
      <Mark number={mark} />
    </td>
  );
}

/** The number of a note below the table. */
export function Mark({ number }: { readonly number: number | undefined }) {
  if (number === undefined) return null;
  return (
    <sup className={styles.mark}>
      <i className="visually-hidden">, note </i>
      {number}
    </sup>
  );
}
