import { findOp, isLeaf, sizeOf, type Edge, type Operation, type Recording, type Shape } from '../../engine';
import { indexOf } from '../../scene/recording/recordingIndex';

/**
 * How a gradient changes its shape on its way back over an edge, beside what the op's derivative says: `sum` where the input
 * was stretched to the shape of the result, so that its copies are summed; `spread` where cells were made into one along an
 * axis, each of which gets the same.
 */
export interface Crossing {
  readonly kind: 'sum' | 'spread';
  /** `rows` and `columns` of a matrix, `axis 3` beyond; undefined for all axes at once. */
  readonly along: string | undefined;
}

/** Operations that make one cell of many, each of which counts alike. */
const REDUCTIONS: ReadonlySet<string> = new Set(['sum', 'mean']);

/** How a gradient crosses an edge from one shape to another; undefined where the op's derivative says all of it. */
export function crossingOf(recording: Recording, { from, to, port }: Edge): Crossing | undefined {
  const { nodes, shapes } = indexOf(recording);
  const node = nodes.get(to);
  const [input, output] = [shapes.get(from), shapes.get(to)];
  if (node === undefined || isLeaf(node) || input === undefined || output === undefined) return undefined;
  if (REDUCTIONS.has(node.op)) return spreadOf(node, input, output);
  if (findOp(node.op)?.elementwise === true) return stretchedFrom(input, output);
  // The derivative of a bias is a sum over the rows; of one for all columns, it is one over these as well.
  const columns = output.at(-1) ?? 1;
  return node.op === 'linear' && port === 2 && sizeOf(input) === 1 && columns > 1 ? { kind: 'sum', along: undefined } : undefined;
}

function spreadOf({ attributes }: Operation, input: Shape, output: Shape): Crossing | undefined {
  if (sizeOf(input) === sizeOf(output)) return undefined;
  const axis = attributes?.['axis'];
  if (sizeOf(output) === 1 || typeof axis !== 'number') return { kind: 'spread', along: undefined };
  const at = axis < 0 ? axis + input.length : axis;
  return { kind: 'spread', along: axisName(at, input.length) };
}

function stretchedFrom(input: Shape, output: Shape): Crossing | undefined {
  if (sizeOf(input) === sizeOf(output)) return undefined;
  if (sizeOf(input) === 1) return { kind: 'sum', along: undefined };
  const lengthIn = (axis: number): number => input[axis - output.length + input.length] ?? 1;
  const stretched = output.flatMap((length, axis) => (length > 1 && lengthIn(axis) === 1 ? [axisName(axis, output.length)] : []));
  return { kind: 'sum', along: stretched.join(', ') };
}

/** What one goes over along an axis: its entries are the rows of a matrix, or its columns. */
function axisName(axis: number, rank: number): string {
  if (rank !== 2) return `axis ${axis + 1}`;
  return axis === 0 ? 'rows' : 'columns';
}

/** Where every copy of a spread gradient stands: `in every row`; a matrix whose columns were summed has it in every column. */
export function everywhereAlong(along: string): string {
  return along.startsWith('axis') ? `all along ${along}` : `in every ${along.slice(0, -1)}`;
}

/** Whether an op on an edge takes another input that is smaller than its result, and is repeated to fit. */
export function repeatsAnother(recording: Recording, { to, port }: Edge): boolean {
  const { nodes, shapes } = indexOf(recording);
  const node = nodes.get(to);
  const output = shapes.get(to);
  if (node === undefined || isLeaf(node) || output === undefined || findOp(node.op)?.elementwise !== true) return false;
  return node.inputs.some((id, other) => {
    const size = sizeOf(shapes.get(id) ?? output);
    // A single number times a matrix is what everybody knows.
    return other !== port && size > 1 && size < sizeOf(output);
  });
}
