import { tenths, type Place } from './lossPaths';
import type { PixelColumns } from './pixelColumns';

/** Dots need so many pixels from one to the next. */
const DOT_SPACING = 9;

/** A dot at each column's number, as lines of no length; none where they would run into each other. */
export function columnDots({ count, step, low }: PixelColumns, x: Place, y: Place): string {
  if (count > 1 && x(1) - x(0) < DOT_SPACING) return '';
  let path = '';
  for (let column = 0; column < count; column++) {
    const value = low[column] ?? NaN;
    if (!Number.isNaN(value)) path += `M${tenths(x(step[column] ?? 0))} ${tenths(y(value))}h0`;
  }
  return path;
}
