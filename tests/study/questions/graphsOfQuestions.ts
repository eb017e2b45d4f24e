import { compile, isLeaf, record, sizeOf, type Graph, type Recording } from '../../../src/engine';
import type { Ask } from '../../../src/lessons/ask';
import { buildNetwork } from '../../../src/lessons/network';
import { timelineOf, type Timeline } from '../../../src/scene/timeline';
import { questionOf } from '../../../src/study/questions/questionOf';
import type { Answer, Question } from '../../../src/study/questions/question';
import { scalars } from '../../engine/scalarGraphs';

/** The lesson's (x + y) · z. */
export const SUM_TIMES_Z = scalars('x = -2', 'y = 5', 'z = -4', 'q = add(x, y)', 'f = mul(q, z)');

/** A graph with its timeline. */
export function timeOf(graph: Graph): Timeline {
  return timelineOf(record(compile(graph)));
}

/** A question that must be there. */
export function ask(timeline: Timeline, what: Ask): Question {
  const question = questionOf(timeline, what);
  if (question === undefined) throw new Error(`nothing to ask: ${JSON.stringify(what)}`);
  return question;
}

/** The answer of a question for a number. */
export function numberOf({ answer }: Question): Extract<Answer, { kind: 'number' }> {
  if (answer.kind !== 'number') throw new Error(answer.kind);
  return answer;
}

/** Two examples of two features through a matrix of 2 × 2 to a mean squared error: every transpose fits, wrong or right. */
export const SQUARE_LAYER: Graph = {
  nodes: [
    { id: 'X', role: 'data', value: [[1, 2], [3, 5]] },
    { id: 'W1', role: 'parameter', value: [[0.5, -1], [2, 0.25]] },
    { id: 'b', role: 'parameter', value: [0.1, 0.2] },
    { id: 'y', role: 'data', value: [[1, 0], [0, 1]] },
    { id: 'l1', op: 'linear', inputs: ['X', 'W1', 'b'] },
    { id: 'C', op: 'mse', inputs: ['y', 'l1'] },
  ],
  output: 'C',
};

/** Everything that can be asked of a recording, every cell of everything. */
export function everyAsk({ graph, steps, edges }: Recording): Ask[] {
  const shapes = new Map(steps.flatMap((step) => (step.kind === 'feed' || step.kind === 'compute' ? [[step.node, step.value.shape] as const] : [])));
  const cells = (id: string): number[] => Array.from({ length: sizeOf(shapes.get(id) ?? []) }, (_, cell) => cell);
  return [
    ...graph.nodes.flatMap((node): Ask[] => [
      { what: 'shape', node: node.id },
      ...cells(node.id).flatMap((cell): Ask[] => [...(isLeaf(node) ? [] : [{ what: 'value', node: node.id, cell } as const]), { what: 'gradient', node: node.id, cell }]),
    ]),
    ...edges.flatMap(({ id, from }) => cells(from).map((cell): Ask => ({ what: 'flow', edge: id, cell }))),
    ...steps.map((_, after): Ask => ({ what: 'next', after })),
  ];
}

/** One iteration of a small network of the lesson's kind. */
export function networkTimeline(): Timeline {
  const program = compile(buildNetwork({ features: 3, hidden: 2, batchSize: 4, seed: 1 }));
  program.feed('X', [[0.5, -1, 2], [1.5, 0.25, -0.75], [-1, 1, 0.5], [0.3, 2, -1.2]]);
  program.feed('y', [[1], [-0.5], [2], [0.25]]);
  return timelineOf(record(program, { learningRate: 0.01 }));
}
