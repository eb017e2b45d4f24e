import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesOf, type Graph } from '../../src/engine/graph';
import { layoutOf, type Layout } from '../../src/scene/layout';
import { CAPTION } from '../../src/scene/layout/boxes';
import { neighbourOf } from '../../src/scene/neighbours';
import { NETWORK, graphs } from './recordings';

type Box = Layout['nodes'][number];

/** Whether two boxes overlap, the room for their captions counted in. */
function overlap(a: Box, b: Box): boolean {
  const middle = ({ y, caption }: Box): number => y + (caption === 'above' ? -CAPTION / 2 : CAPTION / 2);
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(middle(a) - middle(b)) < (a.height + b.height) / 2 + CAPTION
  );
}

function boxOf(layout: Layout, id: string): Box {
  const box = layout.nodes.find((node) => node.id === id);
  if (box === undefined) throw new Error(`no box for ${id}`);
  return box;
}

/** Points along a wire, read off its path: every piece is a cubic. */
function* pointsOf(path: string): Generator<{ x: number; y: number }> {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  for (let at = 0; at + 7 < numbers.length; at += 6) {
    const [x0, y0, x1, y1, x2, y2, x3, y3] = numbers.slice(at, at + 8) as [number, number, number, number, number, number, number, number];
    for (let t = 0; t <= 1; t += 0.05) {
      const mix = (a: number, b: number, c: number, d: number): number =>
        (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t * t * c + t ** 3 * d;
      yield { x: mix(x0, x1, x2, x3), y: mix(y0, y1, y2, y3) };
    }
  }
}

describe('layoutOf', () => {
  it('draws the lesson’s main line straight, from X to C', () => {
    const layout = layoutOf(NETWORK);
    const line = ['X', 'l1', 's', 'l2', 'C'].map((id) => boxOf(layout, id));
    expect(new Set(line.map(({ y }) => y)).size).toBe(1);
    expect(line.map(({ x }) => x)).toEqual(line.map(({ x }) => x).sort((a, b) => a - b));
    expect(line.map(({ form }) => form)).toEqual(['data', 'operation', 'operation', 'operation', 'cost']);
  });

  it('puts parameters and target above their reader, in the order of its ports', () => {
    const layout = layoutOf(NETWORK);
    for (const [leaves, reader] of [[['W1', 'b1'], 'l1'], [['W2', 'b2'], 'l2'], [['y'], 'C']] as const) {
      const { x, y } = boxOf(layout, reader);
      const above = leaves.map((id) => boxOf(layout, id));
      for (const leaf of above) expect(leaf.y + leaf.height / 2).toBeLessThan(y - 100);
      expect(above.reduce((sum, leaf) => sum + leaf.x, 0) / above.length).toBeCloseTo(x);
      expect(above.map((leaf) => leaf.x)).toEqual(above.map((leaf) => leaf.x).sort((a, b) => a - b));
    }
  });

  it('overlaps no boxes, leaves none out and stays within its bounds', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const layout = layoutOf(graph);
        expect(layout.nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ id }) => id));
        expect(layout.edges.map(({ id }) => id)).toEqual(edgesOf(graph).map(({ id }) => id));
        layout.nodes.forEach((a, index) => {
          for (const b of layout.nodes.slice(index + 1)) expect(overlap(a, b), `${a.id} and ${b.id}`).toBe(false);
          expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width / 2).toBeLessThanOrEqual(layout.width);
          expect(a.y - a.height / 2).toBeGreaterThanOrEqual(0);
          expect(a.y + a.height / 2).toBeLessThanOrEqual(layout.height);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('leads no wire through a node', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const layout = layoutOf(graph);
        for (const wire of layout.edges) {
          for (const point of pointsOf(wire.path)) {
            const hit = layout.nodes.find(({ x, y, width, height, form }) =>
              form === 'cost'
                ? Math.hypot(point.x - x, point.y - y) < width / 2 - 1
                : Math.abs(point.x - x) < width / 2 - 1 && Math.abs(point.y - y) < height / 2 - 1,
            );
            expect(hit?.id, `${wire.id} at ${point.x}, ${point.y}`).toBeUndefined();
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives every wire a way of its own, also between the same two nodes', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { edges } = layoutOf(graph);
        expect(new Set(edges.map(({ path }) => path)).size).toBe(edges.length);
      }),
    );
  });

  it('depends on topology alone, and gives the same again', () => {
    const resized: Graph = { ...NETWORK, nodes: NETWORK.nodes.map((node) => ('role' in node ? { ...node, shape: [506, 64] } : node)) };
    expect(layoutOf(resized)).toEqual(layoutOf(NETWORK));
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(layoutOf(structuredClone(graph))).toEqual(layoutOf(graph));
      }),
    );
  });
});

describe('neighbourOf', () => {
  const layout = layoutOf(NETWORK);

  it('goes along the wires, the main line first', () => {
    expect(neighbourOf(layout, { kind: 'node', id: 'C' }, 'left')).toEqual({ kind: 'edge', id: 'C:1' });
    expect(neighbourOf(layout, { kind: 'edge', id: 'C:1' }, 'left')).toEqual({ kind: 'node', id: 'l2' });
    expect(neighbourOf(layout, { kind: 'node', id: 'X' }, 'right')).toEqual({ kind: 'edge', id: 'l1:0' });
    expect(neighbourOf(layout, { kind: 'node', id: 'C' }, 'right')).toBeNull();
  });

  it('goes up and down to the nearest node, and between the ports of a reader', () => {
    expect(neighbourOf(layout, { kind: 'node', id: 'C' }, 'up')).toEqual({ kind: 'node', id: 'y' });
    expect(neighbourOf(layout, { kind: 'node', id: 'b1' }, 'down')).toEqual({ kind: 'node', id: 'l1' });
    expect(neighbourOf(layout, { kind: 'edge', id: 'l1:0' }, 'down')).toEqual({ kind: 'edge', id: 'l1:1' });
    expect(neighbourOf(layout, { kind: 'edge', id: 's:0' }, 'down')).toBeNull();
  });
});
