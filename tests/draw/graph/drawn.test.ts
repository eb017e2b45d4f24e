import { describe, expect, it } from 'vitest';
import { drawnActive, drawnSelection } from '../../../src/draw/graph/drawn';
import { layoutOf, type Layout } from '../../../src/scene/layout';
import type { Graph } from '../../../src/engine/graph';

/** q = x·x + 2 in two operations, of which the first and the constant are drawn in the second. */
const GRAPH: Graph = {
  nodes: [
    { id: 'x', role: 'data' },
    { id: '2', role: 'constant' },
    { id: 'v1', op: 'mul', inputs: ['x', 'x'] },
    { id: 'q', op: 'add', inputs: ['v1', '2'] },
  ],
  output: 'q',
};

function folded(): Layout {
  const layout = layoutOf(GRAPH);
  const wire = layout.edges.find(({ id }) => id === 'v1:0');
  if (wire === undefined) throw new Error('no wire for v1:0');
  return {
    ...layout,
    nodes: layout.nodes.filter(({ id }) => id === 'x' || id === 'q'),
    edges: [{ ...wire, to: 'q', bundle: ['v1:0', 'v1:1'] }],
    drawnIn: new Map([['v1', 'q'], ['2', 'q']]),
  };
}

describe('drawnSelection', () => {
  it('is the box that a node is drawn in, or the node itself', () => {
    const layout = folded();
    expect(drawnSelection(layout, { kind: 'node', id: 'v1' })).toEqual({ kind: 'node', id: 'q' });
    expect(drawnSelection(layout, { kind: 'node', id: 'x' })).toEqual({ kind: 'node', id: 'x' });
  });

  it('is the wire of a bundled edge, and the box around an edge without a wire', () => {
    const layout = folded();
    expect(drawnSelection(layout, { kind: 'edge', id: 'v1:1' })).toEqual({ kind: 'edge', id: 'v1:0' });
    expect(drawnSelection(layout, { kind: 'edge', id: 'q:0' })).toEqual({ kind: 'node', id: 'q' });
  });
});

describe('drawnActive', () => {
  it('makes the box work when something inside of it does', () => {
    const layout = folded();
    expect(drawnActive(layout, { node: '2', edge: undefined, direction: 'with' })).toEqual({ node: 'q', edge: undefined, direction: 'with' });
    expect(drawnActive(layout, { node: undefined, edge: 'q:0', direction: 'with' })).toEqual({ node: 'q', edge: undefined, direction: 'with' });
  });

  it('moves along the wire of any edge of its bundle', () => {
    expect(drawnActive(folded(), { node: 'v1', edge: 'v1:1', direction: 'against' })).toEqual({ node: 'q', edge: 'v1:0', direction: 'against' });
  });

  it('is about nothing before the first step', () => {
    const nothing = { node: undefined, edge: undefined, direction: 'with' } as const;
    expect(drawnActive(folded(), nothing)).toEqual(nothing);
  });
});
