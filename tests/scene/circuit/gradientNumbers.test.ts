import { describe, expect, it } from 'vitest';
import type { Edge, Recording } from '../../../src/engine';
import { numbersOf, slopeOn, valueWorking } from '../../../src/scene/circuit/gradientNumbers';
import { spelledText } from '../../../src/scene/recording/spelling';
import { expressionOf, recordingOf } from './gradientRecording';

function edgeInto({ edges }: Recording, id: string): Edge {
  const edge = edges.find((one) => one.id === id);
  if (edge === undefined) throw new Error(id);
  return edge;
}

describe('numbersOf', () => {
  it('finds values, whole gradients, and over which edges they arrive, first to last', () => {
    const recording = recordingOf(expressionOf('q = x * y\nf = q + x'), { x: 2, y: 5 });
    const { values, gradients, arrivals } = numbersOf(recording);
    expect([values.get('q'), values.get('f')]).toEqual([10, 12]);
    expect([gradients.get('x'), gradients.get('y'), gradients.get('f')]).toEqual([6, 2, 1]);
    expect(arrivals.get('x')?.map(({ id }) => id)).toEqual(['f:1', 'q:0']);
    expect(numbersOf(recording)).toBe(numbersOf(recording));
  });
});

describe('slopeOn', () => {
  it('gives the local derivative and how it comes about', () => {
    const recording = recordingOf(expressionOf('q = exp(x)\nf = q * y'), { x: -1, y: 3 });
    const slope = slopeOn(recording, edgeInto(recording, 'q:0'));
    expect(slope.local).toBe(Math.exp(-1));
    expect(slope.working && spelledText(slope.working, String)).toBe('e^(-1)');
    expect(slopeOn(recording, edgeInto(recording, 'f:0')).local).toBe(3);
  });

  it('knows the slope of a sum whatever is unknown, and not that of a product or a kink', () => {
    const recording = recordingOf(expressionOf('u = log(x)\na = u + y\nb = relu(u)\nc = u * y\nf = a + b + c'), { x: -1, y: 2 });
    const local = (id: string): number => slopeOn(recording, edgeInto(recording, id)).local;
    expect(local('a:0')).toBe(1);
    expect(local('c:0')).toBe(2);
    expect([local('b:0'), local('c:1')]).toEqual([NaN, NaN]);
  });

  it('takes an infinite slope for unknown', () => {
    const recording = recordingOf(expressionOf('q = sqrt(x)\nf = q + 1'), { x: 0 });
    expect(slopeOn(recording, edgeInto(recording, 'q:0')).local).toBeNaN();
  });
});

describe('valueWorking', () => {
  it('spells out an operation, with NaN for an operand that is unknown', () => {
    const recording = recordingOf(expressionOf('u = log(x)\nf = u + y'), { x: -1, y: 2 });
    expect(valueWorking(recording, 'f')?.map((part) => (typeof part === 'string' ? part : part.value))).toEqual([NaN, ' + ', 2]);
    expect(valueWorking(recording, 'x')).toBeUndefined();
  });
});
