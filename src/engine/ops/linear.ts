/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the plan */
import { inputData } from '../elementwise';
import { ShapeError } from '../errors';
import { addProduct, addTransposedLeft, addTransposedRight } from '../kernels/matmul';
import type { Op } from '../op';
import { formatShape, sizeOf, type Shape } from '../shape';
import { partialsOfProduct, productPlan, workProduct } from './matmul';

/**
 * The affine map X · W + b. The bias has one entry a column of W, or a single one for all columns; its gradient
 * is summed over the rows (and, if single, over the columns). One example may be given as a vector.
 */
export const linear: Op = {
  name: 'linear',
  title: 'Linear',
  glyph: 'X·W+b',
  doc: 'The affine map X · W + b.',
  ports: ['X', 'W', 'b'],
  variadic: false,
  elementwise: false,
  attributes: [],
  shape: ([x = [], w = [], b = []]) => {
    if (x.length !== 1 && x.length !== 2) {
      throw new ShapeError(`X is ${formatShape(x)}; it must be a matrix with one example a row, or one example as a vector`);
    }
    if (w.length !== 2) throw new ShapeError(`W is ${formatShape(w)}; it must be a matrix, features × units`);
    if (x[x.length - 1] !== w[0]) {
      throw new ShapeError(`X is ${formatShape(x)} but W is ${formatShape(w)}; columns of X must equal rows of W`);
    }
    const columns = w[1]!;
    if ((b[b.length - 1] ?? 1) !== sizeOf(b) || b.length > 2 || (sizeOf(b) !== columns && sizeOf(b) !== 1)) {
      throw new ShapeError(
        `W is ${formatShape(w)} but b is ${formatShape(b)}; b needs one entry a column of W (${columns}), or a single one`,
      );
    }
    return [...x.slice(0, -1), columns];
  },
  plan: ([x = [], w = []]) => productPlan(x, w),
  forward: (call) => {
    const m = call.plan[0]!;
    const n = call.plan[2]!;
    const out = call.output.data;
    const bias = inputData(call, 2);
    if (bias.length === 1) out.fill(bias[0]!);
    else for (let i = 0, cell = 0; i < m; i++) for (let j = 0; j < n; j++) out[cell++] = bias[j]!;
    addProduct(inputData(call, 0), inputData(call, 1), out, m, call.plan[1]!, n);
  },
  backward: (call, port, upstream, into) => {
    const m = call.plan[0]!;
    const k = call.plan[1]!;
    const n = call.plan[2]!;
    if (port === 0) addTransposedRight(upstream, inputData(call, 1), into, m, k, n);
    else if (port === 1) addTransposedLeft(inputData(call, 0), upstream, into, m, k, n);
    else if (into.length === 1) {
      let sum = 0;
      for (let cell = 0; cell < m * n; cell++) sum += upstream[cell]!;
      into[0]! += sum;
    } else {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let cell = j; cell < m * n; cell += n) sum += upstream[cell]!;
        into[j]! += sum;
      }
    }
  },
  formula: ({ inputs: [x = '', w = '', b = ''] }) => `${x} ${w} + ${b}`,
  derivative: ({ inputs: [x = '', w = ''], upstream }, port) => {
    if (port === 0) return `${upstream}\\, ${w}^{\\mathsf T}`;
    return port === 1 ? `${x}^{\\mathsf T}\\, ${upstream}` : `\\textstyle\\sum_{\\text{rows}} ${upstream}`;
  },
  work: (call, cell) => {
    const bias = inputData(call, 2);
    const entry = bias.length === 1 ? 0 : cell % call.plan[2]!;
    return [...workProduct(call, cell), ' + ', { port: 2, cell: entry, value: bias[entry]! }];
  },
  partials: (call, port, cell) => {
    if (port < 2) return partialsOfProduct(call, port, cell);
    const [m, n] = [call.plan[0]!, call.plan[2]!];
    const single = inputData(call, 2).length === 1;
    return Array.from({ length: single ? m * n : m }, (_, i) => ({ output: single ? i : i * n + cell, local: 1 }));
  },
  code: {
    forward: ({ inputs: [x = '', w = '', b = ''], shapes }) => `${x} @ ${w} + ${biasIn(b, shapes)}`,
    backward: ({ inputs: [x = '', w = ''], shapes, upstream }, port) => {
      if (port === 0) return `${upstream} @ ${w}.T`;
      if (port === 1) return shapes[0]?.length === 1 ? `np.outer(${x}, ${upstream})` : `${x}.T @ ${upstream}`;
      return isBiasRow(shapes) ? `${upstream}.reshape(1, -1)` : upstream;
    },
    torch: ({ inputs: [x = '', w = '', b = ''], shapes }) => `${x} @ ${w} + ${biasIn(b, shapes)}`,
    stretched: [2],
  },
};

/** Whether the bias is a row although there is only one example, a vector: in Python it would make a row of the result. */
function isBiasRow([x = [], , b = []]: readonly Shape[]): boolean {
  return b.length > x.length;
}

function biasIn(name: string, shapes: readonly Shape[]): string {
  return isBiasRow(shapes) ? `${name}.reshape(-1)` : name;
}
