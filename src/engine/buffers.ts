/* eslint-disable @typescript-eslint/no-non-null-assertion -- there are as many offsets as shapes */
import { isLeaf, type Graph } from './graph';
import { sizeOf, type Shape } from './shape';
import type { Tensor } from './tensor';

/** All memory of a program. */
export interface Buffers {
  /** The value of each node, in the order of `graph.nodes`. */
  readonly values: readonly Tensor[];
  /** The gradient of each node, in the same order. */
  readonly gradients: readonly Tensor[];
  readonly allGradients: Float64Array;
  readonly parameters: Float64Array;
  readonly parameterGradients: Float64Array;
}

/**
 * One block for values and one for gradients, the parameters first in both: an optimizer then runs along two
 * flat arrays, a checkpoint is one copy, and clearing all gradients is one fill.
 */
export function planBuffers(graph: Graph, shapes: readonly Shape[]): Buffers {
  const isParameter = graph.nodes.map((node) => isLeaf(node) && node.role === 'parameter');
  const offsets = new Array<number>(shapes.length).fill(0);
  let next = 0;
  let parameterCells = 0;
  for (const wanted of [true, false]) {
    shapes.forEach((shape, position) => {
      if (isParameter[position] !== wanted) return;
      offsets[position] = next;
      next += sizeOf(shape);
    });
    if (wanted) parameterCells = next;
  }
  const slice = (block: Float64Array): Tensor[] =>
    shapes.map((shape, position) => {
      const offset = offsets[position]!;
      return { shape, data: block.subarray(offset, offset + sizeOf(shape)) };
    });
  const allValues = new Float64Array(next);
  const allGradients = new Float64Array(next);
  return {
    values: slice(allValues),
    gradients: slice(allGradients),
    allGradients,
    parameters: allValues.subarray(0, parameterCells),
    parameterGradients: allGradients.subarray(0, parameterCells),
  };
}
