import type { Shape } from '../../../engine';
import { tableOf } from '../../../scene/table';
import { useWalk } from '../../context';
import { cellAt, offsetOf, type AxisNames } from '../../../scene/places';
import styles from './blame.module.css';

interface CellSelectProps {
  readonly node: string;
  readonly shape: Shape;
  /** The cell's offset. */
  readonly cell: number;
  readonly names: AxisNames | undefined;
}

/** Which cell of a tensor: the same as choosing it in the inspector. Nothing for a single number. */
export function CellSelect({ node, shape, cell, names }: CellSelectProps) {
  const { choose } = useWalk();
  const { rows, columns } = tableOf(shape);
  const { row, column } = cellAt(shape, cell);
  const go = (to: { readonly row: number; readonly column: number }): void => choose({ node, cell: offsetOf(shape, to) });
  return (
    <>
      {rows > 1 && <Axis label="row" count={rows} at={row} names={names?.rows} onChange={(to) => go({ row: to, column })} />}
      {columns > 1 && (
        <Axis label={shape.length === 1 ? 'cell' : 'column'} count={columns} at={column} names={names?.columns} onChange={(to) => go({ row, column: to })} />
      )}
    </>
  );
}

interface AxisProps {
  readonly label: string;
  readonly count: number;
  readonly at: number;
  readonly names: readonly string[] | undefined;
  readonly onChange: (at: number) => void;
}

function Axis({ label, count, at, names, onChange }: AxisProps) {
  return (
    <label className={styles.choice}>
      {label}
      <select className={styles.select} value={at} onChange={(event) => onChange(Number(event.target.value))}>
        {Array.from({ length: count }, (_, index) => (
          <option key={index} value={index}>
            {names?.[index] === undefined ? index + 1 : `${index + 1} · ${names[index]}`}
          </option>
        ))}
      </select>
    </label>
  );
}
