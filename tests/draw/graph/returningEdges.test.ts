import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returningEdges } from '../../../src/draw/graph/returningEdges';
import { graphs, recordingOf } from '../../scene/recordings';

describe('returningEdges', () => {
  it('are exactly the edges of the flow steps of a recording', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
        const flows = recordingOf(graph).steps.flatMap((step) => (step.kind === 'flow' ? [step.edge.id] : []));
        expect([...returningEdges(nodes, graph.output)].toSorted()).toEqual(flows.toSorted());
      }),
    );
  });
});
