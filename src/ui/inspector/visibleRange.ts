/** A stretch of rows or columns, the end not included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Some are kept beyond the edge, so that a quick scroll does not show blanks. */
const BEYOND = 4;

/**
 * Which of `count` equally large rows (or columns) have to be in the document.
 *
 * @param scroll pixels scrolled past
 * @param extent pixels visible
 * @param size pixels of one row
 */
export function visibleRange(scroll: number, extent: number, size: number, count: number): Range {
  const start = Math.max(0, Math.min(count, Math.floor(scroll / size) - BEYOND));
  const end = Math.max(start, Math.min(count, Math.ceil((scroll + extent) / size) + BEYOND));
  return { start, end };
}

/** The same, one by one: which rows (or columns) are drawn. */
export function visibleIndices(scroll: number, extent: number, size: number, count: number): number[] {
  const { start, end } = visibleRange(scroll, extent, size, count);
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}
