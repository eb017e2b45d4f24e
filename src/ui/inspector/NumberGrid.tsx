import { useLayoutEffect, useRef, type JSX } from 'react';
import type { Tensor } from '../../engine';
import { tableOf } from '../../scene/table';
import { useInspection } from './inspection';
import { cellAt, type AxisNames } from '../../scene/places';
import styles from './table.module.css';
import { useScrollView } from './useScrollView';
import { visibleIndices } from './visibleRange';

interface NumberGridProps {
  readonly label: string;
  readonly tensor: Tensor;
  /** The offset of the cell that is in view at first. */
  readonly cell: number;
  readonly names: AxisNames | undefined;
}

/** Pixels. */
const ROW = 26;
const HEADER = 56;
const NAMED_HEADER = 92;
const COLUMN = 92;
const EXACT_COLUMN = 190;

/** A tensor as a table of numbers. Only what can be seen is in the document; scrolls by pointer and by keyboard. */
export function NumberGrid({ label, tensor, cell, names = {} }: NumberGridProps): JSX.Element {
  const { exact, format } = useInspection();
  const { rows, columns } = tableOf(tensor.shape);
  const column = exact ? EXACT_COLUMN : COLUMN;
  const header = names.rows === undefined ? HEADER : NAMED_HEADER;
  const chosen = cellAt(tensor.shape, cell);
  const scroller = useRef<HTMLDivElement>(null);

  // React has no such attribute for a region; the dialog focuses what bears it.
  useLayoutEffect(() => scroller.current?.setAttribute('autofocus', ''), []);

  const view = useScrollView(scroller, (element) => {
    element.scrollTop = (chosen.row + 1.5) * ROW - element.clientHeight / 2;
    // Sideways only if it has to be, and then to the edge of a column: a number cut in two reads as another one.
    const fitting = Math.max(1, Math.floor((element.clientWidth - header) / column));
    if (chosen.column >= fitting) element.scrollLeft = (chosen.column - fitting + 1) * column;
  });

  const shownRows = visibleIndices(view.top, view.height, ROW, rows);
  const shownColumns = visibleIndices(view.left, view.width, column, columns);
  const across = (index: number): { left: number; width: number } => ({ left: header + index * column, width: column });
  return (
    // The focus makes the arrow keys, Page Up and Down, Home and End scroll.
    <div ref={scroller} className={styles.scroller} role="region" aria-label={`Numbers: ${label}`} tabIndex={0}>
      <div
        className={styles.grid}
        role="table"
        aria-label={label}
        aria-rowcount={rows + 1}
        aria-colcount={columns + 1}
        style={{ width: header + columns * column, height: (rows + 1) * ROW }}
      >
        <div className={styles.headerRow} role="row" aria-rowindex={1} style={{ height: ROW }}>
          <span className={styles.corner} role="columnheader" aria-colindex={1} style={{ width: header }}>
            row
          </span>
          {shownColumns.map((index) => (
            <span key={index} className={styles.columnHead} role="columnheader" aria-colindex={index + 2} style={across(index)}>
              {names.columns?.[index] ?? index + 1}
            </span>
          ))}
        </div>
        {shownRows.map((row) => (
          <div key={row} className={styles.row} role="row" aria-rowindex={row + 2} style={{ top: (row + 1) * ROW, height: ROW }}>
            <span className={styles.rowHead} role="rowheader" aria-colindex={1} style={{ width: header }}>
              {names.rows?.[row] ?? row + 1}
            </span>
            {shownColumns.map((index) => (
              <span
                key={index}
                className={styles.cell}
                role="cell"
                aria-colindex={index + 2}
                data-chosen={row === chosen.row && index === chosen.column}
                style={across(index)}
              >
                {format(tensor.data[row * columns + index] ?? NaN)}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
