import { nameParts } from '../../scene/format';
import type { Box } from '../../scene/layout/boxes';
import type { Area } from './thumbnail';

/** Where the parts of a node go, in coordinates whose origin is its centre. */
export interface Parts {
  /** The heat map when there is only a value, and the two halves when there is a gradient too. */
  readonly whole: Area;
  readonly left: Area;
  readonly right: Area;
  /** Baselines of a single number's value and gradient. */
  readonly valueBaseline: number;
  readonly gradientBaseline: number;
}

/** The name and the shape as they fit into the head of a node. */
export interface Head {
  readonly base: string;
  readonly subscript: string;
  readonly small: boolean;
  /** Whether the shape has no room beside the name and goes into the caption. */
  readonly shapeBelow: boolean;
}

const SPLIT = 6;

/** The parts of a box, or of the cost's circle. */
export function partsOf({ width, height, form }: Box): Parts {
  const whole =
    form === 'cost'
      ? { x: -25, y: -9, width: 50, height: 22 }
      : { x: -width / 2 + 10, y: -height / 2 + 28, width: width - 20, height: height - 41 };
  const half = (whole.width - SPLIT) / 2;
  return {
    whole,
    left: { ...whole, width: half },
    right: { ...whole, x: whole.x + half + SPLIT, width: half },
    valueBaseline: form === 'cost' ? 6 : 11,
    gradientBaseline: form === 'cost' ? 22 : 28,
  };
}

// Mean advance widths of the two typefaces at their sizes here.
const NAME_LETTER = 9;
const SMALL_LETTER = 6.8;
const SHAPE_LETTER = 6;

/** Fits a name beside a shape. A long one is set smaller, then has the head to itself, and is cut short if it still does not fit. */
export function headOf(id: string, shape: string, { width, form }: Box): Head {
  const { base, subscript } = nameParts(id);
  const whole = form === 'cost' ? 58 : width - 18;
  const room = shape === '' ? whole : whole - shape.length * SHAPE_LETTER - 4;
  const letters = Array.from(base);
  const own = letters.length + subscript.length * 0.7;
  if (own * NAME_LETTER <= room) return { base, subscript, small: false, shapeBelow: false };
  if (own * SMALL_LETTER <= room) return { base, subscript, small: true, shapeBelow: false };
  const fits = own * SMALL_LETTER <= whole;
  const fitting = Math.max(1, Math.floor(whole / SMALL_LETTER - subscript.length * 0.7) - 1);
  const cut = fits ? base : `${letters.slice(0, fitting).join('')}…`;
  return { base: cut, subscript, small: own * NAME_LETTER > whole, shapeBelow: shape !== '' };
}
