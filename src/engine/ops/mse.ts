/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { inputData, inputOperand } from '../elementwise';
import { ShapeError } from '../errors';
import type { Op, Working } from '../op';
import { formatShape, sameShape, type Shape } from '../shape';

/**
 * The mean of the squared differences between target y and prediction a, over all cells of both. Axes of length 1
 * do not count, so that targets of shape 11 meet predictions of shape 11 × 1 cell by cell instead of broadcasting.
 */
export const mse: Op = {
  name: 'mse',
  title: 'MSE',
  glyph: 'MSE',
  doc: 'The mean squared error between target y and prediction a.',
  ports: ['y', 'a'],
  variadic: false,
  elementwise: false,
  attributes: [],
  shape: ([y = [], a = []]) => {
    const long = (length: number): boolean => length !== 1;
    if (!sameShape(y.filter(long), a.filter(long))) {
      throw new ShapeError(
        `y is ${formatShape(y)} but a is ${formatShape(a)}; there must be one target for each prediction`,
      );
    }
    return [];
  },
  forward: (call) => {
    const y = inputData(call, 0);
    const a = inputData(call, 1);
    let sum = 0;
    for (let i = 0; i < y.length; i++) {
      const difference = y[i]! - a[i]!;
      sum += difference * difference;
    }
    call.output.data[0] = sum / y.length;
  },
  backward: (call, port, upstream, into) => {
    const mine = inputData(call, port);
    const other = inputData(call, 1 - port);
    const factor = (2 / mine.length) * upstream[0]!;
    for (let i = 0; i < into.length; i++) into[i]! += factor * (mine[i]! - other[i]!);
  },
  formula: ({ inputs: [y = '', a = ''] }) => `\\tfrac{1}{m} \\textstyle\\sum (${y} - ${a})^2`,
  derivative: ({ inputs: [y = '', a = ''], upstream }, port) =>
    `${port === 0 ? '' : '-'}\\tfrac{2}{m} (${y} - ${a})\\, ${upstream}`,
  work: (call) => {
    const y = inputData(call, 0);
    const a = inputData(call, 1);
    const squares: Working[number][] = [];
    for (let i = 0; i < y.length; i++) {
      squares.push(i === 0 ? '(' : ' + (', { port: 0, cell: i, value: y[i]! }, ' − ', { port: 1, cell: i, value: a[i]! }, ')²');
    }
    return ['[', ...squares, `] ÷ ${y.length}`];
  },
  slopeWork: (call, port, cell) => {
    const factor = `${port === 0 ? '' : '−'}2/${inputData(call, port).length} × (`;
    return [factor, inputOperand(call, 0, cell), ' − ', inputOperand(call, 1, cell), ')'];
  },
  partials: (call, port, cell) => {
    const mine = inputData(call, port);
    return [{ output: 0, local: (2 / mine.length) * (mine[cell]! - inputData(call, 1 - port)[cell]!) }];
  },
  code: {
    forward: ({ inputs: [y = '', a = ''], shapes: [of = [], by = []] }) => `np.mean((${y} - ${inShapeOf(y, of, a, by)}) ** 2)`,
    backward: ({ inputs, shapes, upstream }, port) => {
      const [mine = '', other = ''] = port === 0 ? inputs : inputs.toReversed();
      const [of = [], by = []] = port === 0 ? shapes : shapes.toReversed();
      return `2 / ${mine}.size * (${mine} - ${inShapeOf(mine, of, other, by)}) * ${upstream}`;
    },
    torch: ({ inputs: [y = '', a = ''], shapes: [of = [], by = []] }) => `((${y} - ${inShapeOf(y, of, a, by)}) ** 2).mean()`,
  },
};

/** `other` in Python, brought to the shape of `mine`: left as they are, 11 and 11 × 1 would broadcast to 11 × 11. */
function inShapeOf(mine: string, of: Shape, other: string, by: Shape): string {
  return sameShape(of, by) ? other : `${other}.reshape(${mine}.shape)`;
}
