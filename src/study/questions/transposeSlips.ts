import type { Edge, Program, Shape } from '../../engine';
import { formatName } from '../../scene/format';
import { listed } from '../../scene/listed';
import { callOf } from '../../scene/recording/working';
import type { Slip } from './question';
import { MOST_LISTED } from './words';

const PRODUCTS: ReadonlySet<string> = new Set(['linear', 'matmul']);

/** The cell in row j, column i in place of that in row i, column j. */
export function swappedSlips(shape: Shape, data: Float64Array, cell: number): Slip[] {
  const [rows = 1, columns = 1] = shape;
  if (shape.length !== 2) return [];
  const [row, column] = [Math.floor(cell / columns), cell % columns];
  const value = data[column * columns + row];
  if (row === column || column >= rows || row >= columns || value === undefined) return [];
  return [{ kind: 'transpose', value, says: `That is the cell in row ${column + 1}, column ${row + 1}: rows and columns have been swapped.` }];
}

/**
 * What comes over some edges, with the other matrix as it is instead of transposed in each matrix product, where the
 * shapes allow that. What comes from other operations stays as it is.
 *
 * @param shares what comes over each of the edges if all is right
 */
export function untransposedSlips(program: Program, edges: readonly Edge[], shares: readonly number[], cell: number): Slip[] {
  const others = new Set<string>();
  let value = 0;
  for (const [index, edge] of edges.entries()) {
    const product = edge.port > 1 ? undefined : productAt(program, edge.to);
    if (product !== undefined) others.add(formatName(product.call.node.inputs[1 - edge.port] ?? ''));
    value += product === undefined ? (shares[index] ?? NaN) : untransposed(program, product, edge, cell);
  }
  if (others.size === 0) return [];
  return [{ kind: 'transpose', value, says: `That is what comes out if ${listed([...others], { most: MOST_LISTED })} ${others.size === 1 ? 'is not transposed in the product' : 'are not transposed in the products'}.` }];
}

/** NaN where the shapes do not fit. */
function untransposed(program: Program, { left, right, m, k, n }: Product, edge: Edge, cell: number): number {
  const upstream = program.gradientView(edge.to).data;
  if (edge.port === 0) {
    const [row, column] = [Math.floor(cell / k), cell % k];
    return n === k ? sumOf(n, (j) => at(upstream, row * n + j) * at(right, j * n + column)) : NaN;
  }
  const [row, column] = [Math.floor(cell / n), cell % n];
  return k === m ? sumOf(m, (i) => at(left, row * k + i) * at(upstream, i * n + column)) : NaN;
}

/** A matrix product whose right factor has been transposed although it should not be, where the shapes allow that. */
export function needlesslyTransposedSlips(program: Program, node: string, cell: number): Slip[] {
  const product = productAt(program, node);
  if (product === undefined) return [];
  const { call, left, right, k, n } = product;
  if (k !== n || n < 2) return [];
  const [row, column] = [Math.floor(cell / n), cell % n];
  const bias = call.call.inputs[2]?.data;
  const offset = bias === undefined ? 0 : at(bias, bias.length === 1 ? 0 : column);
  const value = offset + sumOf(k, (c) => at(left, row * k + c) * at(right, column * n + c));
  return [{ kind: 'transpose', value, says: `That is what comes out if ${formatName(call.node.inputs[1] ?? '')} is transposed before the product; here it is taken as it is.` }];
}

interface Product {
  readonly call: Program['forwardCalls'][number];
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

function productAt(program: Program, id: string): Product | undefined {
  const call = callOf(program, id);
  if (call === undefined || !PRODUCTS.has(call.op.name)) return undefined;
  const [left, right] = call.call.inputs;
  const [m = 0, k = 0, n = 0] = call.call.plan;
  return left === undefined || right === undefined ? undefined : { call, left: left.data, right: right.data, m, k, n };
}

function at(data: Float64Array, cell: number): number {
  return data[cell] ?? NaN;
}

function sumOf(count: number, summand: (index: number) => number): number {
  let sum = 0;
  for (let index = 0; index < count; index++) sum += summand(index);
  return sum;
}
