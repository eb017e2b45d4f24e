/** Where to scroll so that a stretch lies within what is shown behind a header; where it is already, if it does. */
export function scrolledTo(start: number, size: number, scroll: number, extent: number, header: number): number {
  const room = extent - header;
  if (start < scroll) return start;
  return start + size > scroll + room ? Math.max(0, start + size - room) : scroll;
}
