import type { CircuitOptions } from './circuit';

/** Whether two sets of options draw a graph alike: line by line and fold by fold, whichever objects they are. */
export function sameDrawing(a: CircuitOptions, b: CircuitOptions): boolean {
  if (a.figureRoom !== b.figureRoom || a.folded.size !== b.folded.size || a.lines.length !== b.lines.length) return false;
  for (const line of a.folded) if (!b.folded.has(line)) return false;
  if (a.texts !== b.texts) return false;
  return a.lines.every(({ id, members }, at) => {
    const other = b.lines[at];
    return id === other?.id && members.length === other.members.length && members.every((member, index) => member === other.members[index]);
  });
}
