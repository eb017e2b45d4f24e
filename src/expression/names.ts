/*
 * Ids for operations that have no name in the text. Those of the text come from readers, and must not be met.
 */

/** Letters that a result may be called by, the usual ones first. */
const RESULTS = Array.from('fghyzrsuvwabcdklmnopqtx');

/** Letters for intermediate values; v is the one of the literature on automatic differentiation. */
const INTERMEDIATES = Array.from('vutswrqponmlkhgcbazyxdfj');

/** The first of f, g, … that the text does not use. */
export function resultName(taken: ReadonlySet<string>): string {
  const free = RESULTS.find((letter) => !taken.has(letter));
  if (free !== undefined) return free;
  let number = 1;
  while (taken.has(`f${number}`)) number++;
  return `f${number}`;
}

/** The first letter that the text does not use with a number: `v`, for v1, v2, …; doubled letters if all are in use. */
export function intermediatePrefix(taken: ReadonlySet<string>): string {
  const used = new Set(Array.from(taken).flatMap((name) => /^(.*\D)\d+$/.exec(name)?.[1] ?? []));
  let prefixes = INTERMEDIATES;
  for (;;) {
    const free = prefixes.find((prefix) => !used.has(prefix));
    if (free !== undefined) return free;
    prefixes = prefixes.map((prefix) => prefix + prefix.charAt(0));
  }
}
