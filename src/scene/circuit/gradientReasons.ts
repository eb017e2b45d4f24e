import { findOp } from '../../engine/ops';
import type { Operation } from '../../engine/graph';
import type { Recording } from '../../engine/recording';
import { formatName, formatNumber } from '../format';
import { listed } from '../listed';
import type { Kink, Surroundings } from './gradientLens';

/** Which derivative is spoken of: ∂output/∂name. */
export interface Place {
  readonly output: string;
  readonly name: string;
}

/** Why gradients of an iteration are unknown: the first number in it that is. */
export function unknownReason({ graph, steps }: Recording): string {
  for (const step of steps) {
    if (step.kind === 'compute' && !Number.isFinite(step.value.data[0])) {
      return `Unknown: ${formatName(graph.output)} has no gradient where ${formatName(step.node)} has no finite value.`;
    }
    if (step.kind === 'flow' && !Number.isFinite(step.total.data[0])) {
      return `Unknown: what arrives in ${formatName(step.edge.from)} from ${formatName(step.edge.to)} is not finite.`;
    }
  }
  return 'Unknown: a number on the way is not finite.';
}

/** Why an input's gradient is 0 without any arithmetic. */
export function unusedReason(output: string, name: string): string {
  return `${formatName(output)} does not depend on ${formatName(name)}.`;
}

/** Why a symbolic derivative differs from backpropagation. */
export function symbolicReason(kinks: readonly Kink[]): string {
  const exact = kinks.filter((kink) => kink.exact);
  if (exact.length > 0) return `At the kink of ${listOf(exact)} there is no derivative: the two follow different conventions.`;
  return 'The formula computes in another order: rounding, or a number too large or too small for a double, makes the difference.';
}

/** Why there is no central difference at a place. */
export function noDifferenceReason({ output, name }: Place, { lost }: Surroundings): string {
  if (lost === undefined) return `The central difference is not finite: within its steps, ${formatName(output)} changes by more than the largest double.`;
  if (!Number.isFinite(lost.at)) return `A central difference steps to both sides: ${formatName(name)} itself would be larger than the largest double.`;
  return `A central difference steps to both sides: at ${formatName(name)} = ${formatNumber(lost.at, 6)} ${placeOf(lost.node)} has no finite value.`;
}

/** Why a central difference differs from backpropagation, or what it is worth if it does not. */
export function differenceReason({ output, name }: Place, { kinks }: Surroundings, isRounding: boolean): string {
  if (kinks.length > 0) return `A kink, of ${listOf(kinks)}: the central difference straddles it and mixes its two slopes.`;
  if (isRounding) return 'Rounding: the difference quotient is no more precise than this, since values on the way are so much larger than their change.';
  return `The step of the central difference is too long here: within it, ${formatName(output)} bends too much along ${formatName(name)}.`;
}

/** What an agreement is worth on a kink. */
export function conventionReason(kinks: readonly Kink[]): string {
  return `At the kink of ${listOf(kinks)} there is no derivative: both numbers are the same convention.`;
}

/** So many parts a list of kinks has: all of them, or three and the count of the others. */
const MOST = 4;

function listOf(kinks: readonly Kink[]): string {
  return listed(kinks.map(({ node }) => placeOf(node)), { most: MOST });
}

/** An operation in a sentence: `Maximum v₂`. */
function placeOf({ id, op }: Operation): string {
  return `${findOp(op)?.title ?? op} ${formatName(id)}`;
}
