import { norm, type Edge, type Recording, type Trainer } from '../../engine';
import { standingBefore, type Rewindable } from './rewindable';
import { sampledSteps } from './sampledSteps';
import type { Comparison } from './samples';

/** What of two runs is compared. */
export interface ComparisonOptions {
  /** At how many steps the parameters are compared; at most 64 count. */
  readonly points: number;
  /** The step whose gradients are compared; the nearest one that both runs can show counts. */
  readonly step: number;
}

/**
 * Two runs side by side: how far their parameters are apart before evenly spaced steps, from the first to the last that both
 * stood before, and the norms of what came back along every edge at one step.
 *
 * It works in portions: after every step that it has looked at, and every few on the way to it, it yields how much is done, from
 * 0 to 1.
 */
export function* comparisonOf(here: Rewindable, there: Rewindable, { points, step }: ComparisonOptions): Generator<number, Comparison> {
  const last = Math.min(here.steps, there.steps) + 1;
  const steps = sampledSteps(last, points);
  const at = Math.max(1, Math.min(last, step));
  const rounds = steps.length + 1;
  const recording = (yield* standingBefore(here, at, 0)).previewStep();
  yield 0;
  const ids = parameterIds(recording);
  const distances = new Float64Array(steps.length);
  const perParameter = ids.map((id) => ({ id, distances: new Float64Array(steps.length) }));
  const edges = pairedEdges(recording, (yield* standingBefore(there, at, 0)).previewStep());
  yield 1 / rounds;
  for (const [index, one] of steps.entries()) {
    const share = (index + 1) / rounds;
    const mine = yield* standingBefore(here, one, share);
    yield share;
    const differences = differencesOf(ids, mine, yield* standingBefore(there, one, share));
    perParameter.forEach((parameter, place) => {
      parameter.distances[index] = norm(differences[place] ?? new Float64Array(0));
    });
    distances[index] = norm(Float64Array.from(perParameter, (parameter) => parameter.distances[index] ?? NaN));
    yield (index + 2) / rounds;
  }
  return { steps, distances, perParameter, step: at, edges };
}

/** The parameters, in the order of the graph. */
function parameterIds({ steps }: Recording): string[] {
  return steps.flatMap((step) => (step.kind === 'update' ? [step.node] : []));
}

/** What each parameter of one run is more than that of the other, cell by cell. */
function differencesOf(ids: readonly string[], here: Trainer, there: Trainer): Float64Array[] {
  return ids.map((id) => {
    const [mine, other] = [here.value(id).data, there.value(id).data];
    // Between tensors of different sizes there is no distance.
    if (mine.length !== other.length) return Float64Array.of(NaN);
    return mine.map((cell, index) => difference(cell, other[index] ?? NaN));
  });
}

/** What is the same is no distance apart, even where it is not a finite number. */
function difference(a: number, b: number): number {
  return Object.is(a, b) ? 0 : a - b;
}

/** The gradients' norms along every edge that both recordings have. */
function pairedEdges(here: Recording, there: Recording): Comparison['edges'] {
  const sizes = new Map(flowsOf(there).map(({ edge, size }) => [edge.id, size]));
  return flowsOf(here).flatMap(({ edge: { id, from, to, port }, size }) => {
    const other = sizes.get(id);
    return other === undefined ? [] : [{ from, to, port, here: size, there: other }];
  });
}

function flowsOf({ steps }: Recording): { readonly edge: Edge; readonly size: number }[] {
  return steps.flatMap((step) => (step.kind === 'flow' ? [{ edge: step.edge, size: norm(step.flow.data) }] : []));
}
