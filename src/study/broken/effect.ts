import type { Program, Recording } from '../../engine';
import type { Mistake } from '../../lessons/lesson';
import { formatNumber } from '../../scene/format';
import { replay } from '../../scene/recording/replay';
import { divisorOf, isSigmoid, parametersOf, transposes, transposesMatrix } from './flows';

/** What a mistake does to the gradients of a graph. */
export type Effect =
  /** The nodes whose gradient comes out wrong, by so much that a gradient check sees it. */
  | { readonly kind: 'wrong'; readonly nodes: ReadonlySet<string> }
  /** Nothing that could be seen; in a sentence, why. */
  | { readonly kind: 'none'; readonly why: string };

/** A relative difference below this is not told from the rounding of central differences with certainty. */
const NOTICEABLE = 1e-5;

/** Compares the gradients that a mistake has left in a program with the right ones. */
export function effectOf(recording: Recording, mistake: Mistake, broken: Program, rate: number): Effect {
  const right = replay(recording);
  const ids = receivers(right);
  const wrong = ids.filter((id) => differs(broken.gradientView(id).data, right.gradientView(id).data));
  if (wrong.length > 0) return { kind: 'wrong', nodes: new Set(wrong) };
  if (ids.some((id) => right.gradientView(id).data.some((x) => !Number.isFinite(x)))) {
    return { kind: 'none', why: 'Some of the right gradients are not finite numbers, so that there is nothing to compare with.' };
  }
  return { kind: 'none', why: reasonFor(mistake, right, rate) ?? 'With the numbers of this iteration every gradient comes out the same.' };
}

/** The nodes that have a gradient, the output first, in the order in which the backward pass reaches them. */
export function receivers({ graph, backwardCalls }: Program): readonly string[] {
  return [...new Set([graph.output, ...backwardCalls.map(({ edge }) => edge.from)])];
}

/** Whether two gradients of a node are so far apart that a gradient check tells them from one another. */
export function differs(a: Float64Array, b: Float64Array): boolean {
  let [apart, largest] = [0, 0];
  for (const [cell, x] of a.entries()) {
    const y = b[cell] ?? NaN;
    // Where the right gradient is not finite, nothing can be said against the other.
    if (!Number.isFinite(y)) continue;
    if (!Number.isFinite(x)) return true;
    apart = Math.max(apart, Math.abs(x - y));
    largest = Math.max(largest, Math.abs(x), Math.abs(y));
  }
  return apart > NOTICEABLE * largest;
}

/** Why a mistake can do nothing in a graph; undefined where it could, with other numbers. */
function reasonFor(mistake: Mistake, program: Program, rate: number): string | undefined {
  switch (mistake) {
    case 'overwritten':
      return whyNotOverwritten(program);
    case 'not transposed':
      if (!program.backwardCalls.some(transposes)) return 'No gradient of this graph passes through a matrix product, so there is nothing to transpose.';
      if (program.backwardCalls.some(transposesMatrix)) return undefined;
      return 'Whatever has to be transposed here is a single row or a single column: its numbers lie in the same order either way.';
    case 'not reset':
      return 'The gradients of all leaves are 0, so that nothing is left over from the step before.';
    case 'updated too early':
      return whyNotMoved(program, rate);
    case 'not divided': {
      const divisors = program.backwardCalls.flatMap((call) => divisorOf(call) ?? []);
      if (divisors.length === 0) return 'Nothing in this graph is a mean, so there is no division to forget.';
      return divisors.every((m) => m === 1) ? 'The mean is taken of a single number: it makes no difference whether one divides by 1.' : undefined;
    }
    case 'slope of the input':
      return program.backwardCalls.some(isSigmoid) ? undefined : 'No gradient of this graph passes through a sigmoid.';
  }
}

function whyNotOverwritten({ edges, backwardCalls }: Program): string | undefined {
  const repeats = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;
  if (!repeats(edges.map(({ from }) => from))) return 'No node of this graph is read twice, so there is nothing to overwrite.';
  if (repeats(backwardCalls.map(({ edge }) => edge.from))) return undefined;
  return 'No node of this graph receives a gradient over more than one edge, so there is nothing to overwrite.';
}

function whyNotMoved(program: Program, rate: number): string | undefined {
  const parameters = parametersOf(program);
  if (!program.backwardCalls.some(({ edge }) => parameters.has(edge.from))) return 'Nothing in this graph is trained, so nothing moves too early.';
  return (
    `At the learning rate ${formatNumber(rate)} no gradient that is computed after a parameter has moved changes by enough for ` +
    'a gradient check to see it.'
  );
}
