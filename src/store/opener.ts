import type { RunEnd, RunHistory, StepSettings } from '../training/plan';
import type { AskedEpochs, LiveSettings, Request, TrainingData } from '../training/protocol';
import type { RunRecord } from './runs';
import type { ReplayVerdict } from './training';

/** What asking the trainer to open runs needs. */
export interface OpenerHost {
  readonly data: () => TrainingData | undefined;
  /** What the trainer has to know of the settings for the run at the front. */
  readonly live: () => LiveSettings;
  readonly send: (request: Request) => void;
}

/** How a run is opened. */
export interface Opening {
  /** What its next step is taken with; what is set, if it is left out. */
  readonly settings?: StepSettings;
  /** A run that shares the past, which saves the replay. */
  readonly from?: number;
  /** Where its replay has to end, as far as that is known. */
  readonly end?: RunEnd | undefined;
  /** What was asked of it, or of the run that it branches off from. */
  readonly goal?: AskedEpochs | undefined;
}

/** What a replay is to come to: so many steps, and where they lead, as far as that is known. */
interface Expected {
  readonly steps: number;
  readonly end: RunEnd | undefined;
}

/** Asks the trainer to open runs, knows which are open there, and judges their replays. */
export interface Opener {
  readonly ask: (run: RunRecord, history: RunHistory, opening?: Opening) => void;
  /** Whether the present trainer knows a run. */
  readonly knows: (id: number) => boolean;
  /** Lets go of a run, here and there. */
  readonly forget: (id: number) => void;
  /** The trainer is another one. */
  readonly reset: () => void;
  /** What a replay that is under way is to come to; undefined where there is none. */
  readonly expected: (id: number) => Expected | undefined;
  /** A replay has ended after so many steps. @returns what that shows; undefined if nothing was expected of it, or it was broken off */
  readonly ended: (id: number, steps: number, end: RunEnd | undefined) => ReplayVerdict | undefined;
  /** Resolved once the trainer has a run open, and its past replayed; at once if it has, or does not know it. */
  readonly whenOpen: (id: number) => Promise<void>;
}

/** @param host the data, the settings, and the line to the trainer */
export function createOpener({ data, live, send }: OpenerHost): Opener {
  const known = new Set<number>();
  /** The replays that are under way. */
  const expected = new Map<number, Expected>();
  const waiting = new Map<number, (() => void)[]>();

  const release = (id: number): void => {
    for (const resolve of waiting.get(id) ?? []) resolve();
    waiting.delete(id);
  };
  return {
    ask: ({ id, plan }, history, { settings, from, end, goal } = {}) => {
      const table = data();
      if (table === undefined) return;
      const past = history.steps === 0 ? {} : { history };
      const parent = from === undefined || !known.has(from) ? {} : { from };
      known.add(id);
      if (history.steps > 0) expected.set(id, { steps: history.steps, end });
      send({ type: 'open', run: id, plan, settings: { ...live(), ...settings }, data: table, ...past, ...parent, ...(goal && { goal }) });
    },
    knows: (id) => known.has(id),
    forget: (id) => {
      send({ type: 'close', run: id });
      known.delete(id);
      expected.delete(id);
      release(id);
    },
    reset: () => {
      known.clear();
      for (const id of waiting.keys()) release(id);
    },
    expected: (id) => expected.get(id),
    ended: (id, steps, end) => {
      const promise = expected.get(id);
      expected.delete(id);
      release(id);
      if (promise === undefined || steps < promise.steps) return undefined;
      const { end: wanted } = promise;
      const same = wanted === undefined ? undefined : Object.is(wanted.loss, end?.loss) && wanted.parameters === end?.parameters;
      return { steps: promise.steps, same };
    },
    whenOpen: (id) =>
      expected.has(id)
        ? new Promise((resolve) => {
            waiting.set(id, [...(waiting.get(id) ?? []), resolve]);
          })
        : Promise.resolve(),
  };
}
