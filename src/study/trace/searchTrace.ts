import { indented, type Trace } from './trace';

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** A text as a reader would type it, character by character: `W₁ = −2` is found by `w1 = -2`. */
export function folded(text: string): string {
  return text.toLowerCase().replace(/[₀-₉−×·]/g, (sign) => {
    if (sign === '−') return '-';
    if (sign === '×' || sign === '·') return '*';
    return String(SUBSCRIPTS.indexOf(sign));
  });
}

/** The lines of each trace that have been searched, folded: writing them takes far longer than looking through them. */
const foldedLines = new WeakMap<Trace, string[]>();

/** After so many lines the search may pause. */
const STRETCH = 64;

/** The numbers of the lines that hold a text. An empty one is nowhere. */
export function linesWith(trace: Trace, wanted: string): readonly number[] {
  const searching = searchingTrace(trace, wanted);
  for (;;) {
    const next = searching.next();
    if (next.done === true) return next.value;
  }
}

/** The same in stretches, so that a page can breathe between them; each brings how many lines have been looked at. */
export function* searchingTrace(trace: Trace, wanted: string): Generator<number, readonly number[]> {
  const needle = folded(wanted.trim());
  if (needle === '') return [];
  const known = foldedLines.get(trace) ?? [];
  foldedLines.set(trace, known);
  const found: number[] = [];
  for (let line = 0; line < trace.length; line++) {
    if (line > 0 && line % STRETCH === 0) yield line;
    const text = (known[line] ??= folded(trace.line(line).text));
    if (text.includes(needle)) found.push(line);
  }
  return found;
}

/** The text of some lines, from one to another and including both. */
export function textBetween(trace: Trace, from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => indented(trace.line(from + index))).join('\n');
}
