/** A blank as wide as a digit, which no line breaks at and no browser swallows. */
const BLANK = '\u00a0';

/**
 * The figures of a column, filled up with blanks on the right, so that in a monospaced face, flushed right, their decimal points stand
 * under each other. What is no figure, such as a dash, stands where the digits before the point end.
 */
export function alignedOnPoint(figures: readonly string[]): string[] {
  const fractions = figures.map((figure) => figure.length - wholeOf(figure).length);
  const longest = Math.max(0, ...fractions);
  return figures.map((figure, index) => figure + BLANK.repeat(longest - (fractions[index] ?? 0)));
}

/** What stands before the decimal point, or before the exponent where there is none. */
function wholeOf(figure: string): string {
  return /^[^.e]*/.exec(figure)?.[0] ?? '';
}
