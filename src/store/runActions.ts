import { historyUntil, settingsAt, type RunDocument, type RunEnd, type RunHistory, type RunPlan, type StepSettings } from '../training/plan';
import type { LiveSettings, Request, TrainingData } from '../training/protocol';
import { emptySeries, seriesUntil } from '../training/runSeries';
import { createOpener } from './opener';
import type { PlaybackStore } from './playback';
import { currentRun, MOST_RUNS, runOf, spareRun, stepsOf, withChange, withoutRun, withRun, type NewRun, type RunRecord, type RunsStore } from './runs';
import { LIMITS, planOf, stepSettingsOf, type SettingsStore } from './settings';
import { openingPart, partOf, type RunPart, type TrainingStore } from './training';

/** What a branch does otherwise than the run that it leaves. */
export interface BranchChange {
  readonly plan?: Partial<RunPlan>;
  readonly settings?: Partial<StepSettings>;
}

/** What opening, keeping and leaving runs needs from the product. */
export interface RunActionsHost {
  readonly runs: RunsStore;
  readonly training: TrainingStore;
  readonly playback: PlaybackStore;
  readonly settings: SettingsStore;
  readonly data: () => TrainingData | undefined;
  /** What the trainer has to know of the settings for the run at the front. */
  readonly live: () => LiveSettings;
  readonly send: (request: Request) => void;
  /** Another run is at the front: whatever was on its way for the old one is of no use. */
  readonly left: () => void;
  /** Trains the run at the front. */
  readonly train: () => void;
}

/** A run that is put away: how it stands, and what its next step would have been taken with. */
interface Parked {
  readonly part: RunPart;
  readonly settings: StepSettings;
}

/** Everything that a reader can do with runs. */
export interface RunActions {
  /** Opens a run with the present settings, at the front. One that has not taken a step makes room for it. */
  readonly openNew: () => void;
  /** Brings a run to the front. */
  readonly openRun: (id: number) => void;
  /**
   * Opens a run that shares the past of the one at the front up to and including step `at`, with something changed from
   * there on; another plan has no past to share and starts anew.
   */
  readonly branch: (at: number, change?: BranchChange, options?: { readonly train?: boolean }) => void;
  readonly renameRun: (id: number, name: string) => void;
  readonly showRun: (id: number, shown: boolean) => void;
  readonly deleteRun: (id: number) => void;
  /** Trains a run with the plan and the last settings of another, but the next seed, for as many epochs. */
  readonly repeatRun: (id: number) => void;
  /** Opens a run from a document, at the front: its history is replayed. */
  readonly openDocument: (document: RunDocument) => void;
  readonly documentOf: (id: number) => RunDocument;
  /** Opens a run with a number of its own, at the front or behind it; for the last session. */
  readonly openSaved: (run: NewRun, history: RunHistory, end: RunEnd | undefined, front: boolean) => void;
  /** A run has been opened by the trainer, its past replayed. */
  readonly opened: (id: number, end: RunEnd | undefined) => void;
  /** Changes how a run stands that is not at the front. */
  readonly park: (id: number, change: Partial<RunPart>) => void;
  /** The trainer is another one: it knows no run. The one at the front is replayed there. */
  readonly reopen: () => void;
  /** The number of the next run. */
  readonly nextId: () => number;
}

/** The actions on the stores of `host`. */
export function createRunActions(host: RunActionsHost): RunActions {
  const { runs, training, playback, settings, send } = host;
  let lastId = 0;
  const parked = new Map<number, Parked>();
  const opener = createOpener(host);
  /** The run that is trained as soon as it is open. */
  let eager: number | undefined;

  const record = (id: number): RunRecord => {
    const run = runOf(runs.getState(), id);
    if (run === undefined) throw new RangeError(`There is no run number ${id}`);
    return run;
  };
  /** Its past, also while that is still being replayed. */
  const historyOf = (run: RunRecord): RunHistory => historyUntil(run, Math.max(stepsOf(run), opener.stepsExpected(run.id)));

  /** Puts the run at the front away, or lets go of it if it has not been anywhere. */
  function leave(): void {
    const { run: id, status, progress } = training.getState();
    const run = runOf(runs.getState(), id);
    if (run === undefined) return;
    if (status === 'training') send({ type: 'pause', run: id });
    const untouched = progress.steps === 0 && stepsOf(run) === 0 && status !== 'restoring' && run.name === `Run ${id}`;
    if (untouched) forget(id);
    else parked.set(id, { part: partOf(training.getState()), settings: settingsLeft(run) });
  }

  /** What a run goes on with when it comes back: what its last step was taken with; before its first, what it was opened for. */
  function settingsLeft(run: RunRecord): StepSettings {
    const steps = stepsOf(run);
    const own = steps > (run.parent?.step ?? 0) ? settingsAt(run.changes, steps) : undefined;
    return own ?? stepSettingsOf(settings.getState());
  }

  function forget(id: number): void {
    parked.delete(id);
    opener.forget(id);
    runs.setState((state) => withoutRun(state, id));
  }

  /** Puts a run at the front that stands as `part` says. */
  function front(id: number, part: RunPart): void {
    const { losses } = record(id).series;
    runs.setState({ current: id });
    training.setState({ run: id, ...part, losses, lossVersion: losses.version });
    playback.setState({ playing: false, waiting: false, sweeping: false, held: false, away: false });
    host.left();
  }

  function add(run: Omit<NewRun, 'id'>): RunRecord {
    const spare = spareRun(runs.getState());
    if (spare !== undefined) {
      forget(spare.id);
      training.setState({ notice: `${spare.name} was let go of: at most ${MOST_RUNS} runs are kept.` });
    }
    const id = ++lastId;
    runs.setState((state) => withRun(state, { ...run, id }));
    return record(id);
  }

  /** The settings of a run become those that are set. */
  function take(plan: RunPlan, step: Partial<StepSettings>): void {
    const { learningRate, batchSize, order } = { ...settings.getState(), ...step };
    settings.setState({ ...plan, learningRate, batchSize, order });
  }

  function openNew(): void {
    leave();
    openFresh();
  }

  /** Opens a run with the settings that are set, once the one at the front has been left. */
  function openFresh(): void {
    const run = add({ plan: planOf(settings.getState()), changes: [], parent: undefined, series: emptySeries(), vitals: [] });
    front(run.id, openingPart(0));
    opener.ask(run, undefined);
  }

  function openRun(id: number): void {
    const run = record(id);
    if (id === training.getState().run) return;
    leave();
    const there = parked.get(id);
    parked.delete(id);
    take(run.plan, there?.settings ?? settingsAt(run.changes, stepsOf(run)) ?? {});
    const history = historyOf(run);
    if (there === undefined || !opener.knows(id)) {
      front(id, openingPart(history.steps));
      opener.ask(run, history);
      return;
    }
    front(id, there.part);
    send({ type: 'settings', run: id, settings: host.live() });
    send({ type: 'seek', run: id, step: there.part.divergence === undefined ? history.steps + 1 : history.steps });
  }

  function openDocument({ name, plan, history, end }: RunDocument): void {
    leave();
    take(plan, settingsAt(history.changes, history.steps) ?? {});
    const run = add({ name, plan, changes: history.changes, parent: undefined, series: emptySeries(), vitals: [] });
    opener.expect(run.id, history.steps, end);
    front(run.id, openingPart(history.steps));
    opener.ask(run, history);
  }

  return {
    openNew,
    openRun,
    branch: (at, { plan, settings: step = {} } = {}, { train = false } = {}) => {
      const parent = currentRun(runs.getState());
      if (parent === undefined) return;
      const set = stepSettingsOf(settings.getState());
      leave();
      take({ ...parent.plan, ...plan }, { ...set, ...step });
      eager = train ? lastId + 1 : undefined;
      if (plan !== undefined && Object.keys(plan).length > 0) {
        openFresh();
        return;
      }
      const past = Math.max(0, Math.min(at, stepsOf(parent)));
      const history = historyUntil(parent, past);
      const vitals = parent.vitals.filter((one) => one.step <= past);
      // One that had not taken a step has made room.
      const isKept = runOf(runs.getState(), parent.id) !== undefined;
      const origin = isKept ? { id: parent.id, step: past } : undefined;
      const run = add({ plan: parent.plan, changes: history.changes, parent: origin, series: seriesUntil(parent.series, past), vitals });
      front(run.id, openingPart(past));
      opener.ask(run, history, parent.id);
    },
    renameRun: (id, name) => {
      const trimmed = name.trim();
      if (trimmed !== '') runs.setState((state) => withChange(state, id, { name: trimmed }));
    },
    showRun: (id, shown) => {
      runs.setState((state) => withChange(state, id, { shown }));
    },
    deleteRun: (id) => {
      const state = runs.getState();
      if (runOf(state, id) === undefined) return;
      const next = state.runs.findLast((run) => run.id !== id);
      if (id === state.current && next !== undefined) openRun(next.id);
      forget(id);
      if (next === undefined) openNew();
    },
    repeatRun: (id) => {
      const run = record(id);
      leave();
      take({ ...run.plan, seed: (run.plan.seed + 1) % 2 ** 31 }, settingsAt(run.changes, stepsOf(run)) ?? {});
      const epochs = Math.floor(stepsOf(run) / run.stepsPerEpoch);
      if (epochs > 0) {
        settings.setState({ epochs: Math.min(epochs, LIMITS.epochs.max) });
        eager = lastId + 1;
      }
      openFresh();
    },
    openDocument,
    documentOf: (id) => {
      const run = record(id);
      const { status, end } = id === training.getState().run ? training.getState() : (parked.get(id)?.part ?? { status: 'paused', end: undefined });
      const resting = status !== 'training' && status !== 'restoring' && stepsOf(run) > 0;
      return { name: run.name, plan: run.plan, history: historyOf(run), ...(resting && end !== undefined ? { end } : {}) };
    },
    openSaved: (run, history, end, isFront) => {
      lastId = Math.max(lastId, run.id);
      if (isFront) leave();
      runs.setState((state) => withRun(state, run));
      opener.expect(run.id, history.steps, end);
      const step = settingsAt(history.changes, history.steps) ?? stepSettingsOf(settings.getState());
      if (isFront) {
        take(run.plan, step);
        front(run.id, openingPart(history.steps));
      } else parked.set(run.id, { part: openingPart(history.steps), settings: step });
      opener.ask(record(run.id), history);
    },
    opened: (id, end) => {
      const verdict = opener.verdict(id, end);
      if (verdict !== undefined) {
        if (id === training.getState().run) training.setState({ verdict });
        else park(id, { verdict });
      }
      if (eager !== id) return;
      eager = undefined;
      if (id === training.getState().run) host.train();
    },
    park,
    reopen: () => {
      opener.reset();
      const run = currentRun(runs.getState());
      if (run === undefined) {
        openNew();
        return;
      }
      const history = historyOf(run);
      front(run.id, openingPart(history.steps));
      opener.ask(run, history);
    },
    nextId: () => lastId + 1,
  };

  function park(id: number, change: Partial<RunPart>): void {
    const there = parked.get(id);
    if (there !== undefined) parked.set(id, { ...there, part: { ...there.part, ...change } });
  }
}
