/** Some lines of a trace, both ends included. */
export interface LineRange {
  /** Where the choice began; the other end is where it has come to. */
  readonly anchor: number;
  readonly head: number;
}

/** The lines of a range in order. */
export function boundsOf({ anchor, head }: LineRange): { readonly from: number; readonly to: number } {
  return { from: Math.min(anchor, head), to: Math.max(anchor, head) };
}

/** How far down a list has to be scrolled so that some lines are in view, with a line of room: as it is, if they are. */
export function scrolledTo(scroll: number, extent: number, row: number, from: number, to: number): number {
  const [top, bottom] = [(from - 1) * row, (to + 2) * row];
  if (top >= scroll && bottom <= scroll + extent) return scroll;
  // Lines that do not fit are seen from their first on.
  if (top < scroll || bottom - top > extent) return Math.max(0, top);
  return Math.max(0, bottom - extent);
}

/** How far down a list has to be scrolled to show a line that was asked for: a third from above, unless it is in view. */
export function scrolledToLine(scroll: number, extent: number, row: number, line: number): number {
  if ((line - 1) * row >= scroll && (line + 2) * row <= scroll + extent) return scroll;
  return Math.max(0, line * row - extent / 3);
}
