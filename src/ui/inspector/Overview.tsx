import { useState, type JSX } from 'react';
import { findOp, formatShape, isLeaf, type GraphNode, type Tensor } from '../../engine';
import { formatName } from '../../scene/format';
import { edgeFigure } from '../../scene/summary';
import { useInspection } from './inspection';
import shared from './inspector.module.css';
import styles from './overview.module.css';
import { replay } from '../../scene/recording/replay';
import { SelectButton } from './SelectButton';
import { Title } from './Title';

/** So many rows at a time. */
const ROWS = 100;

/** With nothing selected: every node of the graph, and what exists of it at this moment. */
export function Overview(): JSX.Element {
  const { recording } = useInspection();
  const [rows, setRows] = useState(ROWS);
  const { nodes } = recording.graph;
  return (
    <>
      <Title eyebrow="Nothing selected" name="All nodes" />
      <p className={shared.doc}>Select a node or an edge to see where its numbers come from.</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">node</th>
            <th scope="col" className={styles.valueHead}>
              value
            </th>
            <th scope="col" className={styles.gradientHead}>
              gradient
            </th>
          </tr>
        </thead>
        <tbody>
          {nodes.slice(0, rows).map((node) => (
            <Row key={node.id} node={node} />
          ))}
        </tbody>
      </table>
      {nodes.length > rows && (
        <button type="button" className={shared.button} onClick={() => setRows(rows + ROWS)}>
          {nodes.length - rows} more nodes
        </button>
      )}
      <p className={shared.quiet}>Numbers are Euclidean norms ‖·‖; a single number stands for itself.</p>
    </>
  );
}

function Row({ node }: { readonly node: GraphNode }): JSX.Element {
  const { recording, state, format } = useInspection();
  const now = state.nodes.get(node.id);
  const kind = isLeaf(node) ? node.role : (findOp(node.op)?.title ?? node.op);
  const shape = now?.value?.shape ?? replay(recording).view(node.id).shape;
  const figure = (tensor: Tensor | undefined): string => (tensor === undefined ? '–' : format(edgeFigure(tensor)));
  return (
    <tr>
      <th scope="row">
        <SelectButton to={{ kind: 'node', id: node.id }} className={styles.node}>
          {formatName(node.id)}
        </SelectButton>
        <span className={styles.kind}>
          {kind} · {unbroken(formatShape(shape))}
        </span>
      </th>
      <td className={styles.value}>{figure(now?.value)}</td>
      <td className={styles.gradient}>{figure(now?.gradient)}</td>
    </tr>
  );
}

/** Without a place to break the line: `13 × 10` is one thing. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
