import { describe, expect, it } from 'vitest';
import { describeEdge, describeNode, describeSymbol, describeWire, symbolKindOf } from '../../src/scene/describe';
import { INITIAL_EDGE, initialNode } from '../../src/scene/state';
import { scalar } from './recordings';

const input = { id: 'w0', role: 'data' } as const;
const wire = { id: 'v1:1', from: 'w0', to: 'v1', port: 1 };

describe('describeSymbol', () => {
  it('says name, kind and numbers, and no shape', () => {
    const state = { ...initialNode(0), value: scalar(2), gradient: scalar(-0.19661193324148185) };
    expect(describeSymbol(input, 'input', state, false)).toBe('w0, input, value 2, gradient −0.197');
    expect(describeSymbol(input, 'input', state, true)).toBe('w0, input, value 2, gradient −0.19661193324148185');
  });

  it('says that a number is unknown instead of what it became', () => {
    const state = { ...initialNode(1), value: scalar(NaN), gradient: scalar(Infinity) };
    expect(describeSymbol({ id: 'v1', op: 'log', inputs: ['w0'] }, 'Log', state, false)).toBe('v1, Log, value unknown, gradient unknown');
  });
});

describe('describeNode', () => {
  it('says of a card its shape, and NaN as it is', () => {
    const state = { ...initialNode(0), value: scalar(NaN) };
    expect(describeNode(input, 'data', [], state)).toBe('w0, data, scalar, value NaN');
  });
});

describe('describeWire', () => {
  it('says which input it is, or how often it reads', () => {
    const state = { ...INITIAL_EDGE, value: scalar(2), flow: scalar(0.5) };
    expect(describeWire(wire, 1, state, false)).toBe('edge from w0 to v1, input 2, value 2, gradient 0.5');
    expect(describeWire(wire, 3, state, false)).toBe('edge from w0 to v1, read 3 times, value 2, gradient 0.5');
  });

  it('says what is not finite to be unknown, where an edge between cards says it', () => {
    const state = { ...INITIAL_EDGE, flow: scalar(NaN) };
    expect(describeWire(wire, 1, state, false)).toBe('edge from w0 to v1, input 2, gradient unknown');
    expect(describeEdge(wire, state)).toBe('edge from w0 to v1, input 2, gradient NaN');
  });
});

describe('symbolKindOf', () => {
  it('calls leaves inputs, trainable or not, and constants; and operations by their titles', () => {
    const titles = new Map([['mul', 'Multiply']]);
    const kinds = [
      input,
      { id: 'w', role: 'parameter' } as const,
      { id: '2', role: 'constant' } as const,
      { id: 'v1', op: 'mul', inputs: ['w', '2'] },
      { id: 'v2', op: 'unheard', inputs: ['w'] },
    ].map((node) => symbolKindOf(node, titles));
    expect(kinds).toEqual(['input', 'trainable input', 'constant', 'Multiply', 'unheard']);
  });
});
