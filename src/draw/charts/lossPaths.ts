import type { PixelColumns } from './pixelColumns';

/** From a step, or a loss, to a pixel. */
export type Place = (value: number) => number;

/** Tenths of a pixel: finer would only make a path longer. */
export const tenths = (pixel: number): number => Math.round(pixel * 10) / 10;

/**
 * The outline of the band between the least and the greatest loss of each column, as SVG path data.
 * Where every column holds one loss it is a line; it breaks where no loss is finite.
 */
export function bandPath(columns: PixelColumns, x: Place, y: Place): string {
  let path = '';
  let start = 0;
  while (start < columns.count) {
    if (Number.isNaN(columns.low[start])) {
      start++;
      continue;
    }
    let end = start;
    let thick = false;
    let upper = '';
    for (; end < columns.count && !Number.isNaN(columns.low[end]); end++) {
      upper += `${end === start ? 'M' : 'L'}${tenths(x(columns.step[end] ?? 0))} ${tenths(y(columns.high[end] ?? 0))}`;
      if (columns.low[end] !== columns.high[end]) thick = true;
    }
    path += upper;
    if (thick) {
      for (let back = end - 1; back >= start; back--) {
        path += `L${tenths(x(columns.step[back] ?? 0))} ${tenths(y(columns.low[back] ?? 0))}`;
      }
      path += 'Z';
    } else if (end === start + 1) {
      // A lone point: a line of no length, which a round cap makes visible.
      path += 'h0';
    }
    start = end;
  }
  return path;
}

/** One number for each epoch of a series: its mean, or its loss on the held-out rows. Both take a place in the list of epochs. */
export interface EpochLine {
  /** The first epoch of the line, and the one after its last. */
  readonly from: number;
  readonly to: number;
  value(index: number): number;
  /** Where the epoch ends, in pixels. */
  x(index: number): number;
}

/**
 * The line through the numbers of epochs, each at the last step of its epoch, as SVG path data. Where several
 * epochs fall on one pixel column, its least and its greatest number stand for them.
 */
export function epochPath(line: EpochLine, y: Place): string {
  let path = '';
  let joined = false;
  let column = NaN;
  let low = 0;
  let high = 0;
  const flush = (): void => {
    if (Number.isNaN(column)) return;
    path += `${joined ? 'L' : 'M'}${tenths(column)} ${tenths(y(high))}`;
    if (low !== high) path += `L${tenths(column)} ${tenths(y(low))}`;
    joined = true;
    column = NaN;
  };
  for (let index = line.from; index < line.to; index++) {
    const value = line.value(index);
    if (!Number.isFinite(value)) {
      flush();
      joined = false;
      continue;
    }
    const at = line.x(index);
    if (at - column < 1) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    } else {
      flush();
      column = at;
      low = value;
      high = value;
    }
  }
  flush();
  return path;
}

/** From one marker to the next, in pixels, at least. */
const MARKER_SPACING = 22;

/** Small circles on such a line: on every epoch, or every second, fourth, … where they would crowd. */
export function epochMarkers(line: EpochLine, y: Place, radius: number): string {
  const count = line.to - line.from;
  if (count <= 0) return '';
  const spacing = count > 1 ? (line.x(line.to - 1) - line.x(line.from)) / (count - 1) : MARKER_SPACING;
  // A power of two: as the run goes on, markers stay where they are.
  const stride = Math.min(2 ** 40, 2 ** Math.max(0, Math.ceil(Math.log2(MARKER_SPACING / spacing))));
  let path = '';
  let free = -Infinity;
  for (let index = Math.ceil((line.from + 1) / stride) * stride - 1; index < line.to; index += stride) {
    const [x, value] = [line.x(index), line.value(index)];
    // Where the axis is logarithmic the spacing is not even.
    if (!Number.isFinite(value) || x < free) continue;
    free = x + MARKER_SPACING / 2;
    path += `M${tenths(x - radius)} ${tenths(y(value))}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
  }
  return path;
}

/** A line through the extremes of every column: what `bandPath` outlines, as one stroke. */
export function strokePath(columns: PixelColumns, x: Place, y: Place): string {
  let path = '';
  let joined = false;
  for (let column = 0; column < columns.count; column++) {
    const [low = NaN, high = NaN] = [columns.low[column], columns.high[column]];
    if (Number.isNaN(low)) {
      joined = false;
      continue;
    }
    const at = tenths(x(columns.step[column] ?? 0));
    path += `${joined ? 'L' : 'M'}${at} ${tenths(y(high))}`;
    if (low !== high) path += `L${at} ${tenths(y(low))}`;
    else if (!joined) path += 'h0';
    joined = true;
  }
  return path;
}
