import type { NameParts } from '../../expression/nameTex';
import { nameParts } from '../../scene/format';
import type { Box } from '../../scene/layout/boxes';

/** A symbol's outline: a circle, or a rectangle with round corners. */
export type Outline = { readonly r: number } | { readonly width: number; readonly height: number; readonly rx: number };

/** What stands in a symbol, and the size of its type in graph units. */
export interface Glyph extends NameParts {
  readonly size: number;
  /** The size where nothing else is written. */
  readonly farSize: number;
}

const LEAF_CORNER = 9;
const FOLDED_CORNER = 8;

/** Leaves are rounded squares, operations circles (or, if wide, pills), and a line of several operations is a rounded box. */
export function outlineOf({ width, height, form }: Box, folded: boolean): Outline {
  const operation = form === 'operation' || form === 'cost';
  if (!operation) return { width, height, rx: LEAF_CORNER };
  if (folded) return { width, height, rx: FOLDED_CORNER };
  return width === height ? { r: width / 2 } : { width, height, rx: height / 2 };
}

// The advance of a letter in parts of its size, and the sizes between which it is fitted.
const LETTER = 0.6;
const LARGEST_GLYPH = 15;
const SMALLEST_GLYPH = 9;
const SUBSCRIPT = 0.7;
const AIR = 7;
/** From afar a text is set as large as fits, but not larger than what can be told apart. */
const LARGEST_FAR = 26;
const FAR_AIR = 4;

/** The text of a symbol, as large as fits. Digits at the end of a name are its subscript; those of a number or a glyph are not. */
export function glyphOf({ id, text = id, form, width }: Box): Glyph {
  const isName = text === id && form !== 'constant';
  const parts = isName ? nameParts(text) : { base: text.replaceAll('-', '−'), subscript: '' };
  const letters = Array.from(parts.base).length + parts.subscript.length * SUBSCRIPT;
  const size = Math.min(LARGEST_GLYPH, (width - AIR) / (letters * LETTER));
  const farSize = Math.min(LARGEST_FAR, (width - FAR_AIR) / (letters * LETTER));
  const rounded = (value: number): number => Math.max(SMALLEST_GLYPH, Math.round(value * 2) / 2);
  return { ...parts, size: rounded(size), farSize: rounded(farSize) };
}

/** From here on a name is cut short. */
const LONGEST_CAPTION = 12;

/** What stands beside a symbol: the name of an operation, unless the symbol has it inside. */
export function captionOf({ id, text, form }: Box): NameParts | undefined {
  if ((form !== 'operation' && form !== 'cost') || text === undefined || text === id) return undefined;
  const { base, subscript } = nameParts(id);
  const letters = Array.from(base);
  return letters.length <= LONGEST_CAPTION ? { base, subscript } : { base: `${letters.slice(0, LONGEST_CAPTION - 1).join('')}…`, subscript };
}
