import { describe, expect, test } from 'vitest';
import { spotlightOn } from '../../../src/scene/spotlight';
import { spotlightFrom, spotlightKey } from '../../../src/ui/tools/spotlightKey';

const LABELLED = { nodes: new Set(['x', 'f']), edges: new Set(['f:0']), labels: new Map([['f:0', '∂f/∂x']]) };

describe('spotlightFrom', () => {
  test('gives back what spotlightKey was given', () => {
    expect(spotlightFrom(spotlightKey(LABELLED))).toEqual(LABELLED);
    expect(spotlightFrom(spotlightKey(null))).toBeNull();
  });
});

describe('spotlightKey', () => {
  test('is the same for another object that says the same, and another for whatever says something else', () => {
    expect(spotlightKey({ nodes: new Set(LABELLED.nodes), edges: new Set(LABELLED.edges), labels: new Map(LABELLED.labels) })).toBe(spotlightKey(LABELLED));
    const others = [null, spotlightOn([]), spotlightOn(['x', 'f']), spotlightOn(['x', 'f'], ['f:0']), spotlightOn(['x,f'], ['f:0']), { ...LABELLED, labels: new Map([['f:0', '∂f/∂y']]) }, LABELLED];
    expect(new Set(others.map(spotlightKey)).size).toBe(others.length);
  });
});
