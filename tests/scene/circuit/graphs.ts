import fc from 'fast-check';
import type { Graph, GraphNode } from '../../../src/engine/graph';
import type { NamedLine } from '../../../src/scene/circuit/clusters';

/** A scalar graph with named lines. */
export interface Circuit {
  readonly graph: Graph;
  readonly lines: readonly NamedLine[];
}

const UNARY = ['exp', 'sin', 'neg', 'tanh', 'sigmoid'];
const BINARY = ['add', 'mul', 'sub', 'div', 'pow', 'max'];

/**
 * A graph of leaves and operations, each operation written as its id, its op and what it reads: `f = mul x x`. What has
 * not been computed before it is a leaf: a constant if it is a number, an input otherwise. The last is the output.
 */
export function graphOf(...operations: readonly string[]): Graph {
  const nodes: GraphNode[] = [];
  const known = new Set<string>();
  let output = '';
  for (const line of operations) {
    const [id = '', , op = '', ...inputs] = line.split(' ');
    for (const input of inputs) {
      if (known.has(input)) continue;
      known.add(input);
      const value = Number(input);
      nodes.push(Number.isNaN(value) ? { id: input, role: 'data', shape: [] } : { id: input, role: 'constant', shape: [], value });
    }
    known.add(id);
    nodes.push({ id, op, inputs });
    output = id;
  }
  return { nodes, output };
}

/** The path of the reference: 1 / (1 + exp(−(w0·x0 + w1·x1 + w2))). */
export const NEURON = graphOf('v1 = mul w0 x0', 'v2 = mul w1 x1', 'v3 = add v1 v2', 'v4 = add v3 w2', 'v5 = neg v4', 'v6 = exp v5', 'v7 = add 1 v6', 'f = div 1 v7');

/**
 * Random circuits with sharing, twins and constants. Operations read what was made shortly before them, mostly, or
 * anything; every few of them are one named line, which reads other lines by their names only.
 */
export function circuits(mostOperations: number): fc.Arbitrary<Circuit> {
  const operation = fc.record({
    kind: fc.nat(9),
    op: fc.nat(29),
    picks: fc.array(fc.record({ back: fc.nat(5), any: fc.nat(mostOperations + 8), near: fc.boolean() }), { minLength: 3, maxLength: 3 }),
  });
  return fc
    .record({
      leaves: fc.array(fc.constantFrom('data', 'parameter', 'constant'), { minLength: 1, maxLength: 8 }),
      operations: fc.array(operation, { minLength: 1, maxLength: mostOperations, size: 'max' }),
      lengths: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 }),
    })
    .map(({ leaves, operations, lengths }) => {
      const nodes: GraphNode[] = leaves.map((role, index) =>
        role === 'constant' ? { id: String(index + 2), role, shape: [], value: index + 2 } : { id: `x${index}`, role: role === 'data' ? 'data' : 'parameter', shape: [] },
      );
      let open = nodes.map(({ id }) => id);
      let shared = [...open];
      const lines: NamedLine[] = [];
      let members: string[] = [];
      operations.forEach(({ kind, op, picks }, index) => {
        const pick = (at: number): string => {
          const { back, any, near } = picks[at] ?? { back: 0, any: 0, near: true };
          return (near ? open[Math.max(0, open.length - 1 - back)] : open[any % open.length]) ?? '';
        };
        const id = `v${index}`;
        const inputs = kind < 3 ? [pick(0)] : kind === 3 ? [pick(0), pick(0)] : kind === 4 ? [pick(0), pick(1), pick(2)] : [pick(0), pick(1)];
        const name = kind < 3 ? UNARY[op % UNARY.length] : kind === 4 ? 'add' : BINARY[op % BINARY.length];
        nodes.push({ id, op: name ?? 'add', inputs });
        members.push(id);
        open.push(id);
        if (members.length < (lengths[lines.length % lengths.length] ?? 1) && index < operations.length - 1) return;
        lines.push({ id, members });
        // From the next line on, only the name of this one can be read.
        shared = [...shared, id];
        open = [...shared];
        members = [];
      });
      return { graph: { nodes, output: `v${operations.length - 1}` }, lines };
    });
}
