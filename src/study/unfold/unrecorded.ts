import { zeros, type Recording, type Tensor } from '../../engine';
import { allGradients } from '../../scene/recording/allGradients';

const found = new WeakMap<Recording, Map<string, Tensor | undefined>>();

/**
 * What would come back over an edge that the recorded backward pass leaves out, since nothing behind it is trained: by the
 * same kernels on the same values. Undefined if the output does not depend on the edge. Made once, on demand.
 */
export function unrecordedFlow(recording: Recording, edge: string): Tensor | undefined {
  const known = found.get(recording) ?? new Map<string, Tensor | undefined>();
  found.set(recording, known);
  if (known.has(edge)) return known.get(edge);
  const call = allGradients(recording).backwardCalls.find((one) => one.edge.id === edge);
  const flow = call && zeros(call.target.shape);
  if (flow !== undefined) call?.run(flow.data);
  known.set(edge, flow);
  return flow;
}
