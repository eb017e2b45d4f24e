import { useMemo, useState } from 'react';
import { findOp, type Graph } from '../../../engine';
import { formatName } from '../../../scene/format';
import { isProduct, productOf, unfoldedBy, type ProductPart, type Product } from '../../../study/unfold/product';
import { usePlayback, useWalk } from '../../context';
import { Choice } from '../../controls/Choice';
import { Segments } from '../../controls/Segments';
import { useSceneState, useTimeline } from '../../frame';
import { proposalOf } from '../proposal';
import styles from './unfold.module.css';
import { UnfoldPanel } from './UnfoldPanel';

/** Opens a matrix product into its cells: which row and which column make each of them, forward and backward. */
export function UnfoldTool() {
  const timeline = useTimeline();
  const state = useSceneState();
  const selection = usePlayback((playback) => playback.selection);
  const graph = timeline?.recording.graph;
  const unfolded = useMemo(() => graph && unfoldedBy(graph, selection), [graph, selection]);
  const shapes = timeline?.shapes;
  // A part that the reader has switched to holds until something else is selected.
  const [switched, setSwitched] = useState<{ readonly instead: typeof selection; readonly node: string; readonly part: ProductPart }>();
  const node = unfolded?.node;
  const product = useMemo(() => (node === undefined || shapes === undefined ? undefined : productOf(node, shapes)), [node, shapes]);
  if (timeline === undefined || state === undefined) return <p className={styles.absence}>There is no iteration yet. As soon as one has been computed, its matrix products unfold here.</p>;
  if (unfolded === undefined || product === undefined) {
    return (
      <p className={styles.absence}>
        Nothing in this graph unfolds: it has no product of matrices. What does is a linear layer, <span className={styles.whole}>X · W + b</span>, or a matrix product{' '}
        <span className={styles.whole}>A · B</span>; the network that learns the Boston prices has two.
      </p>
    );
  }
  const own = switched?.instead === selection && switched.node === product.node.id ? switched.part : unfolded.part;
  const part = own === 2 && product.bias === 0 ? 'value' : own;
  return (
    <div className={styles.unfold}>
      <Head graph={timeline.recording.graph} product={product} proposed={selection === null} part={part} onPart={(to) => setSwitched({ instead: selection, node: product.node.id, part: to })} />
      <UnfoldPanel key={`${part} ${product.node.id}`} recording={timeline.recording} state={state} product={product} part={part} />
    </div>
  );
}

interface HeadProps {
  readonly graph: Graph;
  readonly product: Product;
  /** Whether nothing is selected, so that it is a proposal. */
  readonly proposed: boolean;
  readonly part: ProductPart;
  readonly onPart: (part: ProductPart) => void;
}

/** Which product is unfolded, and what of it. */
function Head({ graph, product: { node }, proposed, part, onPart }: HeadProps) {
  const { select } = useWalk();
  const products = graph.nodes.filter(isProduct).map(({ id, op }) => [id, `${formatName(id)} · ${findOp(op)?.title ?? op}`] as const);
  const titles = new Map<ProductPart, string>([['value', 'forward'], ...([1, 2, 0] as const).flatMap((port) => partBy(port, node.inputs[port], graph.output))]);
  return (
    <div className={styles.head}>
      <Choice label="Unfold" value={node.id} options={products} onChange={(id) => select({ kind: 'node', id })} />
      <div className={styles.parts}>
        <Segments label="What is unfolded" value={part} options={[...titles.keys()]} titles={titles} onChange={onPart} />
      </div>
      {proposed && <p className={styles.proposal}>{proposalOf(node.id)}</p>}
    </div>
  );
}

function partBy(port: 0 | 1 | 2, input: string | undefined, output: string): (readonly [ProductPart, string])[] {
  return input === undefined ? [] : [[port, `∂${formatName(output)}/∂${formatName(input)}`]];
}
