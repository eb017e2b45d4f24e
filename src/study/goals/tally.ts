import type { DescentFacts, GoalFacts, TrainingFacts } from './goalFacts';

/** An epoch that has ended, and its mean loss. */
export interface EndedEpoch {
  /** From 1. */
  readonly number: number;
  readonly loss: number;
}

/** What has been done since a goal was first shown. Whatever had been there before does not count. */
export interface Tally {
  /** SGD steps taken, in whichever run. */
  readonly steps: number;
  /** The epoch that has ended last, and the one with the lowest loss. */
  readonly last: EndedEpoch | undefined;
  readonly best: EndedEpoch | undefined;
  /** The run that was looked at last, up to which step and epoch. */
  readonly seen: Pick<TrainingFacts, 'run' | 'steps' | 'epochs'> | undefined;
  /** The run that had diverged before, if it is still at the front. */
  readonly divergedBefore: number | undefined;
  /** The descent that had ended before, if nothing has changed about that. */
  readonly endedBefore: object | undefined;
}

/** A tally of nothing yet. @param facts as they are when the goal is first shown */
export function beginTally({ training, descent }: GoalFacts): Tally {
  return {
    steps: 0,
    last: undefined,
    best: undefined,
    seen: training === undefined ? undefined : seenOf(training),
    divergedBefore: training?.divergedAt === undefined ? undefined : training.run,
    endedBefore: descent?.end === undefined ? undefined : descent.which,
  };
}

/** The tally with what has happened since it was last looked at. */
export function countOn(tally: Tally, { training, descent }: GoalFacts): Tally {
  const endedBefore = stillEnded(tally, descent);
  if (training === undefined) return endedBefore === tally.endedBefore ? tally : { ...tally, endedBefore };
  const { seen } = tally;
  const seenNow = seenOf(training);
  const divergedBefore = tally.divergedBefore === training.run && training.divergedAt !== undefined ? training.run : undefined;
  // Another run brings its own past along, and so does one that is replayed: neither was done here.
  if (seen?.run !== training.run || training.returning) return { ...tally, seen: seenNow, divergedBefore, endedBefore };
  const changed = seen.steps !== seenNow.steps || seen.epochs !== seenNow.epochs || divergedBefore !== tally.divergedBefore || endedBefore !== tally.endedBefore;
  if (!changed) return tally;
  let { last, best } = tally;
  for (let index = seen.epochs; index < training.epochs; index++) {
    last = { number: index + 1, loss: training.epochLoss(index) };
    // An epoch that has lost its numbers is no better than any.
    if (!(last.loss >= (best?.loss ?? Infinity))) best = Number.isFinite(last.loss) ? last : best;
  }
  return { steps: tally.steps + Math.max(0, training.steps - seen.steps), last, best, seen: seenNow, divergedBefore, endedBefore };
}

function stillEnded({ endedBefore }: Tally, descent: DescentFacts | undefined): object | undefined {
  return descent?.which === endedBefore && descent?.end !== undefined ? endedBefore : undefined;
}

function seenOf({ run, steps, epochs }: TrainingFacts): NonNullable<Tally['seen']> {
  return { run, steps, epochs };
}
