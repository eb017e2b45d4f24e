import { compile, isLeaf, zeros, type Graph, type Recording, type Tensor } from '../../engine';

const found = new WeakMap<Recording, Map<string, Tensor | undefined>>();

/** Whether a recording's backward pass has gone along an edge. */
export function isRecorded({ steps }: Recording, edge: string): boolean {
  return steps.some((step) => step.kind === 'flow' && step.edge.id === edge);
}

/**
 * What would come back over an edge that the recorded backward pass leaves out, since nothing behind it is trained: by the
 * same kernels on the same values. Undefined if the output does not depend on the edge. Made once, on demand.
 */
export function unrecordedFlow(recording: Recording, edge: string): Tensor | undefined {
  const known = found.get(recording) ?? new Map<string, Tensor | undefined>();
  found.set(recording, known);
  if (known.has(edge)) return known.get(edge);
  const program = compile(allOfItData(recording.graph));
  for (const step of recording.steps) if (step.kind === 'feed') program.feed(step.node, step.value);
  program.forward();
  program.backward();
  const call = program.backwardCalls.find((one) => one.edge.id === edge);
  const flow = call && zeros(call.target.shape);
  if (flow !== undefined) call?.run(flow.data);
  known.set(edge, flow);
  return flow;
}

/** The same graph with data for constants, which get a gradient. */
function allOfItData(graph: Graph): Graph {
  return { ...graph, nodes: graph.nodes.map((node) => (isLeaf(node) && node.role === 'constant' ? { ...node, role: 'data' } : node)) };
}
