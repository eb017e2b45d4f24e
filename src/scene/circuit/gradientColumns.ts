import { formatNumber } from '../format';
import { formatShortly } from '../shortNumber';
import type { GradientRow } from './gradients';

/** What the heads of the columns take at least, in characters of a figure: Value, Backprop, Symbolic, Central difference, Error. */
const HEADS = [4.5, 7.5, 7, 8, 4.5] as const;
/** What stands behind a figure: whether it agrees. */
const TICK = 1.5;
/** The number of a note. */
const MARK = 1;

/** An error needs no more than its size. */
export function formatError(error: number): string {
  return formatNumber(error, 1);
}

/** How many characters the columns of figures take beside one another: what their type has to be small enough for. */
export function figureCharacters(rows: readonly GradientRow[]): number {
  const widths: number[] = [...HEADS];
  const need = (column: number, width: number): void => {
    widths[column] = Math.max(widths[column] ?? 0, width);
  };
  for (const { value, backprop, note, symbolic, central, error } of rows) {
    need(0, lengthOf(value));
    need(1, lengthOf(backprop) + (note === undefined ? 0 : MARK));
    need(2, lengthOf(symbolic.value) + TICK + (symbolic.note === undefined ? 0 : MARK));
    need(3, lengthOf(central.value) + TICK + (central.note === undefined ? 0 : MARK));
    need(4, error === undefined ? 1 : formatError(error).length);
  }
  return widths.reduce((sum, width) => sum + width, 0);
}

function lengthOf(value: number | undefined): number {
  return value === undefined || !Number.isFinite(value) ? 1 : formatShortly(value).length;
}
