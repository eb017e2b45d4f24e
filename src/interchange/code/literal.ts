import { formatShape, type Tensor } from '../../engine';
import { pythonFloat, pythonLists } from '../numpy';
import type { CodeLine } from './line';

/** From so many cells on a tensor is folded. */
const MOST_SHOWN = 16;
/** So many numbers of a folded tensor are shown, with so many digits. */
const SAMPLE = 3;
const SAMPLE_DIGITS = 4;

/** How an array is made, and what is not finite. */
export interface Dialect {
  /** `np.array` */
  readonly array: string;
  /** Further arguments, with a comma before them. */
  readonly more: string;
  readonly nan: string;
  readonly inf: string;
}

export const NUMPY: Dialect = { array: 'np.array', more: '', nan: 'np.nan', inf: 'np.inf' };

/**
 * A tensor with all of its digits, between `before` and `after`: a line for each row. In the listing, a large one is one line
 * that says how large it is.
 */
export function tensorLines(before: string, value: Tensor, after: string, at: readonly string[], dialect: Dialect = NUMPY): CodeLine[] {
  const opening = `${before}${dialect.array}(`;
  const whole = (): string[] => {
    if (value.data.length === 0) return [`${opening}[])${after}`];
    return inDialect(`${opening}${pythonLists(value, opening.length)}${dialect.more})${after}`, dialect).split('\n');
  };
  if (value.data.length <= MOST_SHOWN) return whole().map((text) => ({ text, at }));
  const rank = value.shape.length;
  const sample = Array.from(value.data.subarray(0, SAMPLE), (x) => pythonFloat(Number(x.toPrecision(SAMPLE_DIGITS)))).join(', ');
  const text = `${opening}${'['.repeat(rank)}${sample}, …${']'.repeat(rank)}${dialect.more})${after}`;
  const count = value.shape.slice(0, -1).reduce((rows, length) => rows * length, 1);
  return [{ text: `${inDialect(text, dialect)}  # ${formatShape(value.shape)}, whole in the copy`, at, folded: { count, whole } }];
}

function inDialect(text: string, { nan, inf }: Dialect): string {
  return nan === NUMPY.nan ? text : text.replaceAll(NUMPY.nan, nan).replaceAll(NUMPY.inf, inf);
}
