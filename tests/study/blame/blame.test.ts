import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edge, Graph, Program, Recording } from '../../../src/engine';
import { receivesGradient } from '../../../src/scene/recording/recordingIndex';
import { replay } from '../../../src/scene/recording/replay';
import { alongPath } from '../../../src/study/blame/alongPath';
import { blameOf } from '../../../src/study/blame/blame';
import { cellPathsOf } from '../../../src/study/blame/cellPaths';
import { pathsTo } from '../../../src/study/blame/paths';
import { arbitraryGraph } from '../../engine/arbitraryGraphs';
import { asNested, golden } from '../../engine/golden';
import { recorded, scalars } from '../../engine/scalarGraphs';

/** Every path from the output, found the other way round: down from the output through all inputs, kept where it ends at the node. */
function pathsByBruteForce({ graph, edges }: Recording, node: string): string[] {
  const into = (id: string): Edge[] => edges.filter(({ to }) => to === id);
  const walk = (id: string, way: readonly string[]): string[] => [
    ...(id === node ? [way.join(' ')] : []),
    ...(id === node ? [] : into(id).flatMap((edge) => walk(edge.from, [...way, edge.id]))),
  ];
  return walk(graph.output, []);
}

/** A sum of numbers that may cancel: how far it may be off. */
function tolerance(parts: readonly number[]): number {
  return 1e-9 * Math.max(1e-12, parts.reduce((sum, part) => sum + Math.abs(part), 0));
}

function spread(graph: Graph): { readonly recording: Recording; readonly program: Program; readonly nodes: readonly string[] } {
  const recording = recorded(graph);
  const nodes = graph.nodes.map(({ id }) => id).filter((id) => receivesGradient(recording, id));
  return { recording, program: replay(recording), nodes };
}

/** A chain of forks: x₀ is read twice by x₁, that one twice by x₂ and so on. */
function forks(count: number): Graph {
  return scalars('x0 := 1', ...Array.from({ length: count }, (_, n) => `x${n + 1} = add(x${n}, x${n})`));
}

describe('pathsTo', () => {
  test('finds both ways from a product of a number with itself', () => {
    const recording = recorded(scalars('x := 3', 'f = mul(x, x)'));
    const { count, paths } = pathsTo(recording, 'x');
    expect(count).toBe(2n);
    expect(paths.map((path) => path.map(({ id }) => id))).toEqual([['f:0'], ['f:1']]);
  });

  test('begins at the output', () => {
    const recording = recorded(scalars('x := -2', 'y := 5', 'z := -4', 'q = add(x, y)', 'f = mul(q, z)'));
    expect(pathsTo(recording, 'x').paths.map((path) => path.map(({ id }) => id))).toEqual([['f:0', 'q:0']]);
    expect([...pathsTo(recording, 'x').nodes].sort()).toEqual(['f', 'q', 'x']);
  });

  test('gives the output one path without edges', () => {
    expect(pathsTo(recorded(scalars('x := 3', 'f = mul(x, x)')), 'f')).toMatchObject({ count: 1n, paths: [[]] });
  });

  test('finds none to a constant, and none from what does not lead to the output', () => {
    const recording = recorded(scalars('x := 3', 'y := 1', 'g = mul(y, 2)', 'f = mul(x, 2)'));
    for (const id of ['2', 'y', 'g']) expect(pathsTo(recording, id)).toMatchObject({ count: 0n, paths: [] });
  });

  test('counts what it could never list', () => {
    const recording = recorded(forks(500));
    const { count, paths, edges } = pathsTo(recording, 'x0', 50);
    expect(count).toBe(2n ** 500n);
    expect(paths).toHaveLength(50);
    expect(new Set(paths.map((path) => path.map(({ id }) => id).join(' '))).size).toBe(50);
    expect(edges.size).toBe(1000);
  });

  test('counts and lists the same paths as a walk down from the output', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(arbitraryGraph('any'), (graph) => {
        const { recording, nodes } = spread(graph);
        for (const node of nodes) {
          const { count, paths, edges } = pathsTo(recording, node, 100_000);
          const expected = pathsByBruteForce(recording, node);
          expect(count).toBe(BigInt(expected.length));
          expect(paths.map((path) => path.map(({ id }) => id).join(' ')).sort()).toEqual(expected.sort());
          expect([...edges].sort()).toEqual([...new Set(paths.flat().map(({ id }) => id))].sort());
        }
      }),
    );
  });
});

describe('alongPath', () => {
  test('adds up over all paths to the gradient, cell by cell, on random graphs of tensors', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(arbitraryGraph('smooth'), (graph) => {
        const { recording, program, nodes } = spread(graph);
        for (const node of nodes) {
          const { count, paths } = pathsTo(recording, node, 2000);
          if (count > 2000n) continue;
          const along = paths.map((path) => alongPath(program, path).data);
          program.gradientView(node).data.forEach((gradient, cell) => {
            const parts = along.map((data) => data[cell] ?? NaN);
            const sum = parts.reduce((total, part) => total + part, 0);
            expect(Math.abs(sum - gradient)).toBeLessThanOrEqual(tolerance(parts));
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('leaves the program as it was', () => {
    const { recording, program } = spread(scalars('x := 3', 'f = mul(x, x)'));
    for (const path of pathsTo(recording, 'x').paths) alongPath(program, path);
    expect([...program.gradientView('x').data]).toEqual([6]);
  });
});

describe('cellPathsOf', () => {
  test('adds up to what the path brings, on random graphs of tensors', { timeout: 30_000 }, () => {
    let products = 0;
    fc.assert(
      fc.property(arbitraryGraph('smooth'), fc.nat(99), (graph, pick) => {
        const { recording, program, nodes } = spread(graph);
        for (const node of nodes) {
          const cell = pick % program.view(node).data.length;
          for (const path of pathsTo(recording, node, 20).paths) {
            const ways = cellPathsOf(program, path, cell, 100_000);
            expect(ways?.listed).toHaveLength(ways?.count ?? NaN);
            const parts = ways?.listed.map(({ product }) => product) ?? [];
            const sum = parts.reduce((total, part) => total + part, 0);
            products += parts.length;
            expect(Math.abs(sum - (alongPath(program, path).data[cell] ?? NaN))).toBeLessThanOrEqual(tolerance(parts));
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(products).toBeGreaterThan(300);
  });

  test('goes through one cell of every node, each product that of its numbers', () => {
    const { recording, program } = spread(lesson());
    const [path = []] = pathsTo(recording, 'W1').paths;
    const ways = cellPathsOf(program, path, 1);
    expect(path.map(({ id }) => id)).toEqual(['C:1', 'l2:0', 's:0', 'l1:1']);
    // W1 is 2 × 1: its second weight meets the second column of both examples.
    expect(ways?.listed.map(({ cells }) => cells)).toEqual([
      [0, 0, 0, 0, 1],
      [0, 1, 1, 1, 1],
    ]);
    const [s, W2, l2, y, X] = ['s', 'W2', 'l2', 'y', 'X'].map((id) => program.view(id).data);
    ways?.listed.forEach(({ locals, product }, row) => {
      const slope = (s?.[row] ?? NaN) * (1 - (s?.[row] ?? NaN));
      const expected = [-((y?.[row] ?? NaN) - (l2?.[row] ?? NaN)), W2?.[0] ?? NaN, slope, X?.[2 * row + 1] ?? NaN];
      locals.forEach((local, edge) => expect(local).toBeCloseTo(expected[edge] ?? NaN, 12));
      expect(product).toBeCloseTo(expected.reduce((all, factor) => all * factor, 1), 15);
    });
  });

  test('counts past the products that it lists', () => {
    const { recording, program } = spread(lesson());
    const [path = []] = pathsTo(recording, 'b').paths;
    expect(cellPathsOf(program, path, 0, 1)).toMatchObject({ count: 2, listed: [{}] });
  });

  test('follows no cells one by one where there are far too many', () => {
    const rows = 200;
    const square = Array.from({ length: rows }, () => new Array<number>(rows).fill(1));
    const { recording, program } = spread({
      nodes: [
        { id: 'A', role: 'parameter', value: square },
        { id: 'B', role: 'parameter', value: square },
        { id: 'P', op: 'matmul', inputs: ['A', 'B'] },
        { id: 'Q', op: 'matmul', inputs: ['B', 'P'] },
        { id: 'f', op: 'sum', inputs: ['Q'] },
      ],
      output: 'f',
    });
    const [path = []] = pathsTo(recording, 'A').paths;
    expect(cellPathsOf(program, path, 0)).toBeUndefined();
    expect(alongPath(program, path).data[0]).toBe(rows * rows);
  });
});

/** The lesson's network with two layers, as it stands in the golden file. */
function lesson(): Graph {
  const { X, W1, b, y, W2, b2 } = golden.lesson.case2;
  return {
    nodes: [
      ...Object.entries({ X, y }).map(([id, value]) => ({ id, role: 'data' as const, value: asNested(value) })),
      ...Object.entries({ W1, b, W2: W2 ?? 0, b2: b2 ?? 0 }).map(([id, value]) => ({ id, role: 'parameter' as const, value: asNested(value) })),
      { id: 'l1', op: 'linear', inputs: ['X', 'W1', 'b'] },
      { id: 's', op: 'sigmoid', inputs: ['l1'] },
      { id: 'l2', op: 'linear', inputs: ['s', 'W2', 'b2'] },
      { id: 'C', op: 'mse', inputs: ['y', 'l2'] },
    ],
    output: 'C',
  };
}

describe('blameOf', () => {
  test('gives the lesson’s gradients, with one path to every parameter', () => {
    const { recording, program } = spread(lesson());
    const { grads } = golden.lesson.case2;
    for (const id of ['W1', 'b', 'W2', 'b2', 'X', 'y']) {
      const expected = grads[id];
      const data = expected === undefined || typeof expected === 'number' ? [expected ?? NaN] : expected.data;
      data.forEach((gradient, cell) => {
        const blame = blameOf(recording, program, id, cell);
        expect(blame.count).toBe(1n);
        expect(Math.abs((blame.shares[0]?.contribution ?? NaN) - gradient)).toBeLessThanOrEqual(1e-9 * Math.abs(gradient));
      });
    }
  });

  test('sums both ways around a diamond', () => {
    // f = (2x)(x + 1) at 3: 2 · 4 over the left, 6 over the right.
    const { recording, program } = spread(scalars('x := 3', 'a = mul(x, 2)', 'b = add(x, 1)', 'f = mul(a, b)'));
    const blame = blameOf(recording, program, 'x', 0);
    expect(blame.shares.map(({ contribution }) => contribution)).toEqual([8, 6]);
    expect([blame.gradient, blame.rest]).toEqual([14, 0]);
  });

  test('says what the paths that are not listed bring together', () => {
    const { recording, program } = spread(forks(20));
    const { count, shares, rest, gradient } = blameOf(recording, program, 'x0', 0, 8);
    expect([count, shares.length, gradient, rest]).toEqual([2n ** 20n, 8, 2 ** 20, 2 ** 20 - 8]);
  });
});
