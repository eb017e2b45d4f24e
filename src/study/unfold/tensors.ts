import { edgeId, type Operation } from '../../engine';
import type { SceneState } from '../../scene/frame';
import type { Tensors } from './unfold';

/**
 * What exists of a product's numbers at a moment. Its inputs are those that its forward pass has read: a parameter that has
 * been updated since is another one.
 */
export function tensorsAt({ nodes, edges }: SceneState, { id, inputs }: Operation): Tensors {
  const own = nodes.get(id);
  return {
    inputs: inputs.map((input, port) => edges.get(edgeId(id, port))?.value ?? nodes.get(input)?.value),
    value: own?.value,
    upstream: own?.gradient,
    flows: inputs.map((_, port) => edges.get(edgeId(id, port))?.flow),
  };
}
