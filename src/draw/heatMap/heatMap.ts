import type { Tensor } from '../../engine/tensor';
import { formatNumber } from '../../scene/format';
import { symmetricExtent } from '../diverging';
import { watchAppearance } from '../parts/appearance';
import { append, setAttribute, setText } from '../parts/dom';
import { createStage } from '../parts/stage';
import { createTooltip } from '../parts/tooltip';
import { clampCell, keyTarget, type Cell } from './cellCursor';
import { cellBox, paintCells } from './cellPaint';
import { cellsCaption, cellsSummary, layoutCells, shownCellName, shownValues, type CellGrid } from './cells';
import styles from './heatMap.module.css';

export type { Cell } from './cellCursor';

/** What the heat map shows. */
export interface HeatMapData {
  readonly tensor: Tensor;
  /** What the tensor is, as the accessible name begins: `Value of s`. */
  readonly label: string;
  /** The cell that stands out. */
  readonly chosen?: Cell | null;
  /** How numbers are written; four significant digits by default. */
  readonly format?: (value: number) => string;
}

/** What the heat map tells its owner. */
export interface HeatMapCallbacks {
  /**
   * The cell under the pointer or the keyboard's cursor; null when there is none any more. `chosen` when it was clicked,
   * tapped or taken with Enter. Where cells are summed up in blocks it is the first cell of the block.
   */
  readonly onCell: (cell: Cell | null, chosen: boolean) => void;
}

/** A heat map inside its host. */
export interface HeatMap {
  update(data: HeatMapData): void;
  destroy(): void;
}

/**
 * A tensor as a heat map, each number readable: under the pointer, or with the arrow keys once it has the focus.
 * As wide as its host; its height follows from the shape, up to 220 pixels and a caption.
 */
export function drawHeatMap(host: HTMLElement, callbacks: HeatMapCallbacks): HeatMap {
  let data: HeatMapData | null = null;
  let grid: CellGrid | null = null;
  let values: Float64Array = new Float64Array(0);
  /** The drawn cell at the cursor. */
  let cursor: Cell | null = null;
  const stage = createStage(host, styles.heatMap, draw);
  const plot = append(stage.root, 'div', styles.plot);
  const canvas = append(plot, 'canvas', styles.canvas, { role: 'img' });
  const chosenMark = append(plot, 'div', styles.chosen, { 'aria-hidden': 'true' });
  const cursorMark = append(plot, 'div', styles.cursor, { 'aria-hidden': 'true' });
  const overlay = append(plot, 'div', styles.overlay, { role: 'application', tabindex: '0' });
  const caption = append(stage.root, 'p', styles.caption);
  const spoken = append(stage.root, 'p', styles.spoken, { 'aria-live': 'polite' });
  const tooltip = createTooltip(plot);
  const unwatch = watchAppearance(() => stage.request());

  function draw(width: number): void {
    if (data === null) return;
    const { tensor, label, format = formatNumber } = data;
    grid = layoutCells(tensor.shape, width);
    values = shownValues(tensor.data, grid);
    plot.style.width = `${grid.width}px`;
    plot.style.height = `${grid.height}px`;
    paintCells(canvas, grid, values, symmetricExtent(tensor.data), format);
    const summary = cellsSummary(label, tensor.shape, tensor.data);
    setAttribute(canvas, 'aria-label', summary);
    const shape = tensor.shape.length === 0 ? 'scalar' : tensor.shape.join(' by ');
    const name = `${label}, ${shape}. Arrow keys move between cells, Enter chooses one`;
    setAttribute(overlay, 'aria-label', name);
    overlay.hidden = grid.shownRows === 0;
    setText(caption, cellsCaption(grid));
    caption.hidden = caption.textContent === '';
    if (cursor !== null) cursor = clampCell(cursor, grid);
    placeMarks();
  }

  /** Puts the outlines and the tooltip where cursor and chosen cell are now. */
  function placeMarks(): void {
    if (data === null || grid === null) return;
    const { chosen = null, format = formatNumber } = data;
    const { blockRows, blockColumns, rows, columns } = grid;
    const exists = chosen !== null && chosen.row < rows && chosen.column < columns;
    place(
      chosenMark,
      exists ? { row: Math.floor(chosen.row / blockRows), column: Math.floor(chosen.column / blockColumns) } : null,
    );
    place(cursorMark, cursor);
    if (cursor === null) {
      tooltip.hide();
      return;
    }
    const box = cellBox(grid, cursor.row, cursor.column, devicePixelRatio);
    const number = format(valueAt(cursor));
    tooltip.show(box.x + box.width / 2, box.y, [
      [shownCellName(data.tensor.shape, grid, cursor.row, cursor.column), number],
    ]);
  }

  function place(mark: HTMLElement, cell: Cell | null): void {
    mark.hidden = cell === null;
    if (cell === null || grid === null) return;
    const box = cellBox(grid, cell.row, cell.column, devicePixelRatio);
    Object.assign(mark.style, {
      left: `${box.x}px`,
      top: `${box.y}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
  }

  function valueAt(cell: Cell): number {
    return grid === null ? NaN : (values[cell.row * grid.shownColumns + cell.column] ?? NaN);
  }

  /** Moves the cursor and tells of it; `aloud` for the keyboard, since a pointer's owner sees the number. */
  function moveTo(cell: Cell | null, chosen: boolean, aloud: boolean): void {
    if (grid === null || data === null) return;
    const moved = cell?.row !== cursor?.row || cell?.column !== cursor?.column;
    if (!moved && !chosen) return;
    cursor = cell;
    placeMarks();
    const { format = formatNumber, tensor } = data;
    setText(
      spoken,
      cell !== null && aloud
        ? `${shownCellName(tensor.shape, grid, cell.row, cell.column)}: ${format(valueAt(cell))}${chosen ? ', chosen' : ''}`
        : '',
    );
    const first = cell && { row: cell.row * grid.blockRows, column: cell.column * grid.blockColumns };
    callbacks.onCell(first, chosen);
  }

  function cellAt(event: MouseEvent): Cell | null {
    if (grid === null || grid.shownRows === 0) return null;
    const box = canvas.getBoundingClientRect();
    const row = Math.floor(((event.clientY - box.top) / box.height) * grid.shownRows);
    const column = Math.floor(((event.clientX - box.left) / box.width) * grid.shownColumns);
    return clampCell({ row, column }, grid);
  }

  overlay.addEventListener('pointermove', (event) => moveTo(cellAt(event), false, false));
  overlay.addEventListener('pointerleave', () => moveTo(null, false, false));
  overlay.addEventListener('click', (event) => moveTo(cellAt(event), true, false));
  overlay.addEventListener('focus', () => {
    if (grid === null || data === null || !overlay.matches(':focus-visible')) return;
    const { row, column } = data.chosen ?? { row: 0, column: 0 };
    const start = { row: Math.floor(row / grid.blockRows), column: Math.floor(column / grid.blockColumns) };
    moveTo(clampCell(start, grid), false, true);
  });
  overlay.addEventListener('blur', () => moveTo(null, false, false));
  overlay.addEventListener('keydown', (event) => {
    if (grid === null || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') {
      if (cursor === null) return;
      overlay.blur();
    } else if (event.key === 'Enter') {
      moveTo(cursor ?? { row: 0, column: 0 }, true, true);
    } else {
      const target = keyTarget(event.key, event.ctrlKey, cursor ?? { row: 0, column: 0 }, grid);
      if (target === null) return;
      moveTo(target, false, true);
    }
    // The page steps through time with the same keys.
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    update(next) {
      data = next;
      stage.request();
    },
    destroy() {
      unwatch();
      stage.destroy();
    },
  };
}
