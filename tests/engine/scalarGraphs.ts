import * as fc from 'fast-check';
import { compile, findOp, record, type Graph, type GraphNode, type Recording, type Role } from '../../src/engine';

/** An operation as `f = op(a, b)`, or a leaf as `x = 3`, which is data, `x := 3`, which is a parameter, or a number, which is constant. */
export function scalars(...lines: string[]): Graph {
  const nodes: GraphNode[] = [];
  const known = new Set<string>();
  const add = (node: GraphNode): void => {
    nodes.push(node);
    known.add(node.id);
  };
  for (const line of lines) {
    const [, id = '', sign = '', right = ''] = /^(\S+) (:?=) (.+)$/.exec(line) ?? [];
    const [, op = '', list = ''] = /^(\w+)\((.*)\)$/.exec(right) ?? [];
    if (op === '') {
      add({ id, role: sign === ':=' ? 'parameter' : 'data', value: Number(right) });
      continue;
    }
    const inputs = list.split(', ');
    for (const input of inputs) {
      if (!known.has(input) && !Number.isNaN(Number(input))) add({ id: input, role: 'constant', value: Number(input) });
    }
    add({ id, op, inputs });
  }
  return { nodes, output: nodes.at(-1)?.id ?? '' };
}

/** One pass over a graph of scalars, with an update if there is a learning rate. */
export function recorded(graph: Graph, learningRate?: number): Recording {
  return record(compile(graph), learningRate === undefined ? {} : { learningRate });
}

const OPS = ['add', 'sub', 'mul', 'div', 'neg', 'pow', 'exp', 'log', 'sqrt', 'sin', 'cos', 'tanh', 'sigmoid', 'relu', 'abs', 'max'];

/**
 * Random graphs of scalars whose leaves are as often 0, large or tiny as moderate, so that values and gradients leave
 * the finite numbers in many ways. Some operations lead nowhere.
 */
export const wildGraph: fc.Arbitrary<Graph> = fc
  .record({
    leaves: fc.array(
      fc.record({ value: fc.constantFrom(0, 1, -1, -2.5, 0.5, 3, 400, 1e200, -1e-200), role: fc.constantFrom<Role>('data', 'parameter', 'constant') }),
      { minLength: 1, maxLength: 4 },
    ),
    operations: fc.array(fc.record({ op: fc.constantFrom(...OPS), inputs: fc.array(fc.nat(99), { minLength: 3, maxLength: 3 }) }), { minLength: 1, maxLength: 10 }),
  })
  .map(({ leaves, operations }) => {
    const nodes: GraphNode[] = leaves.map(({ value, role }, place) => ({ id: `x${place}`, role, value }));
    operations.forEach(({ op: name, inputs }, place) => {
      const op = findOp(name);
      const count = op === undefined || op.variadic ? 3 : op.ports.length;
      nodes.push({ id: `f${place}`, op: name, inputs: inputs.slice(0, count).map((input) => nodes[input % nodes.length]?.id ?? 'x0') });
    });
    return { nodes, output: nodes.at(-1)?.id ?? 'x0' };
  });
