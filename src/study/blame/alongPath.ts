import { zeros, type Program, type Tensor } from '../../engine';
import { BackwardCall } from '../../engine/calls';
import { callOf } from '../../scene/recording/working';
import type { GradientPath } from './paths';

/**
 * What comes down one path alone: the vector–Jacobian product of ones at the output with every edge of the path, by the
 * engine's own kernels. It has the shape of the node at the path's end; the sum over all of the node's paths is its gradient.
 *
 * @param program one whose forward pass is complete
 */
export function alongPath(program: Program, path: GradientPath): Tensor {
  const { output } = program.graph;
  let gradient = zeros(program.view(output).shape);
  gradient.data.fill(1);
  for (const { from, to, port } of path) {
    const call = callOf(program, to);
    if (call === undefined) break;
    const target = zeros(program.view(from).shape);
    new BackwardCall(call, port, gradient.data, target).run();
    gradient = target;
  }
  return gradient;
}
