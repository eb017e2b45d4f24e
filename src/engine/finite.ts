/* eslint-disable @typescript-eslint/no-non-null-assertion -- a cell that was found is there */
import { isLeaf } from './graph';
import type { Program } from './program';

/** Where a number first ceased to be finite. */
export interface NonFinite {
  readonly node: string;
  /** Which of the node's tensors: its value, its gradient, or (for a parameter) its value after the update. */
  readonly part: 'value' | 'gradient' | 'updated value';
  /** The offset of the first such cell. */
  readonly cell: number;
  /** NaN, Infinity or −Infinity. */
  readonly number: number;
}

/** The offset of the first cell that is NaN or infinite, or −1. */
export function firstNonFiniteCell(data: Float64Array): number {
  return data.findIndex((x) => !Number.isFinite(x));
}

/**
 * The first number that is not finite, in the order in which the last iteration computed them: values forwards,
 * then gradients backwards. Undefined if all of them are finite.
 */
export function firstNonFinite(program: Program): NonFinite | undefined {
  for (const node of program.order) {
    const found = look(node, 'value', program.view(node).data);
    if (found !== undefined) return found;
  }
  for (const { target, edge } of program.backwardCalls) {
    const found = look(edge.from, 'gradient', target.data);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first number among the parameters that is not finite, after an update; undefined if all of them are finite. */
export function firstNonFiniteParameter(program: Program): NonFinite | undefined {
  for (const node of program.graph.nodes) {
    if (!isLeaf(node) || node.role !== 'parameter') continue;
    const found = look(node.id, 'updated value', program.view(node.id).data);
    if (found !== undefined) return found;
  }
  return undefined;
}

function look(node: string, part: NonFinite['part'], data: Float64Array): NonFinite | undefined {
  const cell = firstNonFiniteCell(data);
  return cell === -1 ? undefined : { node, part, cell, number: data[cell]! };
}

/**
 * The first number of an SGD step that is not finite, after its update. Values and gradients are those of its batch;
 * parameters are looked at as they were before the update, and then after it.
 */
export function firstNonFiniteOfStep(program: Program, before: Float64Array): NonFinite | undefined {
  const updated = program.parameters.slice();
  program.parameters.set(before);
  const found = firstNonFinite(program);
  program.parameters.set(updated);
  return found ?? firstNonFiniteParameter(program);
}
