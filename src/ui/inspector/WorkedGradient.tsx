import { useMemo, type JSX } from 'react';
import type { Edge } from '../../engine';
import { formatName } from '../../scene/format';
import { Fold } from './Fold';
import { useInspection } from './inspection';
import { fullPlaceName } from './places';
import { contributingEdges, portNameOf } from '../../scene/recording/recordingIndex';
import { replay } from '../../scene/recording/replay';
import { SelectButton } from './SelectButton';
import type { Contribution } from '../../scene/recording/working';
import { differenceOf } from '../../scene/recording/verdict';
import styles from './working.module.css';

interface WorkedGradientProps {
  readonly node: string;
  /** The cell's offset. */
  readonly cell: number;
  /** What comes over each edge. */
  readonly groups: readonly { readonly edge: Edge; readonly contributions: readonly Contribution[] }[];
  /** The sum so far. */
  readonly result: number;
}

/** How one cell of a gradient came about: local derivative times upstream, for every cell that it reaches, summed. */
export function WorkedGradient({ node, cell, groups, result }: WorkedGradientProps): JSX.Element {
  const { recording, state, format } = useInspection();
  const output = formatName(recording.graph.output);
  const arrived = groups.filter(({ edge }) => state.edges.get(edge.id)?.flow !== undefined);
  // Compared only once it is whole: an edge's share of it has no difference quotient of its own.
  const whole = arrived.length === contributingEdges(recording, node).length;
  const lines = arrived.reduce((sum, { contributions }) => sum + contributions.length, 0);
  return (
    <>
      {arrived.map(({ edge, contributions }) => (
        <div key={edge.id}>
          <p className={styles.caption}>
            ∂{formatName(edge.to)}/∂{formatName(node)} × ∂{output}/∂{formatName(edge.to)}
            {groups.length > 1 && `, port ${portNameOf(recording, edge)}`}
          </p>
          <Fold
            count={contributions.length}
            noun="terms"
            render={(index) => <Product contribution={contributions[index]} first={index === 0} />}
          />
        </div>
      ))}
      {lines !== 1 && (
        <p className={styles.line}>
          <span className={styles.result}>= {format(result)}</span>
        </p>
      )}
      {whole && <Difference node={node} cell={cell} />}
    </>
  );
}

/** The same cell by central differences: an independent witness. */
function Difference({ node, cell }: { readonly node: string; readonly cell: number }): JSX.Element {
  const { recording, format } = useInspection();
  const program = replay(recording);
  const { numeric, agrees } = useMemo(() => differenceOf(program, node, cell), [program, node, cell]);
  return (
    <p className={styles.difference}>
      central difference {format(numeric)}
      {agrees && (
        <>
          <span aria-hidden="true"> ✓</span>
          <i className="visually-hidden">, which agrees</i>
        </>
      )}
    </p>
  );
}

/** `local × upstream = product`; the local derivative belongs to the edge, the upstream gradient to its reader. */
function Product({ contribution, first }: { readonly contribution: Contribution | undefined; readonly first: boolean }): JSX.Element {
  const { recording, format } = useInspection();
  if (contribution === undefined) return <></>;
  const { edge, output, local, upstream, product } = contribution;
  const { shape } = replay(recording).view(edge.to);
  const [from = '', to = '', top = ''] = [edge.from, edge.to, recording.graph.output].map(formatName);
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
      </SelectButton>{' '}
      <span className={styles.result}>= {format(product)}</span>
    </span>
  );
}
