import { describe, expect, test } from 'vitest';
import { compile } from '../../src/engine';
import { expectClose, relativeDifference } from './closeness';
import { asTensor, golden } from './golden';
import { edgeGraph, scalarGraph, tensorGraph } from './goldenGraphOf';

describe('compile, forward and backward agree with torch', () => {
  test.each(golden.scalar_graphs.graphs.map((graph) => [graph.name, graph] as const))('on every node of the scalar graph %s', (_, stored) => {
    const program = compile(scalarGraph(stored));
    program.forward();
    program.backward();
    expect(relativeDifference(program.value(stored.out).data[0] ?? NaN, stored.value)).toBeLessThanOrEqual(1e-12);
    for (const [id, value] of Object.entries(stored.op_values)) {
      expectClose(program.value(id), asTensor(value), 1e-12, id);
    }
    for (const [id, gradient] of Object.entries({ ...stored.grads, ...stored.op_grads })) {
      expectClose(program.gradient(id), asTensor(gradient), 1e-12, `gradient of ${id}`);
    }
  });

  test.each(golden.tensor_graphs.graphs.map((graph) => [graph.description, graph] as const))('on every node of: %s', (_, stored) => {
    const program = compile(tensorGraph(stored));
    program.forward();
    program.backward();
    expect(relativeDifference(program.value(stored.out).data[0] ?? NaN, stored.value)).toBeLessThanOrEqual(1e-12);
    for (const [id, value] of Object.entries(stored.values)) {
      expectClose(program.value(id), asTensor(value), 1e-12, id);
    }
    for (const [id, gradient] of Object.entries({ ...stored.grads, ...stored.op_grads })) {
      expectClose(program.gradient(id), asTensor(gradient), 1e-12, `gradient of ${id}`);
    }
  });

  test.each(Object.entries(golden.scalar_graphs.edge_conventions_of_torch))('at the edge %s, and with the true slope where torch rounds to 0', (name, edge) => {
    const program = compile(edgeGraph(name, edge));
    program.forward();
    program.backward();
    expect(relativeDifference(program.value('f').data[0] ?? NaN, edge.value)).toBeLessThanOrEqual(1e-14);
    for (const [id, slope] of Object.entries(edge.grads)) {
      expect(relativeDifference(program.gradient(id).data[0] ?? NaN, edge.true_derivative ?? slope), id).toBeLessThanOrEqual(1e-15);
    }
  });
});
