import { edgeId, type Operation, type Recording } from '../../engine';
import type { SceneState } from '../../scene/frame';
import { indexOf } from '../../scene/recording/recordingIndex';
import type { ProductPart } from './product';
import type { Tensors } from './unfold';
import { unrecordedFlow } from './unrecorded';

/**
 * What exists of a product's numbers at a moment, for one part of it. Its inputs are those that its forward pass has read: a
 * parameter that has been updated since is another one. What no backward pass computes is there once that has come to its end.
 */
export function tensorsAt(recording: Recording, { nodes, edges, backwardDone }: SceneState, { id, inputs }: Operation, part: ProductPart): Tensors {
  const own = nodes.get(id);
  return {
    inputs: inputs.map((input, port) => edges.get(edgeId(id, port))?.value ?? nodes.get(input)?.value),
    value: own?.value,
    upstream: own?.gradient,
    flows: inputs.map((_, port) => {
      const edge = edgeId(id, port);
      const leftOut = port === part && backwardDone && !indexOf(recording).flowing.has(edge);
      return leftOut ? unrecordedFlow(recording, edge) : edges.get(edge)?.flow;
    }),
  };
}
