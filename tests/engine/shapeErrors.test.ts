import { describe, expect, test } from 'vitest';
import { broadcastShapes, compile, findOp, GraphError, ShapeError, tensor, type Attributes, type Shape } from '../../src/engine';
import { thrownBy } from './thrown';

const sentences: readonly (readonly [op: string, shapes: readonly Shape[], message: string, attributes?: Attributes])[] = [
  ['sub', [[2, 3], [2]], 'Subtract "f": a is 2 × 3 but b is 2; aligned from the right, axes must be equal or 1'],
  ['add', [[2, 1], [1, 3], [4]], 'Add "f": x2 is 1 × 3 but x3 is 4; aligned from the right, axes must be equal or 1'],
  ['matmul', [[2, 3], [2, 3]], 'Matrix product "f": A is 2 × 3 but B is 2 × 3; columns of A must equal rows of B'],
  ['matmul', [[], [3]], 'Matrix product "f": A is scalar; a matrix product takes matrices or vectors'],
  ['matmul', [[3], [3, 3, 3]], 'Matrix product "f": B is 3 × 3 × 3; a matrix product takes matrices or vectors'],
  ['linear', [[11, 13], [12, 10], [10]], 'Linear "f": X is 11 × 13 but W is 12 × 10; columns of X must equal rows of W'],
  ['linear', [[], [12, 10], [10]], 'Linear "f": X is scalar; it must be a matrix with one example a row, or one example as a vector'],
  ['linear', [[2, 2, 2], [2, 1], [1]], 'Linear "f": X is 2 × 2 × 2; it must be a matrix with one example a row, or one example as a vector'],
  ['linear', [[11, 13], [13], [10]], 'Linear "f": W is 13; it must be a matrix, features × units'],
  ['linear', [[11, 13], [13, 10], [11]], 'Linear "f": W is 13 × 10 but b is 11; b needs one entry a column of W (10), or a single one'],
  ['linear', [[11, 13], [13, 10], [10, 1]], 'Linear "f": W is 13 × 10 but b is 10 × 1; b needs one entry a column of W (10), or a single one'],
  ['linear', [[11, 13], [13, 10], [1, 1, 10]], 'Linear "f": W is 13 × 10 but b is 1 × 1 × 10; b needs one entry a column of W (10), or a single one'],
  ['mse', [[3], [4]], 'MSE "f": y is 3 but a is 4; there must be one target for each prediction'],
  ['mse', [[1], [3, 1]], 'MSE "f": y is 1 but a is 3 × 1; there must be one target for each prediction'],
  ['sum', [[2, 3]], 'Sum "f": x is 2 × 3, which has no axis 2; its axes are 0 to 1', { axis: 2 }],
  ['mean', [[2, 3]], 'Mean "f": x is 2 × 3, which has no axis -3; its axes are 0 to 1', { axis: -3 }],
  ['sum', [[]], 'Sum "f": x is scalar, which has no axis 0; a scalar has none', { axis: 0 }],
  ['softmaxCrossEntropy', [[3], [3]], 'Softmax cross entropy "f": logits is 3; it must be a matrix, examples × classes'],
  ['softmaxCrossEntropy', [[2, 3], [3]], 'Softmax cross entropy "f": logits is 2 × 3 but target is 3; the target must be one-hot in the same shape, or one class index a row (2)'],
  ['softmaxCrossEntropy', [[1, 3], []], 'Softmax cross entropy "f": logits is 1 × 3 but target is scalar; the target must be one-hot in the same shape, or one class index a row (1)'],
  ['softmaxCrossEntropy', [[2, 3], [1, 2]], 'Softmax cross entropy "f": logits is 2 × 3 but target is 1 × 2; the target must be one-hot in the same shape, or one class index a row (2)'],
];

describe('compile refuses shapes that do not fit, with both of them and the likely cause', () => {
  for (const [op, shapes, message, attributes = {}] of sentences) {
    test(`in ${op} of ${JSON.stringify(shapes)}: ${message}`, () => {
      const leaves = shapes.map((shape, port) => ({ id: `x${port}`, role: 'data' as const, shape }));
      const node = { id: 'f', op, inputs: leaves.map(({ id }) => id), attributes };
      const error = thrownBy(() => compile({ nodes: [...leaves, node], output: 'f' }));
      expect(error).toBeInstanceOf(GraphError);
      expect(error.message).toBe(message);
      expect(error instanceof GraphError ? error.node : 'none').toBe('f');
    });
  }
});

describe('compile accepts shapes that do fit', () => {
  test.each<[string, readonly Shape[], Shape, Attributes]>([
    ['linear', [[11, 13], [13, 10], []], [11, 10], {}],
    ['linear', [[13], [13, 10], [1, 10]], [10], {}],
    ['matmul', [[3], [3]], [], {}],
    ['matmul', [[2, 3], [3]], [2], {}],
    ['mse', [[3], [3, 1]], [], {}],
    ['mse', [[], [1, 1]], [], {}],
    ['sum', [[2, 3]], [], {}],
    ['sum', [[2, 3]], [1, 1], { keepDims: true }],
    ['sum', [[2, 3]], [2], { axis: -1 }],
    ['sum', [[2, 3]], [1, 3], { axis: 0, keepDims: true }],
    ['sum', [[2, 3]], [], { axis: null, keepDims: false }],
    ['add', [[2, 1], [3], []], [2, 3], {}],
  ])('%s of %j is %j', (op, shapes, shape, attributes) => {
    const leaves = shapes.map((given, port) => ({ id: `x${port}`, role: 'data' as const, shape: given }));
    const program = compile({ nodes: [...leaves, { id: 'f', op, inputs: leaves.map(({ id }) => id), attributes }], output: 'f' });
    expect(program.view('f').shape).toEqual(shape);
  });
});

describe('broadcastShapes', () => {
  test('says which axes meet', () => {
    const error = thrownBy(() => broadcastShapes([2, 3], [4, 1]));
    expect(error).toBeInstanceOf(ShapeError);
    expect(error.name).toBe('ShapeError');
    expect(error.message).toBe('2 × 3 and 4 × 1 do not fit together: aligned from the right, axes must be equal or 1, but 2 meets 4');
  });

  test('stretches axes of length 1 and missing ones on either side', () => {
    expect(broadcastShapes([2, 1], [3])).toEqual([2, 3]);
    expect(broadcastShapes([3], [2, 1])).toEqual([2, 3]);
    expect(broadcastShapes([], [4])).toEqual([4]);
    expect(broadcastShapes([], [])).toEqual([]);
  });
});

describe('tensor', () => {
  test('refuses lists that are deeper or shallower than their first entries', () => {
    expect(thrownBy(() => tensor([1, [2]])).message).toBe('the lists are ragged: by their first entries they are 2, but along axis 1 one has another length');
    expect(thrownBy(() => tensor([[1], 2])).message).toBe('the lists are ragged: by their first entries they are 2 × 1, but along axis 1 one has another length');
  });

  test('refuses data that do not fill their shape', () => {
    const error = thrownBy(() => tensor({ shape: [2, 2], data: Float64Array.of(1, 2, 3) }));
    expect(error).toBeInstanceOf(ShapeError);
    expect(error.message).toBe('a tensor of shape 2 × 2 cannot hold 3 numbers');
  });

  test('copies, so that nothing is shared with what it is given', () => {
    const shape = [2];
    const data = Float64Array.of(1, 2);
    const copy = tensor({ shape, data });
    data[0] = 9;
    shape[0] = 9;
    expect(copy).toEqual({ shape: [2], data: Float64Array.of(1, 2) });
  });
});

describe('forward of an op', () => {
  test('names the port that it was not given', () => {
    const call = { inputs: [], output: tensor(0), attributes: {}, plan: new Int32Array(0), scratch: new Float64Array(0) };
    const error = thrownBy(() => {
      findOp('exp')?.forward(call);
    });
    expect(error).toBeInstanceOf(RangeError);
    expect(error.message).toBe('port 0 of 0');
  });
});
