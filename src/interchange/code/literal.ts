import { formatShape, type Tensor } from '../../engine';
import { pythonFloat, pythonLists } from '../numpy';
import type { CodeLine, Dialect, LeafSlot } from './line';

/** A tensor with more cells, lines or numbers on a line is folded. By shape alone: other values fall on the same lines. */
const MOST_CELLS = 16;
const MOST_LINES = 4;
const MOST_COLUMNS = 6;
/** So many numbers of a folded tensor are shown, with so many digits. */
const SAMPLE = 3;
const SAMPLE_DIGITS = 4;

/** As NumPy writes them. */
export const NUMPY: Dialect = { array: 'np.array', more: '', nan: 'np.nan', inf: 'np.inf' };

/**
 * The value of a leaf with all of its digits, a line for each row. In the listing, a large one is one line that says how
 * large it is.
 */
export function leafLines({ leaf, before, after, dialect }: LeafSlot, value: Tensor): CodeLine[] {
  const at = [`feed ${leaf}`];
  const opening = `${before}${dialect.array}(`;
  const whole = (): string[] => inDialect(`${opening}${pythonLists(value, opening.length)}${dialect.more})${after}`, dialect).split('\n');
  const count = value.shape.slice(0, -1).reduce((rows, length) => rows * length, 1);
  const rank = value.shape.length;
  const isSmall = value.data.length <= MOST_CELLS && count <= MOST_LINES && (value.shape[rank - 1] ?? 1) <= MOST_COLUMNS;
  if (isSmall) return whole().map((text) => ({ text, at }));
  const sample = Array.from(value.data.subarray(0, SAMPLE), (x) => pythonFloat(Number(x.toPrecision(SAMPLE_DIGITS)))).join(', ');
  const text = `${opening}${'['.repeat(rank)}${sample}, …${']'.repeat(rank)}${dialect.more})${after}`;
  const size = rank === 1 ? `${value.data.length} numbers` : formatShape(value.shape);
  return [{ text: `${inDialect(text, dialect)}  # ${size}, whole in the copy`, at, folded: { count, whole } }];
}

function inDialect(text: string, { nan, inf }: Dialect): string {
  return nan === NUMPY.nan ? text : text.replaceAll(NUMPY.nan, nan).replaceAll(NUMPY.inf, inf);
}
