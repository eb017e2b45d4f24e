import { describe, expect, it } from 'vitest';
import { refoldedBox } from '../../../src/draw/graph/refolded';
import { circuitLayoutOf } from '../../../src/scene/circuit/circuit';
import type { Layout } from '../../../src/scene/layout';
import { graphOf } from '../../scene/circuit/graphs';

const GRAPH = graphOf('v1 = mul w x', 'v2 = add v1 3', 'a = tanh v2', 'v3 = mul u a', 'b = sin v3', 'f = add a b');
const LINES = [
  { id: 'a', members: ['v1', 'v2', 'a'] },
  { id: 'b', members: ['v3', 'b'] },
  { id: 'f', members: ['f'] },
];
const folding = (...ids: readonly string[]): Layout => circuitLayoutOf(GRAPH, { figureRoom: 52, folded: new Set(ids), lines: LINES });

describe('refoldedBox', () => {
  it('is the line that has been folded, and the one that has been unfolded', () => {
    expect(refoldedBox(folding(), folding('a'))).toBe('a');
    expect(refoldedBox(folding('a'), folding())).toBe('a');
    expect(refoldedBox(folding('a'), folding('a', 'b'))).toBe('b');
  });

  it('is undefined if no line or more than one has changed', () => {
    expect(refoldedBox(folding('a'), folding('a'))).toBeUndefined();
    expect(refoldedBox(folding(), folding('a', 'b'))).toBeUndefined();
    expect(refoldedBox(folding('a'), folding('b'))).toBeUndefined();
  });
});
