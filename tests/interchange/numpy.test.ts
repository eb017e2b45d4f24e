import { describe, expect, it } from 'vitest';
import { tensor } from '../../src/engine';
import { toNumpy } from '../../src/interchange/numpy';

describe('toNumpy', () => {
  it('writes a matrix with its rows under one another', () => {
    expect(toNumpy(tensor([[0.1, -2.5], [3.25, 1e-7]]))).toBe('np.array([[0.1, -2.5],\n          [3.25, 1e-7]])');
  });

  it('writes whole numbers so that NumPy makes doubles of them', () => {
    expect(toNumpy(tensor([1, 0, -3]))).toBe('np.array([1.0, 0.0, -3.0])');
  });

  it('writes what is not finite by its NumPy name', () => {
    expect(toNumpy(tensor([NaN, Infinity, -Infinity]))).toBe('np.array([np.nan, np.inf, -np.inf])');
  });

  it('keeps every digit, the exponent and the sign of zero', () => {
    const numbers = [0.1 + 0.2, 1 / 3, 1e21, 5e-324, -0];
    expect(toNumpy(tensor(numbers))).toBe('np.array([0.30000000000000004, 0.3333333333333333, 1e+21, 5e-324, -0.0])');
  });

  it('writes a scalar as an array without axes', () => {
    expect(toNumpy(tensor(8.25))).toBe('np.array(8.25)');
  });

  it('nests as deep as the tensor', () => {
    expect(toNumpy(tensor([[[1.5], [2.5]], [[3.5], [4.5]]]))).toBe(
      'np.array([[[1.5],\n           [2.5]],\n          [[3.5],\n           [4.5]]])',
    );
  });

  it('writes an empty tensor by its shape', () => {
    expect(toNumpy({ shape: [0, 3], data: new Float64Array(0) })).toBe('np.zeros((0, 3))');
    expect(toNumpy({ shape: [0], data: new Float64Array(0) })).toBe('np.zeros((0,))');
  });
});
