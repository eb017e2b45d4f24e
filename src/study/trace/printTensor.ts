import { sizeOf, type Shape, type Tensor } from '../../engine';

/** Of a tensor with more cells than this, long axes are cut short. */
const MOST_CELLS = 150;

/** So many entries stand at either end of an axis that is cut short. */
const ENDS = 3;

const CUT = '…';

/** How many lines a tensor takes. */
export function printedLines(shape: Shape): number {
  if (sizeOf(shape) === 0) return 1;
  const isCut = cutter(shape);
  const linesFrom = (axis: number): number => {
    if (axis >= shape.length - 1) return 1;
    const length = shape[axis] ?? 0;
    const inner = linesFrom(axis + 1);
    return isCut(length) ? 2 * ENDS * inner + 1 : length * inner;
  };
  return linesFrom(0);
}

/**
 * A tensor as NumPy prints it: brackets around every axis, a row a line, cells in columns; of a large one the first and
 * the last three rows and columns. A single number has no brackets.
 */
export function printTensor({ shape, data }: Tensor, format: (value: number) => string): readonly string[] {
  if (data.length === 0) return ['[]'];
  const isCut = cutter(shape);
  if (shape.length === 0) return [format(data[0] ?? NaN)];
  const rows = rowsOf(shape, isCut);
  const cells = rows.map((row) => (row === undefined ? undefined : row.map((cell) => (cell === undefined ? CUT : format(data[cell] ?? NaN)))));
  const columns = alignment(cells.flatMap((row) => row ?? []));
  const depth = shape.length;
  // How many of the outer axes begin and end with each row.
  return rows.map((_, index) => {
    const row = cells[index];
    const [opens, closes] = [index === 0 ? depth : edgesAt(rows, index, -1, shape), index === rows.length - 1 ? depth : edgesAt(rows, index, 1, shape)];
    const text = row === undefined ? CUT : row.map((cell) => (cell === CUT ? CUT : aligned(cell, columns))).join('  ');
    if (row === undefined) return ' '.repeat(depth - 1) + CUT;
    return ' '.repeat(depth - opens) + '['.repeat(opens) + text + ']'.repeat(closes);
  });
}

/** How much room numbers take before and behind their points. */
interface Alignment {
  readonly before: number;
  readonly behind: number;
}

function alignment(texts: readonly string[]): Alignment {
  const points = texts.filter((text) => text !== CUT).map((text) => [pointOf(text), text.length - pointOf(text)] as const);
  return {
    before: points.reduce((most, [before]) => Math.max(most, before), 0),
    behind: points.reduce((most, [, behind]) => Math.max(most, behind), 0),
  };
}

/** A number with its point below those of the others. */
function aligned(text: string, { before, behind }: Alignment): string {
  return (' '.repeat(before - pointOf(text)) + text).padEnd(before + behind);
}

function pointOf(text: string): number {
  const point = text.search(/[.e]/);
  return point === -1 ? text.length : point;
}

/** Which lengths are cut short in a tensor of this shape. */
function cutter(shape: Shape): (length: number) => boolean {
  const isLarge = sizeOf(shape) > MOST_CELLS;
  return (length) => isLarge && length > 2 * ENDS;
}

/** The offsets of each row's cells; undefined for a row, or a cell, that stands for those left out. */
function rowsOf(shape: Shape, isCut: (length: number) => boolean): readonly (readonly (number | undefined)[] | undefined)[] {
  const shown = (length: number): readonly (number | undefined)[] => {
    if (!isCut(length)) return Array.from({ length }, (_, i) => i);
    const ends = Array.from({ length: ENDS }, (_, i) => i);
    return [...ends, undefined, ...ends.map((i) => length - ENDS + i)];
  };
  const columns = shape.at(-1) ?? 1;
  let starts: readonly (number | undefined)[] = [0];
  for (const length of shape.slice(0, -1)) {
    starts = starts.flatMap((start) => (start === undefined ? [undefined] : shown(length).map((i) => (i === undefined ? undefined : start * length + i))));
  }
  return starts.map((start) => (start === undefined ? undefined : shown(columns).map((i) => (i === undefined ? undefined : start * columns + i))));
}

/** How many axes begin (looking back) or end (looking on) at a row: one more than those whose index changes besides the last. */
function edgesAt(rows: ReturnType<typeof rowsOf>, index: number, step: 1 | -1, shape: Shape): number {
  const [here, there] = [rows[index]?.[0], rows[index + step]?.[0]];
  if (here === undefined || there === undefined) return 1;
  let axes = 1;
  let block = shape.at(-1) ?? 1;
  for (let axis = shape.length - 2; axis > 0; axis--) {
    block *= shape[axis] ?? 1;
    if (Math.floor(here / block) !== Math.floor(there / block)) axes++;
  }
  return axes;
}
