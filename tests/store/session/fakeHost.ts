import { createRuns, type RunRecord } from '../../../src/store/runs';
import type { RestoringHost } from '../../../src/store/session/restoring';
import type { SavedRun } from '../../../src/store/session/session';
import type { RunDocument } from '../../../src/training/plan';
import { emptySeries } from '../../../src/training/runSeries';
import { LESSON_RUN } from '../../interchange/arbitraryRun';

/** A run as it was kept. */
export function savedRun(id: number, change: Partial<SavedRun> = {}): SavedRun {
  return { id, slot: id % 8, shown: true, parent: undefined, document: { ...LESSON_RUN, name: `Run ${id}` }, ...change };
}

/** The product's runs, without a trainer: a run that is opened comes back when the test says so. */
export class FakeRuns implements RestoringHost {
  readonly runs = createRuns();
  /** What was opened, and where. */
  readonly asked: [id: number, front: boolean][] = [];
  readonly sought: number[] = [];
  /** The replays under way, by the numbers of their runs. */
  readonly replays = new Map<number, PromiseWithResolvers<undefined>>();
  readonly #documents = new Map<number, RunDocument>();
  step = 1;

  readonly documentOf = (id: number): RunDocument => this.#documents.get(id) ?? { ...LESSON_RUN, name: 'unknown' };
  readonly shownStep = (): number => this.step;
  readonly nextId = (): number => Math.max(0, ...this.runs.getState().runs.map(({ id }) => id)) + 1;
  readonly rows = (): number => 506;
  readonly seekStep = (step: number): void => void this.sought.push(step);

  readonly open = async ({ document, ...run }: SavedRun, front: boolean): Promise<void> => {
    this.asked.push([run.id, front]);
    const replay = withResolvers();
    this.replays.set(run.id, replay);
    // What has been replayed of it so far is nothing.
    this.#add({ ...run, name: document.name }, { ...document, history: { steps: 0, changes: [] } }, front);
    await replay.promise;
    this.#documents.set(run.id, document);
  };

  /** Lets the replay of a run come to its end. */
  async comeBack(id: number): Promise<void> {
    this.replays.get(id)?.resolve(undefined);
    await settled();
  }

  async fail(id: number, sentence: string): Promise<void> {
    this.replays.get(id)?.reject(new Error(sentence));
    await settled();
  }

  /** A run that the reader has begun. */
  begin(id: number, steps: number): void {
    const { plan, changes } = { plan: LESSON_RUN.plan, changes: LESSON_RUN.history.changes.slice(0, Math.min(steps, 1)) };
    this.#add({ id, name: `New ${id}`, slot: 0, shown: true, parent: undefined }, { name: `New ${id}`, plan, history: { steps, changes } }, true);
  }

  remove(id: number): void {
    this.runs.setState(({ runs }) => ({ runs: runs.filter((run) => run.id !== id) }));
  }

  #add(run: Pick<RunRecord, 'id' | 'name' | 'slot' | 'shown' | 'parent'>, document: RunDocument, front: boolean): void {
    this.#documents.set(run.id, document);
    const record: RunRecord = {
      ...run,
      plan: document.plan,
      changes: document.history.changes,
      series: emptySeries(),
      vitals: [],
      divergence: undefined,
      stepsPerEpoch: 46,
    };
    this.runs.setState(({ runs, current }) => ({ runs: [...runs, record], current: front ? run.id : current }));
  }
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (why: Error) => void;
}

function withResolvers(): PromiseWithResolvers<undefined> {
  let resolve: (value: undefined) => void = () => undefined;
  let reject: (why: Error) => void = () => undefined;
  const promise = new Promise<undefined>((yes, no) => {
    [resolve, reject] = [yes, no];
  });
  return { promise, resolve, reject };
}

/** Lets all that follows from what has happened happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
