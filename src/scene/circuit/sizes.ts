import { CIRCLE, INPUT } from './measures';

/** A text of so many characters fits into a circle or a square. */
const FITS = 4;
/** The width of a character of the symbols' type, generously. */
const CHARACTER = 8;
const PADDING = 10;
/** Wires into one side of a box keep so far apart, if it can be made higher for them; even, so that half of it is whole. */
const ARRIVAL_PITCH = 8;

/** The round corners of a folded line's box. */
const CORNER = 8;

/** What of a box depends on its text; `corner` is the radius of its corners. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly corner: number;
}

/**
 * The size of a box. Inputs are squares and operations circles, both made wider for a long text; a folded line is always
 * wider than high, so that it is not taken for either.
 *
 * @param arriving how many wires arrive at it
 */
export function sizeOf(text: string, kind: 'leaf' | 'operation' | 'line', arriving: number): Size {
  const length = Array.from(text).length;
  const needed = Math.ceil(length * CHARACTER + 2 * PADDING);
  if (kind === 'leaf') return { width: length <= FITS ? INPUT : Math.max(INPUT, needed), height: INPUT, corner: CORNER };
  const height = kind === 'operation' ? CIRCLE : Math.max(INPUT, (arriving + 1) * ARRIVAL_PITCH);
  if (kind === 'line') return { width: Math.max(needed, height + 12), height, corner: CORNER };
  return { width: length <= FITS ? CIRCLE : Math.max(needed, CIRCLE), height, corner: CIRCLE / 2 };
}

/** How far from its middle the outline of a box is to the left, `offset` above or below the middle. */
export function outlineAt({ width, height, corner }: Size, offset: number): number {
  const past = Math.max(0, Math.abs(offset) - (height / 2 - corner));
  return width / 2 - corner + Math.sqrt(Math.max(0, corner * corner - past * past));
}
