import { describe, expect, it } from 'vitest';
import { tensor } from '../../src/engine';
import { toCsv } from '../../src/interchange/csv';

describe('toCsv', () => {
  it('writes a matrix a row a line, with every digit', () => {
    expect(toCsv(tensor([[0.1 + 0.2, -2], [1e-9, 4]]))).toBe('0.30000000000000004,-2\n1e-9,4');
  });

  it('writes a vector in one line and a scalar as one number', () => {
    expect(toCsv(tensor([1, 2, 3]))).toBe('1,2,3');
    expect(toCsv(tensor(7))).toBe('7');
  });

  it('writes what is not finite in words, and keeps the sign of zero', () => {
    expect(toCsv(tensor([NaN, Infinity, -Infinity, -0]))).toBe('NaN,Infinity,-Infinity,-0');
  });

  it('flattens all axes but the last into lines', () => {
    expect(toCsv(tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]))).toBe('1,2\n3,4\n5,6\n7,8');
  });

  it('writes an empty tensor as nothing', () => {
    expect(toCsv({ shape: [0, 3], data: new Float64Array(0) })).toBe('');
  });
});
