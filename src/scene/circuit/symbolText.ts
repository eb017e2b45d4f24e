import type { Leaf, Operation } from '../../engine/graph';
import { findOp } from '../../engine/ops';
import { formatExactly, formatNumber } from '../format';

/** A constant that is shown inside the operation that reads it. */
export interface FoldedConstant {
  readonly leaf: Leaf;
  /** The port that reads it: 0 or 1. */
  readonly port: number;
}

/** Numbers of more characters than this are rounded: there is no room for all of their digits in a symbol. */
const MOST_CHARACTERS = 6;

const SUPERSCRIPTS: ReadonlyMap<string, string> = new Map(Array.from('0123456789−', (sign, at) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.charAt(at)]));

/**
 * What stands in the symbol of an operation: its sign, and the constant that is folded into it with its own sign where
 * it would be written: `+1`, `1−`, `x²`, `2^x`, `1/x`.
 */
export function symbolText({ op }: Pick<Operation, 'op'>, folded?: FoldedConstant): string {
  const glyph = findOp(op)?.glyph ?? op;
  if (folded === undefined) return glyph;
  const number = constantText(folded.leaf);
  // Of a sign in front of a number, `+−3` would be hard to read.
  const grouped = number.startsWith('−') ? `(${number})` : number;
  const isFirst = folded.port === 0;
  switch (op) {
    case 'add':
    case 'mul':
      return glyph + grouped;
    case 'sub':
      return isFirst ? grouped + glyph : glyph + grouped;
    case 'div':
      return isFirst ? `${number}/x` : glyph + grouped;
    case 'pow':
      return isFirst ? `${grouped}^x` : powerText(number, grouped);
    default:
      return `${glyph} ${number}`;
  }
}

/** A constant as it is written: its name (`π`), or its digits if they are few. */
export function constantText({ id, value }: Leaf): string {
  if (typeof value !== 'number' || Number.isNaN(Number(id))) return id;
  const exact = formatExactly(value);
  return exact.length <= MOST_CHARACTERS ? exact : formatNumber(value);
}

/** `x²`; with a point, a letter or the like, which have no superscripts, `x^0.5`. */
function powerText(number: string, grouped: string): string {
  const signs = Array.from(number, (sign) => SUPERSCRIPTS.get(sign));
  return signs.includes(undefined) ? `x^${grouped}` : `x${signs.join('')}`;
}
