import { useMemo, type JSX } from 'react';
import type { Edge, Tensor } from '../../engine';
import { foldedHeight, LINE, reserved } from './Fold';
import { useInspection } from './inspection';
import styles from './inspector.module.css';
import { placeName } from '../../scene/places';
import { replay } from '../../scene/recording/replay';
import { WorkedGradient } from './WorkedGradient';
import { WorkedValue } from './WorkedValue';
import { contributionsOf, slopeOf, termsOf, workOf } from '../../scene/recording/working';
import working from './working.module.css';

interface WorkedCellProps {
  readonly node: string;
  /** The cell's offset. */
  readonly cell: number;
  /** Whether the calculation of the value belongs here. */
  readonly withValue: boolean;
  /** The edges whose contributions are spelled out. */
  readonly edges: readonly Edge[];
  /** The node's value, if it exists by now. */
  readonly value?: Tensor | undefined;
  /** The sum of what has come over the edges so far, if anything has. */
  readonly gradient: Tensor | undefined;
}

/** One cell with its real numbers: how its value was computed, and how its gradient came about. */
export function WorkedCell({ node, cell, withValue, edges, value, gradient }: WorkedCellProps): JSX.Element | null {
  const { recording, names } = useInspection();
  const program = replay(recording);
  const terms = useMemo(() => {
    const work = withValue ? workOf(program, node, cell) : undefined;
    return work && termsOf(work);
  }, [program, node, cell, withValue]);
  const groups = useMemo(
    () => edges.map((edge) => ({ edge, contributions: contributionsOf(program, edge, cell) })),
    [program, edges, cell],
  );
  if (terms === undefined && groups.length === 0) return null;
  const place = placeName(program.view(node).shape, cell, names?.get(node));
  const number = value?.data[cell];
  const sum = gradient?.data[cell];
  const slopes = edges.filter((edge) => slopeOf(program, edge, cell) !== undefined).length;
  const products = groups.map(({ contributions }) => contributions.length);
  return (
    <section className={styles.block}>
      <h3 className={styles.heading}>
        {place === '' ? 'Worked out' : 'One cell, worked out · '}
        <span className={styles.asWritten}>{place}</span>
      </h3>
      <div className={styles.card}>
        {terms !== undefined && (
          <div className={working.calculation} style={{ minHeight: reserved(heightOf([terms.length])) }}>
            {number === undefined ? (
              <p className={styles.quiet}>The value is not computed yet.</p>
            ) : (
              <WorkedValue node={node} terms={terms} result={number} />
            )}
          </div>
        )}
        {groups.length > 0 && (
          <div className={working.calculation} style={{ minHeight: reserved(heightOf(products) + (groups.length + slopes + 1) * LINE + (groups.length > 1 || products[0] !== 1 ? groups.length * GAP : 0)) }}>
            {sum === undefined ? (
              <p className={styles.quiet}>The gradient has not arrived yet.</p>
            ) : (
              <WorkedGradient node={node} cell={cell} groups={groups} result={sum} />
            )}
          </div>
        )}
      </div>
    </section>
  );
}

/** Pixels between calculations. */
const GAP = 6;

/** The height of some lists of lines and, unless there is but one line, of their sum: the room that they will need. */
function heightOf(lists: readonly number[]): number {
  const lines = lists.reduce((sum, count) => sum + count, 0);
  return lists.reduce((sum, count) => sum + foldedHeight(count), lines === 1 ? 0 : LINE);
}
