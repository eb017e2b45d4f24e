import { historyUntil, settingsAt, type RunDocument, type RunEnd, type RunHistory, type RunPlan, type StepSettings } from '../training/plan';
import type { Request } from '../training/protocol';
import { emptySeries, seriesUntil } from '../training/runSeries';
import { createGallery } from './gallery';
import { createOpener, type Opening, type OpenerHost } from './opener';
import { createParking } from './parking';
import type { PlaybackStore } from './playback';
import { currentRun, isUnnamed, runOf, stepsOf, withChange, withoutRun, withRun, type BranchChange, type NewRun, type RunRecord, type RunsStore } from './runs';
import { planOf, stepSettingsOf, type SettingsStore } from './settings';
import { askedEpochs, openingPart, type RunPart, type TrainingStore } from './training';

/** What opening, keeping and leaving runs needs from the product. */
export interface RunActionsHost extends OpenerHost {
  readonly runs: RunsStore;
  readonly training: TrainingStore;
  readonly playback: PlaybackStore;
  readonly settings: SettingsStore;
  readonly send: (request: Request) => void;
  /** Another run is at the front: whatever was on its way for the old one is of no use. */
  readonly left: () => void;
  /** Trains the run at the front, for as many epochs as are set if no number is given. */
  readonly train: (epochs?: number) => void;
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
  /** Has the trainer open a run behind the front, if it has not. Resolved once that is done, its past replayed. */
  readonly haveOpen: (id: number) => Promise<void>;
  /** A run has been opened by the trainer, its past replayed. */
  readonly opened: (id: number, steps: number, end: RunEnd | undefined) => void;
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
  const parking = createParking();
  const opener = createOpener(host);
  const gallery = createGallery({ runs, training, forget });
  /** The run that is trained as soon as it is open, and for how many epochs, if not for as many as are set. */
  let eager: { readonly id: number; readonly epochs?: number } | undefined;

  const record = (id: number): RunRecord => {
    const run = runOf(runs.getState(), id);
    if (run !== undefined) return run;
    throw new RangeError(`There is no run number ${id}`);
  };
  /** Its past, also while that is still being replayed. */
  const historyOf = (run: RunRecord): RunHistory => historyUntil(run, Math.max(stepsOf(run), opener.expected(run.id)?.steps ?? 0));
  const isFront = (id: number): boolean => id === training.getState().run;
  /** Where the past of a run has led, as far as that is known. */
  const endOf = (run: RunRecord): RunEnd | undefined => {
    const expected = opener.expected(run.id);
    if (expected) return expected.end;
    const part = isFront(run.id) ? training.getState() : parking.at(run.id)?.part;
    const rests = part !== undefined && part.status !== 'training' && part.status !== 'failed';
    return rests && stepsOf(run) > 0 ? part.end : undefined;
  };

  /** Puts the run at the front away, or lets go of it if it has not been anywhere. */
  function leave(): void {
    const { run: id, status, progress } = training.getState();
    const run = runOf(runs.getState(), id);
    if (run === undefined) return;
    if (status === 'training') send({ type: 'pause', run: id });
    const untouched = progress.steps === 0 && stepsOf(run) === 0 && status !== 'restoring' && isUnnamed(run);
    if (untouched) forget(id);
    else parking.leave(run, training.getState(), stepSettingsOf(settings.getState()));
  }

  function forget(id: number): void {
    parking.forget(id);
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

  /** Puts a run at the front that the trainer has to open. */
  function bring(run: RunRecord, history: RunHistory, opening?: Opening): void {
    front(run.id, openingPart(history.steps));
    opener.ask(run, history, opening);
  }

  /** The settings of a run become those that are set. */
  function take(plan: RunPlan, step: Partial<StepSettings>): void {
    const { learningRate, batchSize, order } = { ...settings.getState(), ...step };
    settings.setState({ ...plan, learningRate, batchSize, order });
  }

  /** Opens a run with the settings that are set, once the one at the front has been left. */
  function openFresh(): void {
    const run = gallery.add(++lastId, { plan: planOf(settings.getState()), changes: [], parent: undefined, series: emptySeries(), vitals: [] });
    bring(run, { changes: [], steps: 0 });
  }

  function openNew(): void {
    leave();
    openFresh();
  }

  function openRun(id: number): void {
    const run = record(id);
    if (isFront(id)) return;
    const [history, end] = [historyOf(run), endOf(run)];
    leave();
    const there = parking.take(id);
    take(run.plan, there?.settings ?? settingsAt(run.changes, history.steps) ?? {});
    if (there === undefined || !opener.knows(id)) {
      bring(run, history, { end });
      return;
    }
    front(id, there.part);
    send({ type: 'settings', run: id, settings: host.live() });
    if (there.part.status === 'restoring') return;
    send({ type: 'seek', run: id, step: there.part.divergence === undefined ? history.steps + 1 : history.steps });
  }

  return {
    openNew,
    openRun,
    branch: (at, { plan, settings: step = {} } = {}, { train = false } = {}) => {
      const parent = currentRun(runs.getState());
      if (parent === undefined) return;
      const [whole, set, goal] = [historyOf(parent), stepSettingsOf(settings.getState()), askedEpochs(training.getState(), settings.getState().epochs)];
      leave();
      take({ ...parent.plan, ...plan }, { ...set, ...step });
      eager = train ? { id: lastId + 1 } : undefined;
      if (plan !== undefined && Object.keys(plan).length > 0) {
        openFresh();
        return;
      }
      const past = Math.max(0, Math.min(at, whole.steps));
      const history = historyUntil(parent, past);
      const vitals = parent.vitals.filter((one) => one.step <= past);
      // One that had not taken a step has made room.
      const isKept = runOf(runs.getState(), parent.id) !== undefined;
      const origin = isKept ? { id: parent.id, step: past } : undefined;
      const run = gallery.add(++lastId, { plan: parent.plan, changes: history.changes, parent: origin, series: seriesUntil(parent.series, past), vitals });
      bring(run, history, { from: parent.id, goal });
    },
    renameRun: gallery.rename,
    showRun: gallery.show,
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
      const { losses } = run.series;
      leave();
      take({ ...run.plan, seed: (run.plan.seed + 1) % 2 ** 31 }, settingsAt(run.changes, stepsOf(run)) ?? {});
      const epochs = losses.epochCount === 0 ? 0 : losses.epochNumber(losses.epochCount - 1);
      eager = epochs > 0 ? { id: lastId + 1, epochs } : undefined;
      openFresh();
    },
    openDocument: ({ name, plan, history, end }) => {
      leave();
      take(plan, settingsAt(history.changes, history.steps) ?? {});
      bring(gallery.add(++lastId, { name, plan, changes: history.changes, parent: undefined, series: emptySeries(), vitals: [] }), history, { end });
    },
    documentOf: (id) => {
      const run = record(id);
      const end = endOf(run);
      return { name: run.name, plan: run.plan, history: historyOf(run), ...(end === undefined ? {} : { end }) };
    },
    openSaved: (run, history, end, isForFront) => {
      lastId = Math.max(lastId, run.id);
      if (isForFront) leave();
      runs.setState((state) => withRun(state, run));
      const step = settingsAt(history.changes, history.steps) ?? stepSettingsOf(settings.getState());
      if (isForFront) {
        take(run.plan, step);
        bring(record(run.id), history, { end });
      } else {
        parking.put(run.id, openingPart(history.steps), step);
        opener.ask(record(run.id), history, { settings: step, end });
      }
    },
    haveOpen: (id) => {
      const run = record(id);
      const settingsThen = parking.at(id)?.settings;
      if (!opener.knows(id)) opener.ask(run, historyOf(run), { end: endOf(run), ...(settingsThen === undefined ? {} : { settings: settingsThen }) });
      return opener.whenOpen(id);
    },
    opened: (id, steps, end) => {
      const run = record(id);
      const verdict = opener.ended(id, steps, end);
      // Of a replay that was broken off, the rest has not happened.
      if (run.changes.some((change) => change.step > steps)) runs.setState((state) => withChange(state, id, { changes: historyUntil(run, steps).changes }));
      if (verdict !== undefined && isFront(id)) training.setState({ verdict });
      else parking.change(id, { verdict });
      if (eager?.id !== id) return;
      const { epochs } = eager;
      eager = undefined;
      if (isFront(id)) host.train(epochs);
    },
    park: parking.change,
    reopen: () => {
      const run = currentRun(runs.getState());
      if (run === undefined) {
        opener.reset();
        openNew();
        return;
      }
      const opening = { end: endOf(run), goal: askedEpochs(training.getState(), settings.getState().epochs) };
      const history = historyOf(run);
      opener.reset();
      bring(run, history, opening);
    },
    nextId: () => lastId + 1,
  };
}
