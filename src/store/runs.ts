import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Divergence } from '../engine';
import type { Vitals } from '../training/health/vitals';
import type { Change, RunPlan } from '../training/plan';
import type { RunSeries } from '../training/runSeries';

/** How many runs can be told apart by colour and dash. */
export const RUN_SLOTS = 8;

/** How many runs are kept. */
export const MOST_RUNS = 24;

/** What the page keeps of a run. */
export interface RunRecord {
  readonly id: number;
  readonly name: string;
  /** From 0 to 7: its colour and its dash pattern. */
  readonly slot: number;
  /** Whether charts draw it. */
  readonly shown: boolean;
  readonly plan: RunPlan;
  readonly changes: readonly Change[];
  /** For a branch: where it shares the past of, up to and including that step. */
  readonly parent: { readonly id: number; readonly step: number } | undefined;
  /** One object that grows; `RunsState.version` tells. */
  readonly series: RunSeries;
  readonly vitals: readonly Vitals[];
  readonly divergence: Divergence | undefined;
  /** At the present batch size. */
  readonly stepsPerEpoch: number;
}

/** The runs, in the order in which they were opened. */
export interface RunsState {
  readonly runs: readonly RunRecord[];
  /** The id of the run at the front: the one that is walked through and trained. 0 before the first. */
  readonly current: number;
  /** Grows whenever a series has grown. */
  readonly version: number;
}

export type RunsStore = StoreApi<RunsState>;

/** No runs. */
export function createRuns(): RunsStore {
  return createStore<RunsState>(() => ({ runs: [], current: 0, version: 0 }));
}

/** The run with an id. */
export function runOf({ runs }: RunsState, id: number): RunRecord | undefined {
  return runs.find((run) => run.id === id);
}

/** The run at the front. */
export function currentRun(state: RunsState): RunRecord | undefined {
  return runOf(state, state.current);
}

/** What a run is opened with. */
export type NewRun = Pick<RunRecord, 'id' | 'plan' | 'changes' | 'parent' | 'series' | 'vitals'> & Partial<Pick<RunRecord, 'name' | 'slot' | 'shown'>>;

/** The state with a run more, behind the others. */
export function withRun(state: RunsState, run: NewRun): Partial<RunsState> {
  const name = run.name ?? `Run ${run.id}`;
  const record: RunRecord = { shown: true, slot: freeSlot(state), divergence: undefined, stepsPerEpoch: 1, ...run, name };
  const others = state.runs.filter(({ shown }) => shown);
  // A ninth curve would have the look of another one.
  const hidden = record.shown && others.length >= RUN_SLOTS ? others.find(({ id }) => id !== state.current)?.id : undefined;
  return { runs: [...state.runs.map((one) => (one.id === hidden ? { ...one, shown: false } : one)), record] };
}

/** The run that makes room for another, if there is none left: the oldest that no chart shows, or the oldest. */
export function spareRun({ runs, current }: RunsState): RunRecord | undefined {
  if (runs.length < MOST_RUNS) return undefined;
  const others = runs.filter(({ id }) => id !== current);
  return others.find(({ shown }) => !shown) ?? others[0];
}

/** The state with something about a run changed. */
export function withChange(state: RunsState, id: number, change: Partial<RunRecord>): Partial<RunsState> {
  return { runs: state.runs.map((run) => (run.id === id ? { ...run, ...change } : run)) };
}

/** The state without a run. */
export function withoutRun(state: RunsState, id: number): Partial<RunsState> {
  return { runs: state.runs.filter((run) => run.id !== id) };
}

/** The colour that the fewest of the runs in the charts have; of those, the first. */
function freeSlot({ runs }: RunsState): number {
  const uses = Array.from({ length: RUN_SLOTS }, (_, slot) => runs.filter((run) => run.slot === slot).reduce((sum, { shown }) => sum + (shown ? 100 : 1), 0));
  return uses.indexOf(Math.min(...uses));
}

/** How many steps a run has taken, as far as the page has been told. */
export function stepsOf({ series }: RunRecord): number {
  return series.losses.lastStep;
}
