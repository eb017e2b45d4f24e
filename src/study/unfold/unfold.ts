import type { Tensor } from '../../engine';
import type { ProductPart, Product } from './product';

/** A matrix as it stands in a formula; perhaps one whose numbers do not exist yet. */
export interface Matrix {
  /** Which tensor it is: one of the ports, the product's own value, or what arrives from above. */
  readonly of: 0 | 1 | 2 | 'value' | 'upstream';
  /** Whether it is a gradient. */
  readonly gradient: boolean;
  readonly transposed: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Row after row; of a transposed matrix, as it stood before. Undefined as long as there are no numbers. */
  readonly data: Float64Array | undefined;
}

/** What stands on the paper for one part of a product: `left · right + added = result`. A sum of columns has no right factor. */
export interface Unfolding {
  readonly part: ProductPart;
  readonly left: Matrix;
  readonly right: Matrix | undefined;
  readonly added: Matrix | undefined;
  readonly result: Matrix;
}

/** A cell of a matrix, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** What takes part in one cell of the result. `all` is every cell: of a matrix that is summed up into a single number. */
export type Band = { readonly row: number } | { readonly column: number } | 'all';

/** The tensors that exist at a moment. */
export interface Tensors {
  /** What the ports read. */
  readonly inputs: readonly (Tensor | undefined)[];
  readonly value: Tensor | undefined;
  /** The gradient that has arrived at the product. */
  readonly upstream: Tensor | undefined;
  /** What the product passes back by each port. */
  readonly flows: readonly (Tensor | undefined)[];
}

/**
 * The matrices of one part: X · W + b = Z for the value; Xᵀ · G for W, G · Wᵀ for X and the sum of the columns of G for b,
 * where G is the gradient from above.
 */
export function unfold({ rows, inner, columns, bias }: Product, part: ProductPart, { inputs, value, upstream, flows }: Tensors): Unfolding {
  const matrix = (of: Matrix['of'], height: number, width: number, tensor: Tensor | undefined, gradient: boolean): Matrix => ({
    of,
    gradient,
    transposed: false,
    rows: height,
    columns: width,
    data: tensor?.data,
  });
  const x = matrix(0, rows, inner, inputs[0], false);
  const w = matrix(1, inner, columns, inputs[1], false);
  const g = matrix('upstream', rows, columns, upstream, true);
  switch (part) {
    case 'value': {
      const added = bias === 0 ? undefined : matrix(2, 1, bias, inputs[2], false);
      return { part, left: x, right: w, added, result: matrix('value', rows, columns, value, false) };
    }
    case 0:
      return { part, left: g, right: transposeOf(w), added: undefined, result: matrix(0, rows, inner, flows[0], true) };
    case 1:
      return { part, left: transposeOf(x), right: g, added: undefined, result: matrix(1, inner, columns, flows[1], true) };
    case 2:
      return { part, left: g, right: undefined, added: undefined, result: matrix(2, 1, bias, flows[2], true) };
  }
}

function transposeOf(matrix: Matrix): Matrix {
  return { ...matrix, transposed: true, rows: matrix.columns, columns: matrix.rows };
}

/** The number in a cell of a matrix; undefined as long as there is none. */
export function numberAt({ data, transposed, rows, columns }: Matrix, { row, column }: Place): number | undefined {
  return data?.[transposed ? column * rows + row : row * columns + column];
}

/** Where a cell of the result stands in its tensor, and back. */
export function offsetAt({ columns }: Matrix, { row, column }: Place): number {
  return row * columns + column;
}

/** The cell of a matrix that is not transposed at an offset; the last one if there are not so many. */
export function placeAt({ rows, columns }: Matrix, offset: number): Place {
  const within = Math.max(0, Math.min(rows * columns - 1, offset));
  return { row: Math.floor(within / columns), column: within % columns };
}

/** Which cells of the matrices make one cell of the result. */
export function bandsOf({ part, left, added, result }: Unfolding, { row, column }: Place): { readonly left: Band; readonly right: Band; readonly added: Band } {
  if (part !== 2) return { left: { row }, right: { column }, added: { column: added?.columns === 1 ? 0 : column } };
  return { left: result.columns === 1 && left.columns > 1 ? 'all' : { column }, right: 'all', added: 'all' };
}

/** Whether a cell belongs to a band. */
export function isIn(band: Band, { row, column }: Place): boolean {
  if (band === 'all') return true;
  return 'row' in band ? band.row === row : band.column === column;
}

/** One summand of a cell: a product of two numbers, or a number alone. */
export interface Summand {
  readonly left: number;
  readonly right: number | undefined;
  readonly product: number;
}

/** How many summands make a cell of the result. */
export function summandsIn({ part, left, added, result }: Unfolding): number {
  if (part !== 2) return left.columns + (added === undefined ? 0 : 1);
  return result.columns === 1 ? left.rows * left.columns : left.rows;
}

/** Summand number `index` of a cell of the result; undefined as long as one of its numbers does not exist. */
export function summandAt(unfolding: Unfolding, { row, column }: Place, index: number): Summand | undefined {
  const { part, left, right, added, result } = unfolding;
  const alone = (value: number | undefined): Summand | undefined => value === undefined ? undefined : { left: value, right: undefined, product: value };
  if (part === 2) {
    const single = result.columns === 1;
    return alone(numberAt(left, single ? { row: Math.floor(index / left.columns), column: index % left.columns } : { row: index, column }));
  }
  if (added !== undefined && index === left.columns) return alone(numberAt(added, { row: 0, column: added.columns === 1 ? 0 : column }));
  const [a, b] = [numberAt(left, { row, column: index }), right && numberAt(right, { row: index, column })];
  return a === undefined || b === undefined ? undefined : { left: a, right: b, product: a * b };
}
