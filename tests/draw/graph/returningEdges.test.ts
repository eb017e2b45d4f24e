import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returningEdges } from '../../../src/draw/graph/returningEdges';
import { compile, isLeaf, record } from '../../../src/engine';
import { graphs } from '../../scene/recordings';

describe('returningEdges', () => {
  it('are exactly the edges of the flow steps that the engine records', () => {
    let fruitless = 0;
    fc.assert(
      fc.property(graphs, (graph) => {
        const nodes = graph.nodes.map((node) => (isLeaf(node) ? { ...node, value: 1 } : node));
        const { steps, edges } = record(compile({ ...graph, nodes }));
        const flows = steps.flatMap((step) => (step.kind === 'flow' ? [step.edge.id] : []));
        const found = returningEdges(new Map(nodes.map((node) => [node.id, node])), graph.output);
        expect([...found].toSorted()).toEqual(flows.toSorted());
        fruitless += edges.length - found.size;
      }),
    );
    expect(fruitless).toBeGreaterThan(100);
  });

  it('leave out what is computed of nothing but constants', () => {
    const nodes = [
      { id: 'x', role: 'data' }, { id: '3', role: 'constant', value: 3 },
      { id: 'b', op: 'sin', inputs: ['3'] }, { id: 'f', op: 'mul', inputs: ['b', 'x'] },
    ] as const;
    expect(returningEdges(new Map(nodes.map((node) => [node.id, node])), 'f')).toEqual(new Set(['f:1']));
  });
});
