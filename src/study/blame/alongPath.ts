import { zeros, type Program, type Tensor } from '../../engine';
import { BackwardCall, type ForwardCall } from '../../engine/calls';
import type { Path } from './paths';

const callsOf = new WeakMap<Program, ReadonlyMap<string, ForwardCall>>();

/** The call that computes an operation; undefined for a leaf. */
export function callOf(program: Program, id: string): ForwardCall | undefined {
  const known = callsOf.get(program);
  if (known !== undefined) return known.get(id);
  const calls = new Map(program.forwardCalls.map((call) => [call.node.id, call]));
  callsOf.set(program, calls);
  return calls.get(id);
}

/**
 * What comes down one path alone: the vector–Jacobian product of ones at the output with every edge of the path, by the
 * engine's own kernels. It has the shape of the node at the path's end; the sum over all of the node's paths is its gradient.
 *
 * @param program one whose forward pass is complete
 */
export function alongPath(program: Program, path: Path): Tensor {
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
