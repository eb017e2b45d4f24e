import type { Graph, Shape } from '../../../engine';
import { Choice } from '../../controls/Choice';
import { CellFields } from '../CellFields';
import { proposalOf } from '../proposal';
import styles from './nudge.module.css';
import { candidates } from './subject';

interface MovedCellProps {
  readonly graph: Graph;
  readonly node: string;
  readonly shape: Shape;
  readonly cell: number;
  /** Whether nothing is selected, so that it is a proposal. */
  readonly proposed: boolean;
  readonly onNode: (node: string) => void;
  readonly onCell: (cell: number) => void;
}

/** Which number is moved: the node and, of several cells, the row and the column. */
export function MovedCell({ graph, node, shape, cell, proposed, onNode, onCell }: MovedCellProps) {
  return (
    <div className={styles.moved}>
      <Choice label="Move" value={node} options={candidates(graph)} onChange={onNode} />
      <CellFields node={node} shape={shape} cell={cell} onCell={onCell} />
      {proposed && <p className={styles.note}>{proposalOf(node)}</p>}
    </div>
  );
}
