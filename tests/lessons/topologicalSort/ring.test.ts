import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, topologicalSort, type Graph, type GraphNode } from '../../../src/engine';
import { cycle, diamond } from '../../../src/lessons/topologicalSort/graphs';
import { deadlockOf } from '../../../src/lessons/topologicalSort/ring';

/** Any graph of so many nodes, each of which reads one or two of all of them; the first is a leaf. */
const anyGraph = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 1, maxLength: 7 }).map((reads): Graph => {
  const id = (index: number): string => `v${index % (reads.length + 1)}`;
  const nodes: GraphNode[] = [{ id: 'v0', role: 'data', value: 1 }, ...reads.map(([one, other], index): GraphNode => ({ id: `v${index + 1}`, op: 'add', inputs: [id(one), id(other)] }))];
  return { nodes, output: id(reads.length) };
});

function refusal(graph: Graph): string | undefined {
  try {
    topologicalSort(graph);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('deadlockOf', () => {
  test('of the lesson’s refused graph: x is taken, and a, b and c wait for one another', () => {
    expect(deadlockOf(cycle)).toMatchObject({
      taken: ['x'],
      stuck: [
        { id: 'a', remaining: 1 },
        { id: 'b', remaining: 1 },
        { id: 'c', remaining: 1 },
      ],
      ring: ['a', 'b', 'c'],
    });
    expect(() => compile(cycle)).toThrow('The graph has a cycle: a → b → c → a;');
  });

  test('of a graph that can be sorted, there is none', () => {
    expect(deadlockOf(diamond)).toBeUndefined();
  });

  test('finds one exactly where the engine refuses the graph, and the ring that the engine names', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const found = deadlockOf(graph);
        const said = refusal(graph);
        expect(found === undefined).toBe(said === undefined);
        if (found !== undefined) expect(said).toContain(`${[...found.ring, found.ring[0] ?? ''].join(' → ')};`);
      }),
    );
  });

  test('each of a ring reads the one before it, and each that is stuck waits for others that are', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const found = deadlockOf(graph);
        if (found === undefined) return;
        const reads = (id: string | undefined): readonly string[] => {
          const node = graph.nodes.find((one) => one.id === id);
          return node !== undefined && 'op' in node ? node.inputs : [];
        };
        found.ring.forEach((id, place) => {
          expect(reads(id)).toContain(found.ring.at(place - 1));
        });
        const stuck = found.stuck.map(({ id }) => id);
        for (const { id, remaining } of found.stuck) expect(reads(id).filter((input) => stuck.includes(input))).toHaveLength(remaining);
        expect([...found.taken, ...stuck].toSorted()).toEqual(graph.nodes.map(({ id }) => id).toSorted());
      }),
    );
  });
});
