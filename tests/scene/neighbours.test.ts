import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../src/scene/layout';
import { neighbourOf, type Direction } from '../../src/scene/neighbours';
import type { Selection } from '../../src/scene/selection';
import { NETWORK } from './recordings';

const layout = layoutOf(NETWORK);
const node = (id: string): Selection => ({ kind: 'node', id });
const edge = (id: string): Selection => ({ kind: 'edge', id });

function walk(from: Selection, ...ways: Direction[]): Selection | null {
  return ways.reduce<Selection | null>((at, way) => at && neighbourOf(layout, at, way), from);
}

describe('neighbourOf', () => {
  it('goes along the main line to the right, by way of its edges', () => {
    expect(walk(node('X'), 'right')).toEqual(edge('l1:0'));
    expect(walk(node('X'), 'right', 'right')).toEqual(node('l1'));
    expect(walk(node('X'), 'right', 'right', 'right', 'right', 'right', 'right')).toEqual(node('l2'));
  });

  it('goes back along it to the left', () => {
    expect(walk(node('l2'), 'left', 'left', 'left', 'left')).toEqual(node('l1'));
  });

  it('has nothing before the first node and nothing after the last', () => {
    expect(walk(node('X'), 'left')).toBeNull();
    expect(walk(node('C'), 'right')).toBeNull();
  });

  it('goes up and down between the edges at the same node, around and around', () => {
    const into = ['l1:0', 'l1:1', 'l1:2'];
    const visited = [edge('l1:0'), walk(edge('l1:0'), 'down'), walk(edge('l1:0'), 'down', 'down')];
    expect(visited.map((one) => one?.id).toSorted()).toEqual(into);
    expect(walk(edge('l1:0'), 'down', 'down', 'down')).toEqual(edge('l1:0'));
    expect(walk(edge('l1:0'), 'down', 'up')).toEqual(edge('l1:0'));
  });

  it('goes up from an operation to a leaf above it, and down again to the line', () => {
    const above = walk(node('l1'), 'up');
    expect(['W1', 'b1']).toContain(above?.id);
    expect(above && neighbourOf(layout, above, 'down')).toEqual(node('l1'));
  });

  it('leads nowhere from what is not there', () => {
    expect(neighbourOf(layout, node('nobody'), 'right')).toBeNull();
    expect(neighbourOf(layout, edge('nobody:0'), 'up')).toBeNull();
  });

  it('has nothing beside the only edge of a graph', () => {
    const line = layoutOf({ nodes: [{ id: 'x', role: 'data' }, { id: 'f', op: 'neg', inputs: ['x'] }], output: 'f' });
    expect(neighbourOf(line, edge('f:0'), 'down')).toBeNull();
  });
});
