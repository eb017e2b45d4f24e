import { describe, expect, test } from 'vitest';
import { compile, isLeaf, recordSort, type Graph } from '../../../src/engine';
import { chainOfDiamonds, countPaths } from '../../../src/lessons/topologicalSort/diamonds';
import { diamond } from '../../../src/lessons/topologicalSort/graphs';

/** Follows every edge from every leaf, one node at a time, as often as there is a way: returns the nodes that are handled. */
function handledOncePerPath({ nodes }: Graph): string[] {
  const handled = nodes.filter(isLeaf).map(({ id }) => id);
  for (const from of handled) {
    for (const node of nodes) if (!isLeaf(node)) for (const input of node.inputs) if (input === from) handled.push(node.id);
  }
  return handled;
}

describe('chainOfDiamonds', () => {
  test('has three nodes and four edges a diamond, and one node more', () => {
    for (const depth of [0, 1, 2, 7, 30]) {
      const { nodes, edges } = countPaths(chainOfDiamonds(depth));
      expect([nodes, edges]).toEqual([3 * depth + 1, 4 * depth]);
    }
  });

  test('is a graph that the engine runs', () => {
    const program = compile(chainOfDiamonds(3));
    program.forward();
    program.backward();
    // Each diamond takes the negative of twice what it is given.
    expect(program.value('n3').data[0]).toBe(-8);
    expect(program.gradient('n0').data[0]).toBe(-8);
  });
});

describe('countPaths', () => {
  test('finds that the paths double with every diamond', () => {
    for (const depth of [0, 1, 2, 7, 30]) expect(countPaths(chainOfDiamonds(depth)).paths).toBe(2 ** depth);
  });

  test('counts what a search handles that appends a node for every edge that leads to it', () => {
    for (const depth of [0, 1, 2, 3, 6]) {
      const graph = chainOfDiamonds(depth);
      const handled = handledOncePerPath(graph);
      expect(countPaths(graph).handled).toBe(handled.length);
      expect(countPaths(graph).paths).toBe(handled.filter((id) => id === graph.output).length);
    }
    expect(countPaths(diamond).handled).toBe(handledOncePerPath(diamond).length);
  });

  test('is beaten by the sort, which takes each node and removes each edge once', () => {
    const graph = chainOfDiamonds(30);
    const steps = recordSort(graph);
    const { nodes, edges } = countPaths(graph);
    expect(steps.filter(({ kind }) => kind === 'emit').length).toBe(nodes);
    expect(steps.filter(({ kind }) => kind === 'release').length).toBe(edges);
  });
});
