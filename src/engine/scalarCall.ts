import { ForwardCall } from './calls';
import { opOf } from './check';
import type { Operation } from './graph';
import { zeros, type Tensor } from './tensor';

/**
 * One operation on single numbers, computed once more on its own, so that it can be asked how.
 *
 * @param values of the nodes that it reads; NaN for one that is missing
 * @throws GraphError if there is no such op
 */
export function scalarCall(node: Operation, values: ReadonlyMap<string, number>): ForwardCall {
  const inputs = node.inputs.map((input): Tensor => ({ shape: [], data: Float64Array.of(values.get(input) ?? NaN) }));
  const call = new ForwardCall(node, opOf(node), inputs, zeros([]));
  call.run();
  return call;
}
