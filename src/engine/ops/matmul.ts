/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the plan */
import { inputData } from '../elementwise';
import { ShapeError } from '../errors';
import { addProduct, addTransposedLeft, addTransposedRight } from '../kernels/matmul';
import type { Call, LocalDerivative, Op, Working } from '../op';
import { formatShape, type Shape } from '../shape';

/** The matrix product, with NumPy's rule for vectors: a row on the left, a column on the right, and that axis is dropped. */
export const matmul: Op = {
  name: 'matmul',
  title: 'Matrix product',
  glyph: '·',
  doc: 'The matrix product A · B.',
  ports: ['A', 'B'],
  variadic: false,
  elementwise: false,
  attributes: [],
  shape: ([a = [], b = []]) => {
    for (const [name, shape] of [['A', a] as const, ['B', b] as const]) {
      if (shape.length !== 1 && shape.length !== 2) {
        throw new ShapeError(`${name} is ${formatShape(shape)}; a matrix product takes matrices or vectors`);
      }
    }
    if (a[a.length - 1] !== b[0]) {
      throw new ShapeError(`A is ${formatShape(a)} but B is ${formatShape(b)}; columns of A must equal rows of B`);
    }
    return [...a.slice(0, -1), ...b.slice(1)];
  },
  plan: ([a = [], b = []]) => productPlan(a, b),
  forward: (call) => {
    const out = call.output.data.fill(0);
    addProduct(inputData(call, 0), inputData(call, 1), out, call.plan[0]!, call.plan[1]!, call.plan[2]!);
  },
  backward: (call, port, upstream, into) => {
    if (port === 0) addTransposedRight(upstream, inputData(call, 1), into, call.plan[0]!, call.plan[1]!, call.plan[2]!);
    else addTransposedLeft(inputData(call, 0), upstream, into, call.plan[0]!, call.plan[1]!, call.plan[2]!);
  },
  formula: ({ inputs: [a = '', b = ''] }) => `${a} ${b}`,
  derivative: ({ inputs: [a = '', b = ''], upstream }, port) =>
    port === 0 ? `${upstream}\\, ${b}^{\\mathsf T}` : `${a}^{\\mathsf T}\\, ${upstream}`,
  work: (call, cell) => workProduct(call, cell),
  partials: (call, port, cell) => partialsOfProduct(call, port, cell),
  code: {
    forward: ({ inputs: [a = '', b = ''] }) => `${a} @ ${b}`,
    backward: ({ inputs: [a = '', b = ''], shapes: [left = [], right = []], upstream }, port) => {
      // Without its axis the upstream of a vector is no factor of a matrix product any more.
      if (port === 0) {
        if (right.length === 1) return left.length === 1 ? `${upstream} * ${b}` : `np.outer(${upstream}, ${b})`;
        return `${upstream} @ ${b}.T`;
      }
      if (left.length === 1) return right.length === 1 ? `${upstream} * ${a}` : `np.outer(${a}, ${upstream})`;
      return `${a}.T @ ${upstream}`;
    },
    torch: ({ inputs: [a = '', b = ''] }) => `${a} @ ${b}`,
  },
};

/** The lengths m, k, n of a product m × k by k × n; a vector on the left has m = 1, on the right n = 1. */
export function productPlan(a: Shape, b: Shape): Int32Array {
  return Int32Array.of(a.length === 2 ? a[0]! : 1, a[a.length - 1]!, b.length === 2 ? b[1]! : 1);
}

/** The row of the left factor times the column of the right one, term by term. */
export function workProduct(call: Call, cell: number): Working {
  const k = call.plan[1]!;
  const n = call.plan[2]!;
  const row = Math.floor(cell / n);
  const column = cell % n;
  const terms: Working[number][] = [];
  for (let c = 0; c < k; c++) {
    const left = row * k + c;
    const right = c * n + column;
    if (c > 0) terms.push(' + ');
    terms.push({ port: 0, cell: left, value: inputData(call, 0)[left]! }, ' × ');
    terms.push({ port: 1, cell: right, value: inputData(call, 1)[right]! });
  }
  return terms;
}

/** A cell of the left factor reaches its row of the product; one of the right factor, its column. */
export function partialsOfProduct(call: Call, port: number, cell: number): LocalDerivative[] {
  const [m, k, n] = [call.plan[0]!, call.plan[1]!, call.plan[2]!];
  if (port === 0) {
    const row = Math.floor(cell / k);
    const right = inputData(call, 1);
    return Array.from({ length: n }, (_, j) => ({ output: row * n + j, local: right[(cell % k) * n + j]! }));
  }
  const left = inputData(call, 0);
  const [c, j] = [Math.floor(cell / n), cell % n];
  return Array.from({ length: m }, (_, i) => ({ output: i * n + j, local: left[i * k + c]! }));
}
