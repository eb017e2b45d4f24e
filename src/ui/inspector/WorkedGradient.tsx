import { useMemo, type JSX } from 'react';
import type { Edge } from '../../engine';
import { formatName } from '../../scene/format';
import { Fold } from './Fold';
import { useInspection } from './inspection';
import { fullPlaceName } from './places';
import { replay } from './replay';
import { SelectButton } from './SelectButton';
import { contributionsOf, type Contribution } from './working';
import styles from './working.module.css';

interface WorkedGradientProps {
  readonly node: string;
  readonly cell: number;
  readonly edges: readonly Edge[];
  /** The sum so far. */
  readonly result: number;
  readonly seeded: boolean;
}

/** How one cell of a gradient came about: local derivative times upstream, for every cell that it reaches, summed. */
export function WorkedGradient({ node, cell, edges, result, seeded }: WorkedGradientProps): JSX.Element {
  const { recording, state, format } = useInspection();
  const program = replay(recording);
  const groups = useMemo(
    () => edges.map((edge) => ({ edge, contributions: contributionsOf(program, edge, cell) })),
    [program, edges, cell],
  );
  const { output } = recording.graph;
  const arrived = groups.filter(({ edge }) => state.edges.get(edge.id)?.flow !== undefined);
  const lines = arrived.reduce((sum, { contributions }) => sum + contributions.length, 0);
  return (
    <div className={styles.gradient}>
      {seeded && (
        <p className={styles.line}>
          ∂{formatName(output)}/∂{formatName(output)} <span className={styles.result}>= 1</span>, where the backward pass starts
        </p>
      )}
      {arrived.map(({ edge, contributions }) => (
        <div key={edge.id}>
          <p className={styles.caption}>
            ∂{formatName(edge.to)}/∂{formatName(node)} × ∂{formatName(output)}/∂{formatName(edge.to)}
            {edges.length > 1 && `, through ${formatName(edge.to)}`}
          </p>
          <Fold
            count={contributions.length}
            noun="terms"
            render={(index) => <Product contribution={contributions[index]} first={index === 0} />}
          />
        </div>
      ))}
      {(lines > 1 || (lines === 0 && !seeded)) && (
        <p className={styles.line}>
          <span className={styles.sign} />
          <span className={styles.result}>= {format(result)}</span>
        </p>
      )}
    </div>
  );
}

/** `local × upstream = product`; the local derivative belongs to the edge, the upstream gradient to its reader. */
function Product({ contribution, first }: { readonly contribution: Contribution | undefined; readonly first: boolean }): JSX.Element {
  const { recording, format } = useInspection();
  if (contribution === undefined) return <></>;
  const { edge, output, local, upstream, product } = contribution;
  const { shape } = replay(recording).view(edge.to);
  const [from, to, top] = [edge.from, edge.to, recording.graph.output].map(formatName);
  return (
    <span className={styles.line}>
      <span className={styles.sign}>{first ? '' : '+'}</span>
      <SelectButton to={{ kind: 'edge', id: edge.id }} className={styles.operand} title={`local derivative ∂${to}/∂${from}`}>
        {format(local)}
      </SelectButton>
      {' × '}
      <SelectButton
        to={{ kind: 'node', id: edge.to }}
        chosen={{ node: edge.to, cell: output }}
        className={styles.upstream}
        title={fullPlaceName(`∂${top}/∂${to}`, shape, output)}
      >
        {format(upstream)}
      </SelectButton>
      {' '}
      <span className={styles.result}>= {format(product)}</span>
    </span>
  );
}
