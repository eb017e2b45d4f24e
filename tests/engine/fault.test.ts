import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { faultOf, type Fault } from '../../src/engine';
import { networkRecording } from '../scene/recording/recordings';
import { recorded, scalars, wildGraph } from './scalarGraphs';

const faultIn = (...lines: string[]): Fault | undefined => faultOf(recorded(scalars(...lines)));

describe('faultOf', () => {
  test('finds nothing where all is finite', () => {
    expect(faultIn('x = 2', 'v1 = log(x)', 'f = div(1, v1)')).toBeUndefined();
  });

  test('takes no notes of an iteration in which all is finite', () => {
    const recording = recorded(scalars('x = 2', 'v1 = log(x)', 'f = div(1, v1)'));
    const set = vi.spyOn(Map.prototype, 'set');
    faultOf(recording);
    const notes = set.mock.calls.length;
    set.mockRestore();
    expect(notes).toBe(0);
  });

  test('leaves graphs of tensors to others', () => {
    expect(faultOf(networkRecording())).toBeUndefined();
  });

  test('tells which operation has no value, of what, and why', () => {
    expect(faultIn('x = -2', 'v1 = mul(x, 1)', 'v2 = log(v1)', 'f = mul(v2, 3)')).toEqual({
      part: 'value',
      node: 'v2',
      op: 'log',
      title: 'Logarithm',
      inputs: [{ port: 'x', node: 'v1', value: -2 }],
      working: ['log(', { port: 0, cell: 0, value: -2 }, ')'],
      result: NaN,
      reason: 'the logarithm exists only above 0',
    });
  });

  test('takes the first place in the order of computation', () => {
    expect(faultIn('x = 0', 'v1 = log(x)', 'v2 = div(1, v1)', 'f = div(v2, x)')?.node).toBe('v1');
  });

  test.each<[string[], number, string | undefined]>([
    [['x = 0', 'f = log(x)'], -Infinity, 'the logarithm exists only above 0; towards 0 it falls to −∞'],
    [['x = 0', 'f = div(1, x)'], Infinity, 'a division by 0 has no value'],
    [['x = -4', 'f = sqrt(x)'], NaN, 'the square root of a negative number is not real'],
    [['x = 0', 'f = pow(x, -2)'], Infinity, 'a negative power of 0 is a division by 0'],
    [['x = -8', 'f = pow(x, 0.5)'], NaN, 'a negative number has real powers at whole exponents only'],
    [['x = 800', 'f = exp(x)'], Infinity, undefined],
    [['x = 1e200', 'v1 = neg(x)', 'f = mul(x, v1)'], -Infinity, undefined],
    [['x = 1e200', 'f = mul(x, x, 0)'], NaN, undefined],
  ])('gives the result and the reason of %j', (lines, result, reason) => {
    expect(faultIn(...lines)).toMatchObject({ part: 'value', result, reason });
  });

  test.each<[string, string[], object]>([
    ['an infinite slope', ['x = 0', 'v1 = sqrt(x)', 'f = mul(v1, 2)'], { node: 'v1', local: Infinity, upstream: 2, cause: 'local', edge: { from: 'x', to: 'v1', port: 0 } }],
    ['an infinite slope that meets an upstream of 0', ['x = 0', 'v1 = sqrt(x)', 'f = mul(v1, 0)'], { node: 'v1', local: Infinity, upstream: 0, cause: 'local' }],
    ['the slope of a power at 0', ['x = 0', 'f = pow(x, 0.5)'], { node: 'f', local: Infinity, cause: 'local' }],
    ['the slope in an exponent over a negative base', ['b = 3', 'f = pow(-2, b)'], { node: 'f', local: NaN, cause: 'local', edge: { id: 'f:1' } }],
    ['a product', ['x = 1e-300', 'y = 1e200', 'v1 = mul(x, y)', 'f = mul(v1, 1e150)'], { node: 'v1', local: 1e200, upstream: 1e150, cause: 'product', edge: { id: 'v1:0' } }],
    ['a sum', ['x = 1e-300', 'v1 = mul(x, 1.5e308)', 'f = add(v1, v1)'], { node: 'v1', cause: 'product', local: 1.5e308, upstream: 2 }],
    ['a sum of two that are finite', ['x = 1e-300', 'v1 = mul(x, 1e308)', 'v2 = mul(x, 1.2e308)', 'f = add(v1, v2)'], { cause: 'sum', edge: { from: 'x' }, upstream: 1 }],
  ])('finds %s on the way back', (_, lines, fault) => {
    expect(faultIn(...lines)).toMatchObject({ part: 'gradient', ...fault });
  });

  test('finds what there is to find, with finite inputs and a reason that fits, in any graph', () => {
    let faults = 0;
    fc.assert(
      fc.property(wildGraph, (graph) => {
        const recording = recorded(graph);
        const fault = faultOf(recording);
        const numbers = recording.steps.flatMap((step) => {
          if (step.kind === 'compute') return [...step.value.data];
          return step.kind === 'flow' ? [...step.flow.data, ...step.total.data] : [];
        });
        expect(fault === undefined).toBe(numbers.every(Number.isFinite));
        if (fault === undefined) return;
        faults++;
        expect(fault.inputs.every(({ value }) => Number.isFinite(value))).toBe(true);
        if (fault.part === 'value') expect(fault.result).not.toSatisfy(Number.isFinite);
        else expect(fault.upstream).toSatisfy(Number.isFinite);
      }),
      { numRuns: 500 },
    );
    expect(faults).toBeGreaterThan(100);
  });
});
