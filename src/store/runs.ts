import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Divergence } from '../engine';
import type { Vitals } from '../training/health/vitals';
import type { Change, RunPlan, StepSettings } from '../training/plan';
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

/** What a branch does otherwise than the run that it leaves. */
export interface BranchChange {
  readonly plan?: Partial<RunPlan>;
  readonly settings?: Partial<StepSettings>;
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

/** A name that the reader has not given. */
const GIVEN_BY_US = /^Run (\d+)$/;

/** Whether a run still has the name that it was opened with. */
export function isUnnamed({ name }: RunRecord): boolean {
  return GIVEN_BY_US.test(name);
}

/** The state with a run more, behind the others. */
export function withRun(state: RunsState, run: NewRun): Partial<RunsState> {
  const name = run.name ?? `Run ${1 + Math.max(0, ...state.runs.map((one) => Number(GIVEN_BY_US.exec(one.name)?.[1] ?? 0)))}`;
  const others = run.shown === false ? state.runs : withRoom(state);
  const slot = freeSlot({ ...state, runs: others });
  return { runs: [...others, { shown: true, slot, divergence: undefined, stepsPerEpoch: 1, ...run, name }] };
}

/** The state with a run drawn in the charts, or not. */
export function withShown(state: RunsState, id: number, shown: boolean): Partial<RunsState> {
  const others = { ...state, runs: state.runs.filter((run) => run.id !== id) };
  const kept = new Map((shown ? withRoom(others) : others.runs).map((run) => [run.id, run]));
  const slot = freeSlot({ ...state, runs: [...kept.values()] });
  return {
    runs: state.runs.map((run) => {
      if (run.id !== id) return kept.get(run.id) ?? run;
      const isTaken = shown && [...kept.values()].some((one) => one.shown && one.slot === run.slot);
      return { ...run, shown, ...(isTaken ? { slot } : {}) };
    }),
  };
}

/** The runs, with room in the charts for one more: a ninth curve would have the look of another one. */
function withRoom({ runs, current }: RunsState): readonly RunRecord[] {
  const shown = runs.filter((run) => run.shown);
  const hidden = shown.length < RUN_SLOTS ? undefined : shown.find(({ id }) => id !== current);
  return runs.map((run) => (run === hidden ? { ...run, shown: false } : run));
}

/** The state with something about a run changed. */
export function withChange(state: RunsState, id: number, change: Partial<RunRecord>): Partial<RunsState> {
  return { runs: state.runs.map((run) => (run.id === id ? { ...run, ...change } : run)) };
}

/** The state without a run. */
export function withoutRun(state: RunsState, id: number): Partial<RunsState> {
  return { runs: state.runs.filter((run) => run.id !== id) };
}

/** The run that makes room for another, if there is none left: the oldest that no chart shows, or the oldest. */
export function spareRun({ runs, current }: RunsState): RunRecord | undefined {
  if (runs.length < MOST_RUNS) return undefined;
  const others = runs.filter(({ id }) => id !== current);
  return others.find(({ shown }) => !shown) ?? others[0];
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
