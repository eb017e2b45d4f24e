import type { ReactNode } from 'react';
import type { Witness } from '../../../scene/circuit/gradients';
import styles from './gradientTable.module.css';

interface CellProps {
  /** Its column. */
  readonly column: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A cell that can also stand on a line of its own, with the name of its column. */
export function Cell({ column, className, children }: CellProps) {
  // Browsers take cells that are displayed otherwise for no cells any more, unless they are told.
  return (
    <td role="cell" className={className} data-column={column}>
      <span>{children}</span>
    </td>
  );
}

interface WitnessCellProps {
  readonly column: string;
  readonly witness: Witness;
  /** The number of its note. */
  readonly mark: number | undefined;
  readonly format: (value: number) => string;
}

/** A gradient that was found in another way, and whether it agrees. */
export function WitnessCell({ column, witness: { value, agrees }, mark, format }: WitnessCellProps) {
  if (value === undefined) {
    return (
      <Cell column={column} className={styles.none}>
        <span aria-hidden="true">–</span>
        <i className="visually-hidden">none</i>
        <Mark number={mark} />
      </Cell>
    );
  }
  return (
    <Cell column={column}>
      {format(value)}{' '}
      <span aria-hidden="true" className={agrees ? styles.tick : styles.differs}>
        {agrees ? '✓' : '≠'}
      </span>
      <i className="visually-hidden">{agrees ? ', agrees' : ', differs'}</i>
      <Mark number={mark} />
    </Cell>
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
