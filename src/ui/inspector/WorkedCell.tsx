import { useMemo, type JSX } from 'react';
import type { Edge, Tensor } from '../../engine';
import { foldedLines } from './Fold';
import { useInspection } from './inspection';
import styles from './inspector.module.css';
import { placeName } from './places';
import { replay } from './replay';
import { WorkedGradient } from './WorkedGradient';
import { WorkedValue } from './WorkedValue';
import { contributionsOf, termsOf, workOf } from './working';

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

/** Pixels of one line of numbers. What has not happened yet keeps the room of its lines free. */
const LINE = 20;

/** One cell with its real numbers: how its value was computed, and how its gradient came about. */
export function WorkedCell({ node, cell, withValue, edges, value, gradient }: WorkedCellProps): JSX.Element | null {
  const { recording } = useInspection();
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
  const place = placeName(program.view(node).shape, cell);
  const number = value?.data[cell];
  const sum = gradient?.data[cell];
  const termLines = terms === undefined || terms.length === 1 ? 1 : foldedLines(terms.length) + 1;
  const products = groups.reduce((count, { contributions }) => count + contributions.length, 0);
  const productLines = groups.reduce((count, group) => count + 1 + foldedLines(group.contributions.length), products > 1 ? 1 : 0);
  return (
    <section className={styles.block}>
      <h3 className={styles.heading}>{place === '' ? 'Worked out' : `One cell, worked out · ${place}`}</h3>
      <div className={styles.card}>
        {terms !== undefined &&
          (number === undefined ? (
            <p className={styles.quiet} style={{ minHeight: termLines * LINE }}>
              Its value is worked out here once it exists.
            </p>
          ) : (
            <WorkedValue node={node} terms={terms} result={number} />
          ))}
        {groups.length > 0 &&
          (sum === undefined ? (
            <p className={styles.quiet} style={{ minHeight: productLines * LINE }}>
              Its gradient is worked out here once it has arrived.
            </p>
          ) : (
            <WorkedGradient node={node} groups={groups} result={sum} />
          ))}
      </div>
    </section>
  );
}
