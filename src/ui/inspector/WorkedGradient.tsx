import type { JSX } from 'react';
import { isLeaf, type Edge } from '../../engine';
import { bracketsBehindOperator, formatName } from '../../scene/format';
import { Difference } from './Difference';
import { Fold } from './Fold';
import { useInspection } from './inspection';
import { Pieces } from './Pieces';
import { fullPlaceName } from '../../scene/places';
import { contributingEdges, indexOf, portNameOf } from '../../scene/recording/recordingIndex';
import { replay } from '../../scene/recording/replay';
import { SelectButton } from './SelectButton';
import { signOf } from '../../scene/recording/spelling';
import { formatSubstituted } from '../../scene/recording/substituted';
import { spellOnLine } from './spellOnLine';
import { nodeOfOperand, slopeOf, soleOperand, statesResult, type Contribution } from '../../scene/recording/working';
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
          <Slope edge={edge} cell={cell} local={contributions[0]?.local} />
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

/** How the local derivative comes about, where that takes a calculation. */
function Slope({ edge, cell, local }: { readonly edge: Edge; readonly cell: number; readonly local: number | undefined }): JSX.Element | null {
  const { recording, format } = useInspection();
  const work = slopeOf(replay(recording), edge, cell);
  if (work === undefined || local === undefined) return null;
  // One number alone is the result itself: what there is to tell is whose value it is.
  const reader = indexOf(recording).nodes.get(edge.to);
  const alone = soleOperand(work);
  const { sign, pieces } = spellOnLine(work);
  const owner = reader === undefined || isLeaf(reader) ? undefined : alone && nodeOfOperand(reader, alone);
  return (
    <p className={styles.line}>
      <span className={styles.sign}>{sign}</span>
      <Pieces node={edge.to} pieces={pieces} />
      {owner !== undefined ? `, the value of ${formatName(owner)}` : !statesResult(work) && ` = ${format(local)}`}
    </p>
  );
}

/** `local × upstream = product`; the local derivative belongs to the edge, the upstream gradient to its reader. */
function Product({ contribution, first }: { readonly contribution: Contribution | undefined; readonly first: boolean }): JSX.Element {
  const { recording, format, names } = useInspection();
  if (contribution === undefined) return <></>;
  const { edge, output, local, upstream, product } = contribution;
  const { sign, magnitude } = signOf(local, first);
  const { shape } = replay(recording).view(edge.to);
  const written = formatSubstituted(upstream, format);
  const [open, close] = bracketsBehindOperator(written);
  const [from = '', to = '', top = ''] = [edge.from, edge.to, recording.graph.output].map(formatName);
  return (
    <span className={styles.line}>
      <span className={styles.sign}>{sign}</span>
      <SelectButton to={{ kind: 'edge', id: edge.id }} className={styles.operand} title={`local derivative ∂${to}/∂${from}`}>
        {formatSubstituted(magnitude, format)}
      </SelectButton>{' '}
      <span className={styles.whole}>
        {`× ${open}`}
        <SelectButton
          to={{ kind: 'node', id: edge.to }}
          chosen={{ node: edge.to, cell: output }}
          className={styles.upstream}
          title={fullPlaceName(`∂${top}/∂${to}`, shape, output, names?.get(edge.to))}
        >
          {written}
        </SelectButton>
        {close}
      </span>{' '}
      <span className={styles.result}>= {format(product)}</span>
    </span>
  );
}
