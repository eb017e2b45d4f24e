import { describe, expect, test } from 'vitest';
import { compile, type Program } from '../../src/engine';
import { relativeDifference } from '../engine/closeness';
import { golden, type ScalarGraph } from '../engine/golden';
import { understood } from './understood';

/** The file also writes each graph as one expression. */
const GRAPHS = (golden.scalar_graphs.graphs as readonly (ScalarGraph & { readonly expr: string })[]).map((graph) => [graph.name, graph] as const);

function trained(text: string, { inputs }: ScalarGraph): Program {
  const program = compile(understood(text).graph);
  for (const [id, value] of Object.entries(inputs)) program.feed(id, value);
  program.forward();
  program.backward();
  return program;
}

function expectAll(wanted: Readonly<Record<string, number>>, read: (id: string) => number): void {
  for (const [id, value] of Object.entries(wanted)) expect(relativeDifference(read(id), value), id).toBeLessThanOrEqual(1e-12);
}

describe('parseExpression of the golden graphs', () => {
  test.each(GRAPHS)('%s gives their values and gradients', (_name, graph) => {
    const program = trained(graph.expr, graph);
    expectAll({ f: graph.value }, (id) => program.value(id).data[0] ?? NaN);
    expectAll(graph.grads, (id) => program.gradient(id).data[0] ?? NaN);
  });

  test.each(GRAPHS)('%s, an operation a line, agrees at every node', (_name, graph) => {
    const program = trained(graph.ops.map(([name, op, ...args]) => `${name} = ${op}(${args.join(', ')})`).join('\n'), graph);
    expectAll(graph.op_values, (id) => program.value(id).data[0] ?? NaN);
    expectAll(graph.op_grads, (id) => program.gradient(id).data[0] ?? NaN);
    expectAll(graph.grads, (id) => program.gradient(id).data[0] ?? NaN);
    expect(program.graph.output).toBe(graph.out);
  });
});
