import type { RunEnd, RunHistory } from '../training/plan';
import type { LiveSettings, Request, TrainingData } from '../training/protocol';
import type { RunRecord } from './runs';
import type { Verdict } from './training';

/** What asking the trainer to open runs needs. */
export interface OpenerHost {
  readonly data: () => TrainingData | undefined;
  /** What the trainer has to know of the settings for the run at the front. */
  readonly live: () => LiveSettings;
  readonly send: (request: Request) => void;
}

/** Asks the trainer to open runs, knows which are open there, and judges their replays. */
export interface Opener {
  /** @param from a run that shares the past, which saves the replay */
  readonly ask: (run: RunRecord, history: RunHistory | undefined, from?: number) => void;
  /** Whether the present trainer knows a run. */
  readonly knows: (id: number) => boolean;
  /** Lets go of a run, here and there. */
  readonly forget: (id: number) => void;
  /** The trainer is another one. */
  readonly reset: () => void;
  /** Says where a replay of so many steps has to end, if that is known. */
  readonly expect: (id: number, steps: number, end: RunEnd | undefined) => void;
  /** How many steps a replay that is under way will have; 0 where there is none. */
  readonly stepsExpected: (id: number) => number;
  /** What the end of a replay shows; undefined if nothing was expected of it. */
  readonly verdict: (id: number, end: RunEnd | undefined) => Verdict | undefined;
}

/** @param host the data, the settings, and the line to the trainer */
export function createOpener({ data, live, send }: OpenerHost): Opener {
  const known = new Set<number>();
  const expected = new Map<number, { readonly steps: number; readonly end: RunEnd | undefined }>();
  return {
    ask: ({ id, plan }, history, from) => {
      const table = data();
      if (table === undefined) return;
      const past = history === undefined || history.steps === 0 ? {} : { history };
      const parent = from === undefined || !known.has(from) ? {} : { from };
      known.add(id);
      send({ type: 'open', run: id, plan, settings: live(), data: table, ...past, ...parent });
    },
    knows: (id) => known.has(id),
    forget: (id) => {
      send({ type: 'close', run: id });
      known.delete(id);
      expected.delete(id);
    },
    reset: () => {
      known.clear();
    },
    expect: (id, steps, end) => {
      if (steps > 0) expected.set(id, { steps, end });
    },
    stepsExpected: (id) => expected.get(id)?.steps ?? 0,
    verdict: (id, end) => {
      const promise = expected.get(id);
      expected.delete(id);
      if (promise === undefined) return undefined;
      const { steps, end: wanted } = promise;
      return { steps, same: wanted === undefined ? undefined : wanted.loss === end?.loss && wanted.parameters === end.parameters };
    },
  };
}
