import { describe, expect, test } from 'vitest';
import { GraphError, scalarCall } from '../../src/engine';
import { thrownBy } from './thrown';

describe('scalarCall', () => {
  test('computes one operation on its own, and tells its slopes', () => {
    const call = scalarCall({ id: 'f', op: 'div', inputs: ['a', 'b'] }, new Map([['a', 3], ['b', 4]]));
    expect(call.call.output.data[0]).toBe(0.75);
    expect([0, 1].map((port) => call.partials(port, 0)[0]?.local)).toEqual([1 / 4, -3 / 16]);
    expect(call.work(0)).toEqual([{ port: 0, cell: 0, value: 3 }, ' ÷ ', { port: 1, cell: 0, value: 4 }]);
  });

  test('takes NaN for a value that is missing', () => {
    expect(scalarCall({ id: 'f', op: 'exp', inputs: ['x'] }, new Map()).call.output.data[0]).toBeNaN();
  });

  test('refuses an op that there is none of', () => {
    expect(thrownBy(() => scalarCall({ id: 'f', op: 'constructor', inputs: ['x'] }, new Map()))).toBeInstanceOf(GraphError);
  });
});
