/** A name split for setting: `W1` is W with the subscript 1. */
export interface NameParts {
  readonly base: string;
  readonly subscript: string;
}

/**
 * Splits the digits off the end of a name: they are set as a subscript. Digits behind an underscore stay where they are:
 * `x_1` is another input than `x1`, and has to look like another one.
 */
export function splitName(name: string): NameParts {
  const [, base = name, subscript = ''] = /^(.*[^\d_])(\d+)$/.exec(name) ?? [];
  return { base, subscript };
}

/** A name in TeX: one letter in italics, a word upright, trailing digits as a subscript, with what TeX takes for signs of its own escaped. */
export function nameTex(name: string): string {
  const { base, subscript } = splitName(name);
  const safe = base.replace(/[\\{}$&#^_%~ ]/g, (sign) => `\\char"${sign.charCodeAt(0).toString(16).toUpperCase()} `);
  const set = Array.from(base).length === 1 ? safe : `\\mathrm{${safe}}`;
  return subscript === '' ? set : `${set}_{${subscript}}`;
}
