import { describe, expect, test } from 'vitest';
import { journeyFrom } from '../../../src/study/nudge/journey';
import { Nudger } from '../../../src/study/nudge/nudger';
import { changeLabel, spotlightOf } from '../../../src/study/nudge/spotlight';
import { recorded, scalars } from '../../engine/scalarGraphs';

const recording = recorded(scalars('x := 3', 'y := 2', 'p = mul(x, y)', 'q = mul(p, x)', 's = sin(y)', 't = add(s, y)', 'f = mul(q, p)'));

describe('journeyFrom', () => {
  test('reaches a node as soon as all of its changed inputs have been reached', () => {
    const stages = journeyFrom(recording, 'x');
    expect(stages.map(({ nodes, edges }) => [nodes, edges.map(({ id }) => id)])).toEqual([
      [['x'], []],
      [['p'], ['p:0']],
      [['q'], ['q:0', 'q:1']],
      [['f'], ['f:0', 'f:1']],
    ]);
  });

  test('begins at an operation without looking back, and ends at once at the output', () => {
    expect(journeyFrom(recording, 'p').map(({ nodes }) => nodes)).toEqual([['p'], ['q'], ['f']]);
    expect(journeyFrom(recording, 'f')).toEqual([{ nodes: ['f'], edges: [] }]);
  });
});

describe('spotlightOf', () => {
  const nudge = new Nudger(recording).nudge('x', 0, 0.5);
  const stages = journeyFrom(recording, 'x');

  test('points at what has been reached so far, each edge with the change that it carries', () => {
    const { nodes, edges, labels } = spotlightOf(nudge, stages, 2);
    expect([...nodes]).toEqual(['x', 'p', 'q']);
    expect([...edges]).toEqual(['p:0', 'q:0', 'q:1']);
    expect(labels).toEqual(new Map([['p:0', '+0.5'], ['q:0', '+1'], ['q:1', '+0.5']]));
  });

  test('points at the moved node alone at first, and at all of the way at last', () => {
    expect([...spotlightOf(nudge, stages, 0).nodes]).toEqual(['x']);
    expect([...spotlightOf(nudge, stages, 99).nodes]).toEqual(['x', 'p', 'q', 'f']);
  });
});

describe('changeLabel', () => {
  test.each([
    [0.012345, true, '+0.0123'],
    [-0.012345, true, '−0.0123'],
    [0.012345, false, '0.0123'],
    [3.14159e-13, true, '+3.1e−13'],
    [-3.14159e-13, true, '−3.1e−13'],
    [0, true, '0'],
    [-1.234e-300, true, '−1.2e−300'],
    [1.234e100, true, '+1.23e100'],
    [-1234.5678, true, '−1235'],
    [NaN, true, '?'],
    [Infinity, true, '+∞'],
  ])('writes %d in at most nine characters', (change, single, label) => {
    const written = changeLabel({ change, numbers: single ? [0, change] : undefined });
    expect(written).toBe(label);
    expect(written.length).toBeLessThanOrEqual(9);
  });
});
