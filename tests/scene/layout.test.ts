import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesOf, isLeaf, type Graph, type GraphNode } from '../../src/engine/graph';
import { layoutOf, type Layout } from '../../src/scene/layout';
import { CAPTION } from '../../src/scene/layout/boxes';
import { neighbourOf } from '../../src/scene/neighbours';
import { crossingsOf, pointsOf } from './crossings';
import { NETWORK, graphs } from './recordings';

type Box = Layout['nodes'][number];

/** Random graphs for each property. */
const RUNS = 400;

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

/** A graph of data leaves and sums, each named with what it reads; the last is the output. */
function sums(leaves: readonly string[], operations: Readonly<Record<string, readonly string[]>>): Graph {
  const nodes: GraphNode[] = leaves.map((id) => ({ id, role: 'data' }));
  for (const [id, inputs] of Object.entries(operations)) nodes.push({ id, op: 'add', inputs });
  return { nodes, output: nodes.at(-1)?.id ?? '' };
}

/** The room of a long figure such as 9.8e152, in the drawing's 11.5 px type. */
const FIGURE = { width: 7 * 6.9, ascent: 9, descent: 2 };

interface Area {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOfFigure(name: string, { x, y, anchor }: Layout['edges'][number]['value']): Area {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - FIGURE.width : x - FIGURE.width / 2;
  return { name, left, right: left + FIGURE.width, top: y - FIGURE.ascent, bottom: y + FIGURE.descent };
}

function meet(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top <= b.bottom && b.top <= a.bottom;
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

  it('hangs a parameter with one reader above it, unless the main line starts there', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const layout = layoutOf(graph);
        const stray = graph.nodes.filter(isLeaf).filter(({ id, role }) => {
          const readers = new Set(layout.edges.filter(({ from }) => from === id).map(({ to }) => to));
          const [reader] = readers;
          if (role !== 'parameter' || reader === undefined || readers.size > 1) return false;
          const [leaf, below] = [boxOf(layout, id), boxOf(layout, reader)];
          const startsMainLine = leaf.y === boxOf(layout, graph.output).y;
          return !startsMainLine && leaf.y + leaf.height / 2 >= below.y - below.height / 2;
        });
        expect(stray).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('overlaps no boxes and leaves none out', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { nodes, edges } = layoutOf(graph);
        expect(nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ id }) => id));
        expect(edges.map(({ id }) => id)).toEqual(edgesOf(graph).map(({ id }) => id));
        const overlaps = nodes.flatMap((a, index) =>
          nodes.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.id} and ${b.id}`] : [])),
        );
        expect(overlaps).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps boxes and wires within its bounds', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { nodes, edges, width, height } = layoutOf(graph);
        const corners = nodes.flatMap((box) =>
          [-0.5, 0.5].map((side) => ({ x: box.x + side * box.width, y: box.y + side * box.height })),
        );
        const outside = [...corners, ...edges.flatMap(({ path }) => pointsOf(path))].filter(
          ({ x, y }) => !(x >= 0 && x <= width && y >= 0 && y <= height),
        );
        expect(outside).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('leads no wire through a node', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(crossingsOf(layoutOf(graph))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps the figures of neighbouring wires apart, also with three-digit exponents', () => {
    const layout = layoutOf(NETWORK);
    const figures = layout.edges.flatMap(({ id, value, gradient }) => [boxOfFigure(`${id} value`, value), boxOfFigure(`${id} gradient`, gradient)]);
    const touching = figures.flatMap((a, index) => figures.slice(index + 1).flatMap((b) => (meet(a, b) ? [`${a.name} and ${b.name}`] : [])));
    expect(touching).toEqual([]);
  });

  it('writes the figures of wires that come down side by side on their outer sides, clear of the wires', () => {
    const layout = layoutOf(NETWORK);
    const crossed = layout.edges
      .filter(({ from }) => ['W1', 'b1', 'W2', 'b2'].includes(from))
      .flatMap(({ id, path, value, gradient }) =>
        [boxOfFigure(`${id} value`, value), boxOfFigure(`${id} gradient`, gradient)].flatMap((figure) =>
          // Half of the widest wire, and a little air.
          pointsOf(path).some((point) => meet(figure, { name: '', left: point.x - 4, right: point.x + 4, top: point.y, bottom: point.y })) ? [figure.name] : [],
        ),
      );
    expect(crossed).toEqual([]);
    const anchors = layout.edges.filter(({ to }) => to === 'l2').map(({ from, value, gradient }) => [from, value.anchor, gradient.anchor]);
    expect(anchors).toEqual([['s', 'middle', 'middle'], ['W2', 'end', 'end'], ['b2', 'start', 'start']]);
  });

  it('leads parallel wires to a lower row past the leaves that hang beside their start', () => {
    // The leaves of `sum` reach further to the right than `middle`, whose two wires to `twice` pass them.
    const graph = sums(['x', 'a', 'b', 'c'], { middle: ['x'], twice: ['middle', 'middle'], sum: ['a', 'b', 'c'], C: ['middle'] });
    const layout = layoutOf(graph);
    const [middle, leaf] = [boxOf(layout, 'middle'), boxOf(layout, 'c')];
    expect(leaf.y).toBeGreaterThan(middle.y);
    expect(leaf.x + leaf.width / 2).toBeGreaterThan(middle.x + middle.width / 2);
    expect(crossingsOf(layout)).toEqual([]);
  });

  it('leads parallel wires to a higher row past the leaves that hang beside their end', () => {
    const graph = sums(['p', 'q', 'a', 'b', 'c'], { sum: ['a', 'b', 'c'], twice: ['p', 'q', 'q'], C: ['q', 'twice', 'sum'] });
    const layout = layoutOf(graph);
    const [twice, leaf] = [boxOf(layout, 'twice'), boxOf(layout, 'a')];
    expect(boxOf(layout, 'q').y).toBeGreaterThan(leaf.y);
    expect(leaf.x - leaf.width / 2).toBeLessThan(twice.x - twice.width / 2);
    expect(crossingsOf(layout)).toEqual([]);
  });

  it('arches parallel wires of the first row over their nodes, and makes room for them', () => {
    const layout = layoutOf(sums(['x'], { C: ['x', 'x', 'x', 'x'] }));
    const tops = layout.edges.map(({ path }) => Math.min(...pointsOf(path).map(({ y }) => y)));
    expect(Math.min(...tops)).toBeLessThan(boxOf(layout, 'x').y - boxOf(layout, 'x').height / 2);
    expect(Math.min(...tops)).toBeGreaterThan(0);
  });

  it('gives every wire a way of its own, also between the same two nodes', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { edges } = layoutOf(graph);
        expect(new Set(edges.map(({ path }) => path)).size).toBe(edges.length);
      }),
      { numRuns: RUNS },
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
