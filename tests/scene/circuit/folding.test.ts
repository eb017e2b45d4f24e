import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autoFolded } from '../../../src/scene/circuit/autoFolded';
import { circuitLayoutOf } from '../../../src/scene/circuit/circuit';
import type { NamedLine } from '../../../src/scene/circuit/clusters';
import { drawnOf, MOST_BOXES } from '../../../src/scene/circuit/drawn';
import type { Graph } from '../../../src/engine/graph';
import { expressionOf } from './gradientRecording';
import { graphOf } from './graphs';

const laidOut = (graph: Graph, folded: readonly string[], lines: readonly NamedLine[]): ReturnType<typeof circuitLayoutOf> =>
  circuitLayoutOf(graph, { figureRoom: 52, folded: new Set(folded), lines });

describe('circuitLayoutOf, with a folded line,', () => {
  // q = x·y + 2·x + sin(3); f = q²
  const graph = graphOf('v1 = mul x y', 'v2 = mul 2 x', 'v3 = add v1 v2', 'v4 = sin 3', 'q = add v3 v4', 'f = pow q 2');
  const lines = [{ id: 'q', members: ['v1', 'v2', 'v3', 'v4', 'q'] }, { id: 'f', members: ['f'] }];
  const layout = laidOut(graph, ['q'], lines);

  it('draws one box for all that the line computes, constants included', () => {
    expect(layout.nodes.map(({ id, text }) => [id, text])).toEqual([['x', 'x'], ['y', 'y'], ['q', 'q'], ['f', 'x²']]);
    expect(Object.fromEntries(layout.drawnIn)).toEqual({ v1: 'q', v2: 'q', v3: 'q', v4: 'q', '3': 'q', '2': 'q' });
    const [box] = layout.nodes.filter(({ id }) => id === 'q');
    expect(box?.width).toBeGreaterThan(box?.height ?? Infinity);
  });

  it('bundles the edges from one node into one wire', () => {
    expect(layout.edges.map(({ from, to, id, bundle }) => ({ from, to, id, bundle }))).toEqual([
      { from: 'x', to: 'q', id: 'v1:0', bundle: ['v1:0', 'v2:1'] },
      { from: 'y', to: 'q', id: 'v1:1', bundle: ['v1:1'] },
      { from: 'q', to: 'f', id: 'f:0', bundle: ['f:0'] },
    ]);
  });

  it('lets a wire that reads what is inside begin at the box', () => {
    const inner = laidOut(graphOf('v1 = mul x y', 'q = sin v1', 'f = add q v1'), ['q'], [{ id: 'q', members: ['v1', 'q'] }]);
    expect(inner.edges.map(({ id, from, to }) => [id, from, to])).toEqual([['v1:0', 'x', 'q'], ['v1:1', 'y', 'q'], ['f:0', 'q', 'f'], ['f:1', 'q', 'f']]);
  });

  it('keeps wires apart that carry two values out of the box into another', () => {
    const twoLines = [{ id: 'q', members: ['v1', 'q'] }, { id: 'f', members: ['v2', 'f'] }];
    const both = laidOut(graphOf('v1 = mul x y', 'q = sin v1', 'v2 = mul q v1', 'f = add v2 q'), ['q', 'f'], twoLines);
    expect(both.edges.filter(({ from }) => from === 'q').map(({ bundle }) => bundle)).toEqual([['v2:0', 'f:1'], ['v2:1']]);
    expect(both.nodes.map(({ form }) => form)).toEqual(['data', 'data', 'operation', 'cost']);
  });

  it('leaves a line open that would wait for its own result, and folds the others', () => {
    // a → b → a₂, with a and a₂ in one line.
    const cyclic = graphOf('v1 = sin x', 'b = exp v1', 'a = mul b 3', 'v4 = sin a', 'f = cos v4');
    const linesOfIt = [{ id: 'a', members: ['v1', 'a'] }, { id: 'b', members: ['b'] }, { id: 'f', members: ['v4', 'f'] }];
    const result = laidOut(cyclic, ['a', 'b', 'f'], linesOfIt);
    expect(result.nodes.map(({ id }) => id)).toEqual(['x', 'v1', 'b', 'a', 'f']);
    expect(result.nodes.map(({ text }) => text)).toEqual(['x', 'sin', 'b', '×3', 'f']);
  });
});

describe('circuitLayoutOf, with too many boxes although lines are folded,', () => {
  // Thirty lines qᵢ = (aᵢ·x + bᵢ)² with inputs of their own, x shared, added up.
  const numbers = Array.from({ length: 30 }, (_, line) => line);
  const graph = graphOf(...numbers.flatMap((i) => [`m${i} = mul a${i} x`, `s${i} = add m${i} b${i}`, `q${i} = mul s${i} s${i}`]), `f = add ${numbers.map((i) => `q${i}`).join(' ')}`);
  const lines = numbers.map((i) => ({ id: `q${i}`, members: [`m${i}`, `s${i}`, `q${i}`] }));
  const ids = lines.map(({ id }) => id);

  it('draws inputs that one folded line alone reads inside of it, and shared ones apart', () => {
    const layout = laidOut(graph, ids, lines);
    expect(layout.nodes.map(({ id }) => id).toSorted()).toEqual(['f', 'x', ...ids].toSorted());
    expect([layout.drawnIn.get('a7'), layout.drawnIn.get('b29'), layout.drawnIn.get('x')]).toEqual(['q7', 'q29', undefined]);
    expect(layout.edges).toHaveLength(60);
  });

  it('draws the inputs of a line that is open', () => {
    const layout = laidOut(graph, ids.slice(1), lines);
    expect(layout.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['a0', 'b0', 'm0', 's0', 'q0']));
    expect(layout.drawnIn.has('a0')).toBe(false);
  });
});

describe('autoFolded', () => {
  /** Lines of so many sines of one input each, added up in a last line. */
  const sines = (lengths: readonly number[]): { graph: Graph; lines: NamedLine[] } => {
    const operations: string[] = [];
    const lines = lengths.map((length, line): NamedLine => {
      const members = Array.from({ length }, (_, at) => (at === length - 1 ? `q${line}` : `v${line}_${at}`));
      members.forEach((id, at) => operations.push(`${id} = sin ${members[at - 1] ?? 'x'}`));
      return { id: `q${line}`, members };
    });
    operations.push(`f = add ${lines.map(({ id }) => id).join(' ')}`);
    return { graph: graphOf(...operations), lines: [...lines, { id: 'f', members: ['f'] }] };
  };

  it('folds nothing of a graph of 80 boxes', () => {
    const { graph, lines } = sines([30, 48]);
    expect(autoFolded(graph, lines)).toEqual(new Set());
  });

  it('folds the largest line of one of 81, and no more', () => {
    const { graph, lines } = sines([30, 49]);
    expect(autoFolded(graph, lines)).toEqual(new Set(['q1']));
  });

  it('folds the largest lines first until there are few enough boxes', () => {
    const { graph, lines } = sines([20, 60, 30, 50]);
    expect(autoFolded(graph, lines)).toEqual(new Set(['q1', 'q3']));
  });

  it('never folds the line that is the output, however large it is', () => {
    const { graph } = sines([100]);
    expect(autoFolded(graph, [{ id: 'f', members: ['f'] }])).toEqual(new Set());
    const { graph: sums, lines } = expressionOf(`q = ${'sin('.repeat(100)}x${')'.repeat(100)}\nr = q + 1\nq`);
    expect(autoFolded(sums, lines)).toEqual(new Set(['r']));
  });

  it('folds the last named line where the result has no name', () => {
    const { graph, lines } = expressionOf(`q = ${'sin('.repeat(100)}x${')'.repeat(100)}\nq^2`);
    expect(autoFolded(graph, lines)).toEqual(new Set(['q']));
  });

  it('is quick enough to be asked for with every click: a hundred times for 900 lines', () => {
    const { graph, lines } = expressionOf(`${Array.from({ length: 900 }, (_, at) => `q${at} = sin(a${at % 50}) + ${at === 0 ? 'x' : `q${at - 1}`}`).join('\n')}\nq899^2`);
    for (let click = 0; click < 100; click++) expect(autoFolded({ ...graph }, lines).size).toBeGreaterThan(800);
  });

  it('folds as few lines as the drawing needs, found by trying one number after the other', () => {
    const term = fc.constantFrom('x', 'y', '2', '3', '0.5', 'own', 'sin(own)', '7*own', 'x^2', 'sin(3)', 'max(2, 5)');
    const line = fc.array(term, { minLength: 1, maxLength: 14 });
    const sizes = new Set<number>();
    fc.assert(
      fc.property(fc.array(line, { minLength: 8, maxLength: 30 }), fc.boolean(), (bodies, isNamed) => {
        const named = bodies.map((terms, at) => `q${at} = sin(${terms.join(' + ').replaceAll('own', `a${at}`)}${at > 2 ? ` + q${at - 3}` : ''})`);
        const { graph, lines } = expressionOf(`${named.join('\n')}\n${isNamed ? 'f = ' : ''}${bodies.map((_, at) => `q${at}`).join(' * ')}`);
        const largest = lines.filter(({ id }) => id !== graph.output).toSorted((a, b) => b.members.length - a.members.length);
        const folding = (count: number): Set<string> => new Set(largest.slice(0, count).map(({ id }) => id));
        const fits = (count: number): boolean => drawnOf(graph, { folded: folding(count), lines }).symbols.length <= MOST_BOXES;
        let count = 0;
        while (count < largest.length && !fits(count)) count++;
        sizes.add(count);
        expect(autoFolded(graph, lines)).toEqual(folding(count));
      }),
      { numRuns: 100 },
    );
    expect(sizes.size).toBeGreaterThan(5);
  });
});
