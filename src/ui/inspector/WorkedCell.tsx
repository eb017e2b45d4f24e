import type { JSX } from 'react';
import type { Edge, Tensor } from '../../engine';
import { useInspection } from './inspection';
import styles from './inspector.module.css';
import { placeName } from './places';
import { replay } from './replay';
import { WorkedGradient } from './WorkedGradient';
import { WorkedValue } from './WorkedValue';
import { workOf } from './working';

interface WorkedCellProps {
  readonly node: string;
  /** The cell's offset. */
  readonly cell: number;
  /** The edges whose contributions are spelled out. */
  readonly edges: readonly Edge[];
  /** The node's value, if its calculation is to be shown and it exists by now. */
  readonly value?: Tensor | undefined;
  /** The sum of what has come over the edges so far, if anything has. */
  readonly gradient: Tensor | undefined;
  /** Whether the backward pass starts here. */
  readonly seeded?: boolean;
}

/** One cell with its real numbers: how its value was computed, and how its gradient came about. */
export function WorkedCell({ node, cell, edges, value, gradient, seeded = false }: WorkedCellProps): JSX.Element | null {
  const { recording } = useInspection();
  const program = replay(recording);
  const work = value && workOf(program, node, cell);
  const number = value?.data[cell];
  const upstream = gradient?.data[cell];
  const place = placeName(program.view(node).shape, cell);
  const anything = edges.length > 0 || seeded || workOf(program, node, cell) !== undefined;
  if (!anything) return null;
  return (
    <section className={styles.block}>
      <h3 className={styles.heading}>{place === '' ? 'Worked out' : `One cell, worked out · ${place}`}</h3>
      <div className={styles.card}>
        {work !== undefined && number !== undefined && <WorkedValue node={node} work={work} result={number} />}
        {upstream === undefined ? (
          edges.length > 0 && <p className={styles.quiet}>{work === undefined ? 'Its gradient' : 'The gradient'} is worked out here once it has arrived.</p>
        ) : (
          <WorkedGradient node={node} cell={cell} edges={edges} result={upstream} seeded={seeded} />
        )}
      </div>
    </section>
  );
}
