import { describe, expect, test } from 'vitest';
import { compile, recordSort, topologicalSort } from '../../../src/engine';
import { cycle, diamond } from '../../../src/lessons/topologicalSort/graphs';
import { sortListsAt } from '../../../src/scene/sortLists';
import { computed, gradientOf, valueOf } from '../computedStage';

const reads = new Map(diamond.nodes.map((node) => [node.id, 'inputs' in node ? node.inputs : []]));

/** All rows of the nodes in which everyone stands behind all that it reads, by trying every row. */
function orders(before: readonly string[] = []): string[][] {
  const free = [...reads.keys()].filter((id) => !before.includes(id) && (reads.get(id) ?? []).every((input) => before.includes(input)));
  return before.length === reads.size ? [[...before]] : free.flatMap((id) => orders([...before, id]));
}

describe('diamond', () => {
  test('is sorted in the order of the lesson, one of many', () => {
    expect(topologicalSort(diamond)).toEqual(['x', 'y', 'z', 'p', 'q', 'f']);
    expect(orders().length).toBeGreaterThan(10);
    expect(orders()).toContainEqual(['x', 'y', 'p', 'z', 'q', 'f']);
  });

  test('has z and p in the queue once y and its edges are gone', () => {
    const steps = recordSort(diamond);
    const last = steps.findIndex((step) => step.kind === 'release' && step.edge.id === 'q:0');
    expect(last + 1).toBe(9);
    expect(sortListsAt(steps, last + 1)).toEqual({ ready: ['z', 'p'], order: ['x', 'y'] });
  });

  test('computes (2 + 3) · (3 · 4) = 60, and gives y the shares of both sides', () => {
    const program = computed({ kind: 'graph', graph: diamond });
    expect(valueOf(program, 'f')).toBe(60);
    expect(['x', 'y', 'z'].map((id) => gradientOf(program, id))).toEqual([12, 12 + 5 * 4, 5 * 3]);
  });
});

describe('cycle', () => {
  test('is refused, with the way round spelled out', () => {
    expect(() => compile(cycle)).toThrow('The graph has a cycle: a → b → c → a; a node cannot wait for its own result');
  });

  test('leaves all of the ring behind when the queue is empty', () => {
    const taken = recordSort(cycle).flatMap((step) => (step.kind === 'emit' ? [step.node] : []));
    expect(taken).toEqual(['x']);
  });
});
