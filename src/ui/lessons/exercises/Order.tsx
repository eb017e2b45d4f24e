import { useState } from 'react';
import { isLeaf, type Graph } from '../../../engine';
import { formatName } from '../../../scene/format';
import { listed } from '../../../scene/listed';
import { Button } from '../../controls/Button';
import { useTimeline } from '../../frame';
import { ExerciseFrame } from './ExerciseFrame';
import styles from './exercises.module.css';
import { useExercise } from './useExercise';

/** Putting the nodes of the graph into an order in which they can be computed. There may be many. */
export function Order({ id }: { readonly id: string }) {
  const { solved, onSolved } = useExercise(id, 'order');
  const graph = useTimeline()?.recording.graph;
  const [order, setOrder] = useState<readonly string[]>([]);
  const [verdict, setVerdict] = useState('');
  if (graph === undefined) return null;
  // By name: the graph's own list may well be in an order that works.
  const left = graph.nodes.map((node) => node.id).filter((node) => !order.includes(node)).toSorted();

  const take = (node: string): void => {
    const missing = missingBefore(graph, node, order);
    if (missing.length > 0) {
      setVerdict(`✗ ${formatName(node)} reads ${namesOf(missing)}, which ${missing.length === 1 ? 'has' : 'have'} no place in the order yet.`);
      return;
    }
    const next = [...order, node];
    setOrder(next);
    const isDone = next.length === graph.nodes.length;
    setVerdict(isDone ? '✓ In this order every node finds what it reads already computed.' : `${formatName(node)} is number ${next.length}.`);
    if (isDone) onSolved();
  };

  return (
    <ExerciseFrame title="Put them in order" solved={solved}>
      <p className={styles.label}>Take the nodes one after the other, so that each can be computed when its turn comes.</p>
      <div className={styles.chips} role="group" aria-label="Nodes without a place">
        {left.map((node) => (
          <Button key={node} onClick={() => take(node)}>
            {formatName(node)}
          </Button>
        ))}
      </div>
      <ol className={styles.order} aria-label="Order so far">
        {order.map((node) => (
          <li key={node}>{formatName(node)}</li>
        ))}
      </ol>
      <div className={styles.row}>
        <Button
          look="quiet"
          disabled={order.length === 0}
          onClick={() => {
            setOrder([]);
            setVerdict('');
          }}
        >
          Begin again
        </Button>
        <p role="status" className={styles.verdict} data-right={verdict.startsWith('✓') ? true : verdict.startsWith('✗') ? false : undefined}>
          {verdict}
        </p>
      </div>
    </ExerciseFrame>
  );
}

/** What a node reads that has no place in the order yet. */
function missingBefore({ nodes }: Graph, id: string, order: readonly string[]): string[] {
  const node = nodes.find((one) => one.id === id);
  return node === undefined || isLeaf(node) ? [] : [...new Set(node.inputs)].filter((input) => !order.includes(input));
}

function namesOf(ids: readonly string[]): string {
  return listed(ids.map(formatName));
}
