import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edgesOf, GraphError, isLeaf, recordSort, topologicalSort, type Graph, type GraphNode, type Operation } from '../../src/engine';
import { kahn, type Wiring } from '../../src/engine/sort';
import { arbitraryGraph } from './arbitraryGraphs';
import { thrownBy } from './thrown';

describe('topologicalSort', () => {
  test('puts the leaves first, in the order in which they were added, and every node as soon as it is ready', () => {
    const graph = named(['C', 'y', 'a'], ['a', 's', 'w'], ['w'], ['y'], ['s', 'x'], ['x']);
    expect(topologicalSort(graph)).toEqual(['w', 'y', 'x', 's', 'a', 'C']);
  });

  test('puts every node behind all that it reads, once each, in any graph and any order of its nodes', () => {
    fc.assert(
      fc.property(shuffledGraph(), (graph) => {
        const order = topologicalSort(graph);
        const place = new Map(order.map((id, index) => [id, index]));
        expect([...place.keys()].sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
        for (const { from, to } of edgesOf(graph)) expect(place.get(from)).toBeLessThan(place.get(to) ?? -1);
      }),
    );
  });

  test('gives the same order every time', () => {
    fc.assert(
      fc.property(shuffledGraph(), (graph) => {
        expect(topologicalSort(structuredClone(graph))).toEqual(topologicalSort(graph));
      }),
    );
  });

  test('sorts a node that reads the same input twice', () => {
    expect(topologicalSort(named(['square', 'x', 'x'], ['x']))).toEqual(['x', 'square']);
  });

  test('spells the path of a cycle in the direction of its edges, from the node that was added first', () => {
    const error = thrownBy(() => topologicalSort(named(['x'], ['b', 'a'], ['a', 'c', 'x'], ['c', 'b'], ['C', 'b'])));
    expect(error).toBeInstanceOf(GraphError);
    expect(error.message).toBe('The graph has a cycle: b → c → a → b; a node cannot wait for its own result');
    expect(error instanceof GraphError ? error.node : 'none').toBe('b');
  });

  test('finds a node that reads itself', () => {
    const error = thrownBy(() => topologicalSort(named(['x'], ['a', 'x', 'a'])));
    expect(error.message).toBe('The graph has a cycle: a → a; a node cannot wait for its own result');
  });

  test('leaves nodes that only wait for the cycle out of its path', () => {
    const error = thrownBy(() => topologicalSort(named(['late', 'after'], ['after', 'p'], ['p', 'q'], ['q', 'p', 'x'], ['x'])));
    expect(error.message).toBe('The graph has a cycle: p → q → p; a node cannot wait for its own result');
  });

  test('abbreviates a long cycle, and finds one of 150,000 nodes', () => {
    const ring = (length: number): Graph => ({
      nodes: Array.from({ length }, (_, n) => ({ id: `v${n}`, op: 'neg', inputs: [`v${(n + length - 1) % length}`] })),
      output: 'v0',
    });
    expect(thrownBy(() => topologicalSort(ring(15))).message).toMatch(/^The graph has a cycle: v0 → v1 → .* → v14 → v0; a node/);
    expect(thrownBy(() => topologicalSort(ring(150_000))).message).toBe(
      'The graph has a cycle: v0 → v1 → v2 → v3 → v4 → v5 → … (149992 more) → v149998 → v149999 → v0; a node cannot wait for its own result',
    );
  });

  test('spells a path that really is one, whatever the cycle', () => {
    fc.assert(
      fc.property(shuffledGraph(), fc.nat(), fc.nat(4), (graph, start, length) => {
        const cyclic = withCycle(graph, start, length);
        const { message } = thrownBy(() => topologicalSort(cyclic));
        const path = /cycle: (.*); a node/.exec(message)?.[1]?.split(' → ') ?? [];
        expect(path.length).toBeGreaterThanOrEqual(2);
        expect(path[0]).toBe(path.at(-1));
        expect(new Set(path).size).toBe(path.length - 1);
        const edges = new Set(edgesOf(cyclic).map(({ from, to }) => `${from} → ${to}`));
        path.slice(1).forEach((id, i) => expect(edges).toContain(`${path[i] ?? ''} → ${id}`));
      }),
    );
  });
});

describe('recordSort', () => {
  test('shows every node become ready and be emitted, and every edge go', () => {
    const steps = recordSort(named(['x'], ['y'], ['s', 'x', 'y', 'x'], ['C', 's']));
    const words = steps.map((step) => {
      if (step.kind === 'ready') return `ready ${step.node}`;
      if (step.kind === 'emit') return `emit ${step.node} ${step.position}`;
      return step.kind === 'release' ? `release ${step.edge.from} → ${step.edge.id}, ${step.waiting} left` : step.kind;
    });
    expect(words).toEqual([
      'ready x',
      'ready y',
      'emit x 0',
      'release x → s:0, 2 left',
      'release x → s:2, 1 left',
      'emit y 1',
      'release y → s:1, 0 left',
      'ready s',
      'emit s 2',
      'release s → C:0, 0 left',
      'ready C',
      'emit C 3',
    ]);
  });

  test('shows the order that topologicalSort gives', () => {
    fc.assert(
      fc.property(shuffledGraph(), (graph) => {
        const emitted = recordSort(graph).flatMap((step) => (step.kind === 'emit' ? [step.node] : []));
        expect(emitted).toEqual(topologicalSort(graph));
      }),
    );
  });
});

describe('kahn takes two steps a node and one an edge', () => {
  test.each([1, 10, 1000])('in a chain of %i diamonds, whose paths double with each', (depth) => {
    const wiring = diamonds(depth);
    expect(wiring.nodeCount).toBe(3 * depth + 1);
    expect(events(wiring)).toBe(2 * (3 * depth + 1) + 4 * depth);
  });

  test('in a graph of 100,000 nodes and 200,000 edges', () => {
    const wiring = ladder(100_000);
    expect(events(wiring)).toBe(2 * 100_000 + 2 * 99_998);
    expect(kahn(wiring)).toEqual(Int32Array.from({ length: 100_000 }, (_, node) => node));
  });
});

/** A graph from lists: the first entry is a node, the rest is what it reads. */
function named(...lines: readonly (readonly string[])[]): Graph {
  const nodes = lines.map(([id = '', ...inputs]): GraphNode => (inputs.length === 0 ? { id, role: 'parameter', value: 1 } : { id, op: 'add', inputs }));
  return { nodes, output: nodes[0]?.id ?? '' };
}

function shuffledGraph(): fc.Arbitrary<Graph> {
  return arbitraryGraph('any').chain((graph) => fc.shuffledSubarray([...graph.nodes], { minLength: graph.nodes.length }).map((nodes) => ({ ...graph, nodes })));
}

/** The graph with one more edge, back to a node from one that is up to `length` readers further on. */
function withCycle(graph: Graph, start: number, length: number): Graph {
  const nodes = graph.nodes.map((node) => (isLeaf(node) ? node : { id: node.id, op: 'add', inputs: node.inputs }));
  const operations = nodes.filter((node): node is Operation => !isLeaf(node));
  const first = operations[start % operations.length];
  let last = first;
  for (let i = 0; i < length; i++) last = operations.find((node) => node.inputs.includes(last?.id ?? '')) ?? last;
  return { ...graph, nodes: nodes.map((node) => (first !== undefined && node === first ? { ...first, inputs: [...first.inputs, last?.id ?? ''] } : node)) };
}

/** v → a, v → b, a → w, b → w, and so on from w. */
function diamonds(depth: number): Wiring {
  const edges = Array.from({ length: depth }, (_, d) => [[3 * d, 3 * d + 1], [3 * d, 3 * d + 2], [3 * d + 1, 3 * d + 3], [3 * d + 2, 3 * d + 3]]).flat();
  return wired(3 * depth + 1, edges);
}

/** Every node reads the two before it. */
function ladder(nodeCount: number): Wiring {
  return wired(nodeCount, Array.from({ length: nodeCount - 2 }, (_, i) => [[i, i + 2], [i + 1, i + 2]]).flat());
}

function wired(nodeCount: number, edges: readonly (readonly number[])[]): Wiring {
  return { nodeCount, from: Int32Array.from(edges, ([from = 0]) => from), to: Int32Array.from(edges, ([, to = 0]) => to) };
}

function events(wiring: Wiring): number {
  let count = 0;
  const note = (): void => {
    count++;
  };
  kahn(wiring, { ready: note, emit: note, release: note });
  return count;
}
