import type { LossSeries } from '../../training/lossSeries';
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

/**
 * The line through the epochs' means, each at the last step of its epoch, as SVG path data. Where several
 * epochs fall on one pixel column, its least and its greatest mean stand for them.
 */
export function epochPath(series: LossSeries, fromStep: number, x: Place, y: Place): string {
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
  // One epoch more to the left, so that the line enters the plot at its edge.
  for (let index = Math.max(0, series.epochIndexOf(fromStep) - 1); index < series.epochCount; index++) {
    const mean = series.epochMean(index);
    if (!Number.isFinite(mean)) {
      flush();
      joined = false;
      continue;
    }
    const at = x(series.epochEnd(index));
    if (at - column < 1) {
      low = Math.min(low, mean);
      high = Math.max(high, mean);
    } else {
      flush();
      column = at;
      low = mean;
      high = mean;
    }
  }
  flush();
  return path;
}
