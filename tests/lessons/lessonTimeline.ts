import { compile, isLeaf, record, type Graph, type GraphNode } from '../../src/engine';
import { parseExpression } from '../../src/expression/parseExpression';
import type { Stage } from '../../src/lessons/lesson';
import { buildNetwork } from '../../src/lessons/network';
import { timelineOf, type Timeline } from '../../src/scene/timeline';

/** The iteration that a stage opens with; of the reader's network, one of the same make, on a batch of zeros. */
export function timelineOfStage(stage: Stage): Timeline {
  const graph = graphOf(stage);
  const program = compile(graph);
  const rate = stage.kind === 'network' ? 0.01 : stage.learningRate;
  const trains = rate !== undefined && graph.nodes.some((node) => isLeaf(node) && node.role === 'parameter');
  return timelineOf(record(program, trains ? { learningRate: rate } : {}));
}

function graphOf(stage: Stage): Graph {
  switch (stage.kind) {
    case 'graph':
      return stage.graph;
    case 'circuit': {
      const { expression, problem } = parseExpression(stage.text);
      if (problem !== undefined) throw new Error(problem.message);
      const inputs = new Map(stage.inputs.map((input) => [input.name, input]));
      const fed = (node: GraphNode): GraphNode => {
        const input = inputs.get(node.id);
        if (input === undefined) return node;
        return { id: node.id, role: input.trainable === true ? 'parameter' : 'data', value: input.value };
      };
      return { ...expression.graph, nodes: expression.graph.nodes.map(fed) };
    }
    case 'network': {
      const network = buildNetwork({ features: 13, hidden: 10, batchSize: 11, seed: 1 });
      const fed = (node: GraphNode): GraphNode => (isLeaf(node) && node.role === 'data' ? { ...node, value: zeros(node.shape ?? []) } : node);
      return { ...network, nodes: network.nodes.map(fed) };
    }
  }
}

function zeros([rows = 0, columns = 0]: readonly number[]): number[][] {
  return Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
}
