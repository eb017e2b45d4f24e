import { sizeOf, type Graph, type Shape } from '../../../engine';
import { tableOf } from '../../../scene/table';
import { Choice } from '../../controls/Choice';
import { NumberField } from '../../controls/NumberField';
import { cellAt, offsetOf } from '../../../scene/places';
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
  const { row, column } = cellAt(shape, cell);
  const { rows, columns } = tableOf(shape);
  const field = (label: string, at: number, count: number, place: (index: number) => { row: number; column: number }) => (
    <label className={styles.place}>
      <span aria-hidden="true">{label}</span>
      <NumberField label={label} value={at + 1} rule={{ min: 1, max: count, whole: true }} className={styles.narrow} onChange={(value) => onCell(offsetOf(shape, place(value - 1)))} />
    </label>
  );
  return (
    <div className={styles.moved}>
      <Choice label="Move" value={node} options={candidates(graph)} onChange={onNode} />
      {sizeOf(shape) > 1 && shape.length > 1 && field('row', row, rows, (index) => ({ row: index, column }))}
      {sizeOf(shape) > 1 && field(shape.length > 1 ? 'column' : 'cell', column, columns, (index) => ({ row, column: index }))}
      {proposed && <p className={styles.note}>{proposalOf(node)}</p>}
    </div>
  );
}
