import type { Shape } from '../../engine';
import { formatCount, formatName } from '../../scene/format';
import { cellAt, offsetOf, type AxisNames } from '../../scene/places';
import { tableOf } from '../../scene/table';
import { NumberField } from '../controls/NumberField';
import { useAxisNames } from '../network/useAxisNames';
import styles from './cellFields.module.css';
import { readPlace } from './readPlace';

interface CellFieldsProps {
  readonly node: string;
  readonly shape: Shape;
  /** The cell's offset. */
  readonly cell: number;
  readonly onCell: (cell: number) => void;
}

/**
 * Which cell of a node's tensor: its row and its column, counted from 1, to be typed; a name where they have names. An axis
 * of one entry has no field, so that a single number has none at all.
 */
export function CellFields({ node, shape, cell, onCell }: CellFieldsProps) {
  const names: AxisNames = useAxisNames().get(node) ?? {};
  const { rows, columns } = tableOf(shape);
  const { row, column } = cellAt(shape, cell);
  if (rows * columns <= 1) return null;
  return (
    <div className={styles.cell} role="group" aria-label={`Cell of ${formatName(node)}`}>
      {rows > 1 && <AxisField called="row" count={rows} at={row} names={names.rows} onAt={(to) => onCell(offsetOf(shape, { row: to, column }))} />}
      {columns > 1 && (
        <AxisField
          called={shape.length === 1 ? 'cell' : 'column'}
          count={columns}
          at={column}
          names={names.columns}
          onAt={(to) => onCell(offsetOf(shape, { row, column: to }))}
        />
      )}
    </div>
  );
}

interface AxisFieldProps {
  readonly called: string;
  readonly count: number;
  /** Counted from 0. */
  readonly at: number;
  readonly names: readonly string[] | undefined;
  readonly onAt: (at: number) => void;
}

/** `row [6] of 13 · rm` */
function AxisField({ called, count, at, names, onAt }: AxisFieldProps) {
  const most = formatCount(count);
  return (
    <div className={styles.axis}>
      <span aria-hidden="true">{called}</span>
      <NumberField
        label={`${called}, 1 to ${most}`}
        value={at + 1}
        rule={{ min: 1, max: count, whole: true }}
        read={(typed) => readPlace(typed, called, count, names)}
        words={names !== undefined}
        className={styles.field}
        onChange={(value) => onAt(value - 1)}
      />
      <span>
        of {most}
        {names?.[at] !== undefined && ` · ${names[at]}`}
      </span>
    </div>
  );
}
