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

/** The numbers of the lines that hold a text. An empty one is nowhere. */
export function linesWith(trace: Trace, wanted: string): readonly number[] {
  const needle = folded(wanted.trim());
  if (needle === '') return [];
  const found: number[] = [];
  for (let line = 0; line < trace.length; line++) if (folded(trace.line(line).text).includes(needle)) found.push(line);
  return found;
}

/** The text of some lines, from one to another and including both. */
export function textBetween(trace: Trace, from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => indented(trace.line(from + index))).join('\n');
}
