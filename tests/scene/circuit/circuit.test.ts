import { describe, expect, it } from 'vitest';
import { circuitLayoutOf } from '../../../src/scene/circuit/circuit';
import type { NamedLine } from '../../../src/scene/circuit/clusters';
import type { Graph } from '../../../src/engine/graph';
import type { Layout } from '../../../src/scene/layout';
import { graphOf, NEURON } from './graphs';

function laidOut(graph: Graph, folded: readonly string[] = [], lines: readonly NamedLine[] = [], figureRoom = 52): Layout {
  return circuitLayoutOf(graph, { figureRoom, folded: new Set(folded), lines });
}

function boxOf(layout: Layout, id: string): Layout['nodes'][number] {
  const box = layout.nodes.find((node) => node.id === id);
  if (box === undefined) throw new Error(`no box for ${id}`);
  return box;
}

function wireOf(layout: Layout, id: string): Layout['edges'][number] {
  const wire = layout.edges.find((edge) => edge.id === id);
  if (wire === undefined) throw new Error(`no wire ${id}`);
  return wire;
}

/** How many pairs of wires between neighbouring columns cross, told from where they begin and end. */
function crossed(layout: Layout): number {
  return layout.edges.flatMap((a, at) =>
    layout.edges.slice(at + 1).filter((b) => Math.abs(a.start.x - b.start.x) < 1 && Math.abs(a.end.x - b.end.x) < 1.5 && (a.start.y - b.start.y) * (a.end.y - b.end.y) < 0),
  ).length;
}

describe('circuitLayoutOf, for the neuron,', () => {
  const layout = laidOut(NEURON);

  it('draws the way from the sum to the output as one straight line', () => {
    const line = ['v3', 'v4', 'v5', 'v6', 'v7', 'f'].map((id) => boxOf(layout, id));
    for (const { y } of line) expect(y).toBeCloseTo(line[0]?.y ?? NaN, 6);
    for (const id of ['v4:0', 'v5:0', 'v6:0', 'v7:1', 'f:1']) expect(wireOf(layout, id).start.y).toBeCloseTo(wireOf(layout, id).end.y, 6);
    expect(layout.result?.value.y).toBeLessThan(line[0]?.y ?? 0);
  });

  it('stands every product in the middle of what it multiplies, and the sum in the middle of the products', () => {
    for (const [id, above, below] of [['v1', 'w0', 'x0'], ['v2', 'w1', 'x1'], ['v3', 'v1', 'v2']] as const) {
      const middle = (boxOf(layout, above).y + boxOf(layout, below).y) / 2;
      expect(Math.abs(boxOf(layout, id).y - middle)).toBeLessThan(6);
      expect(boxOf(layout, above).y).toBeLessThan(boxOf(layout, below).y);
    }
    expect(crossed(layout)).toBe(0);
  });

  it('puts every leaf one column before what reads it', () => {
    const columns = [...new Set(layout.nodes.map(({ x }) => x))].sort((a, b) => a - b);
    const columnOf = (id: string): number => columns.indexOf(boxOf(layout, id).x);
    expect(['w0', 'x0', 'w1', 'x1', 'w2'].map(columnOf)).toEqual([0, 0, 0, 0, 2]);
    expect(['v1', 'v2', 'v3', 'v4', 'f'].map(columnOf)).toEqual([1, 1, 2, 3, 7]);
  });

  it('shows the constant in both of its readers, and draws no wire for it', () => {
    expect(layout.nodes.map(({ text }) => text)).toEqual(['w0', 'x0', '×', 'w1', 'x1', '×', '+', 'w2', '+', '−', 'exp', '+1', '1/x']);
    expect(layout.drawnIn).toEqual(new Map([['1', 'v7']]));
    expect(layout.edges.map(({ from }) => from)).not.toContain('1');
  });

  it('draws inputs as squares, operations as circles and the output as the cost', () => {
    expect(boxOf(layout, 'w0')).toMatchObject({ look: 'symbol', form: 'data', width: 38, height: 38 });
    expect(boxOf(layout, 'v6')).toMatchObject({ form: 'operation', width: 40, height: 40 });
    expect(boxOf(layout, 'f')).toMatchObject({ form: 'cost', width: 40, height: 40 });
  });

  it('keeps columns of a straight line 106 units apart, and further for longer figures', () => {
    const pitch = (room: number): number => {
      const wide = laidOut(NEURON, [], [], room);
      return boxOf(wide, 'v6').x - boxOf(wide, 'v5').x;
    };
    expect(pitch(52)).toBe(106);
    expect(pitch(150)).toBe(204);
  });
});

describe('circuitLayoutOf', () => {
  it('gives each of the two wires of x·x its own way and its own figures', () => {
    const layout = laidOut(graphOf('f = mul x x'));
    const [upper, lower] = [wireOf(layout, 'f:0'), wireOf(layout, 'f:1')];
    expect(upper.end.y).toBeLessThan(lower.end.y - 6);
    expect(lower.value.y - upper.gradient.y).toBeGreaterThan(11);
    expect(boxOf(layout, 'x').y).toBeCloseTo(boxOf(layout, 'f').y, 1);
  });

  it('lays x⁴ − 3x³ + 2 out in two lines that meet', () => {
    const layout = laidOut(graphOf('v1 = pow x 4', 'v2 = pow x 3', 'v3 = mul 3 v2', 'v4 = sub v1 v3', 'f = add v4 2'));
    expect(layout.nodes.map(({ id, text }) => [id, text])).toEqual([['x', 'x'], ['v1', 'x⁴'], ['v2', 'x³'], ['v3', '×3'], ['v4', '−'], ['f', '+2']]);
    const main = ['x', 'v2', 'v3', 'v4', 'f'].map((id) => boxOf(layout, id).y);
    for (const y of main) expect(y).toBeCloseTo(main[0] ?? NaN, 6);
    expect(boxOf(layout, 'v1').y).toBeLessThan(main[0] ?? 0);
    expect(boxOf(layout, 'v1').x).toBe(boxOf(layout, 'v3').x);
    expect(wireOf(layout, 'v4:0').end.y).toBeLessThan(wireOf(layout, 'v4:1').end.y);
  });

  it('draws a constant that not all of its readers can show, for those', () => {
    const layout = laidOut(graphOf('a = mul 2 x', 'b = sin 2', 'f = add a b'));
    expect(boxOf(layout, '2')).toMatchObject({ form: 'constant', text: '2' });
    expect(layout.drawnIn.has('2')).toBe(false);
    expect(layout.edges.filter(({ from }) => from === '2').map(({ id }) => id)).toEqual(['b:0']);
    expect(boxOf(layout, 'a').text).toBe('×2');
  });

  it('takes the text of a box from the options if there is one', () => {
    const layout = circuitLayoutOf(graphOf('f = exp x'), { figureRoom: 52, folded: new Set(), lines: [], texts: new Map([['f', 'a long name']]) });
    expect(boxOf(layout, 'f').text).toBe('a long name');
    expect(boxOf(layout, 'f').width).toBeGreaterThan(80);
  });

  it('lays out a graph that is nothing but an input', () => {
    const layout = laidOut({ nodes: [{ id: 'x', role: 'data', shape: [] }], output: 'x' });
    expect(layout.nodes.map(({ id }) => id)).toEqual(['x']);
    expect(layout.edges).toEqual([]);
    expect(layout.width).toBeGreaterThan(38 + 52);
  });

  it('keeps the order of what was there when an operation is added at the end', () => {
    const before = laidOut(NEURON);
    const after = laidOut({ nodes: [...NEURON.nodes, { id: 'g', op: 'sin', inputs: ['f'] }], output: 'g' });
    for (const { id, x, y } of before.nodes) expect(boxOf(after, id)).toMatchObject({ x, y });
  });

  it('takes ids such as __proto__ and constructor for what they are', () => {
    const layout = laidOut(graphOf('constructor = mul __proto__ y', 'f = exp constructor'), ['constructor'], [{ id: 'constructor', members: ['constructor'] }]);
    expect(layout.nodes.map(({ id }) => id)).toEqual(['__proto__', 'y', 'constructor', 'f']);
  });
});
