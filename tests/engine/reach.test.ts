import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dependentsOf, edgesOf, leadingTo, type Graph, type GraphNode } from '../../src/engine';
import { scalars, wildGraph } from './scalarGraphs';

const FORK = scalars('x = 1', 'y = 2', 'a = mul(x, 3)', 'b = add(y, 4)', 'aside = exp(a)', 'f = mul(a, a)');

/** Whether a way leads from one node to another, by trying every way. */
function leads(graph: Graph, from: string, to: string): boolean {
  return from === to || edgesOf(graph).some((edge) => edge.from === from && leads(graph, edge.to, to));
}

/** x → v1 → v2 → …, with the last node first. */
function reversedChain(length: number): Graph {
  const nodes = Array.from({ length }, (_, at): GraphNode => ({ id: `v${at + 1}`, op: 'neg', inputs: [at === 0 ? 'x' : `v${at}`] }));
  return { nodes: [{ id: 'x', role: 'data', shape: [] } as const, ...nodes].reverse(), output: `v${length}` };
}

describe('leadingTo', () => {
  test('finds what a node is computed from, and itself', () => {
    expect(leadingTo(FORK, 'f')).toEqual(new Set(['f', 'a', 'x', '3']));
    expect(leadingTo(FORK, 'y')).toEqual(new Set(['y']));
  });

  test('does not mind in which order the nodes stand, nor how many they are', () => {
    expect(leadingTo({ nodes: FORK.nodes.toReversed() }, 'f')).toEqual(leadingTo(FORK, 'f'));
    expect(leadingTo(reversedChain(100_000), 'v100000').size).toBe(100_001);
  });
});

describe('dependentsOf', () => {
  test('finds what is computed from any of some nodes, and these', () => {
    expect(dependentsOf(FORK, ['x'])).toEqual(new Set(['x', 'a', 'aside', 'f']));
    expect(dependentsOf(FORK, ['y', 'aside'])).toEqual(new Set(['y', 'aside', 'b']));
    expect(dependentsOf(FORK, [])).toEqual(new Set());
  });

  test('does not mind in which order the nodes stand, nor how many they are', () => {
    expect(dependentsOf({ nodes: FORK.nodes.toReversed() }, ['x'])).toEqual(dependentsOf(FORK, ['x']));
    expect(dependentsOf(reversedChain(100_000), ['x']).size).toBe(100_001);
  });
});

test('leadingTo and dependentsOf find the ends of every way through any graph', () => {
  fc.assert(
    fc.property(wildGraph, (graph) => {
      for (const { id } of graph.nodes) {
        const [leading, dependents] = [leadingTo(graph, id), dependentsOf(graph, [id])];
        for (const { id: other } of graph.nodes) {
          expect(leading.has(other)).toBe(leads(graph, other, id));
          expect(dependents.has(other)).toBe(leads(graph, id, other));
        }
      }
    }),
    { numRuns: 100 },
  );
});
