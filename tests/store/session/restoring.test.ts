import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRestoring, PATIENCE, RESTORING_KEY, type Restoring } from '../../../src/store/session/restoring';
import { createSavedSession, SAVING_PAUSE } from '../../../src/store/session/savedSession';
import { readSession, sessionData, type SavedSession } from '../../../src/store/session/session';
import type { Shelf } from '../../../src/store/session/shelf';
import { MemoryStorage } from '../memoryStorage';
import { FakeRuns, savedRun, settled } from './fakeHost';
import { FakePage, FakeShelf } from './fakeShelf';

const LAST: SavedSession = { runs: [savedRun(1), savedRun(2), savedRun(3, { parent: { id: 1, step: 40 } })], current: 2, step: 17 };
const DATA = sessionData(LAST, 506);

/** What throws whenever it is looked at, but for what waiting for it looks at. */
const UNREADABLE = new Proxy(
  {},
  {
    ownKeys: () => {
      throw new RangeError('too deep');
    },
    get: (_, key) => {
      if (key === 'then') return undefined;
      throw new RangeError('too deep');
    },
  },
);

/** A visit to a browser that keeps `shelf` and `storage`. */
class Visit {
  readonly runs = new FakeRuns();
  readonly restoring: Restoring;

  constructor(
    readonly shelf: FakeShelf,
    readonly storage: Storage,
    openShelf: () => Promise<Shelf> = shelf.open,
  ) {
    const saving = createSavedSession({ openShelf, page: new FakePage(), refused: () => undefined });
    this.restoring = createRestoring({ saving, storage: () => storage, host: this.runs });
  }

  get question(): string | undefined {
    return this.restoring.state.getState().question?.why;
  }

  /** What is kept after a second has gone by. */
  async kept(): Promise<SavedSession | undefined> {
    await vi.advanceTimersByTimeAsync(SAVING_PAUSE);
    return readSession(this.shelf.value, 506).session;
  }
}

let shelf: FakeShelf;
let storage: MemoryStorage;

function visit(openShelf?: () => Promise<Shelf>): Visit {
  return new Visit(shelf, storage, openShelf);
}

beforeEach(() => {
  [shelf, storage] = [new FakeShelf(structuredClone(DATA)), new MemoryStorage()];
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('begin', () => {
  test('on a first visit brings nothing back, and keeps what comes', async () => {
    shelf.value = undefined;
    const { runs, restoring, ...rest } = visit();
    expect(await restoring.begin()).toBe(false);
    runs.begin(1, 10);
    expect([runs.asked, rest.shelf.written]).toEqual([[], []]);
    await vi.advanceTimersByTimeAsync(SAVING_PAUSE);
    expect(readSession(shelf.value, 506).session).toMatchObject({ current: 1, runs: [{ document: { name: 'New 1', history: { steps: 10 } } }] });
  });

  test('brings back the front first, at its step, then the others one after another', async () => {
    const { runs, restoring } = visit();
    const begun = restoring.begin();
    await settled();
    expect(runs.asked).toEqual([[2, true]]);
    expect(restoring.state.getState().waiting).toBe(3);
    await runs.comeBack(2);
    expect(await begun).toBe(true);
    expect([runs.asked, runs.sought]).toEqual([[[2, true], [1, false]], [17]]);
    await runs.comeBack(1);
    expect(runs.asked).toEqual([[2, true], [1, false], [3, false]]);
    expect(storage.getItem(RESTORING_KEY)).toBe('yes');
    await runs.comeBack(3);
    expect([storage.getItem(RESTORING_KEY), restoring.state.getState()]).toEqual([null, { question: undefined, waiting: 0, problems: [] }]);
  });

  test('leaves the screen at the present if that is where the reader stood', async () => {
    shelf.value = sessionData({ ...LAST, step: 101 }, 506);
    const { runs, restoring } = visit();
    const begun = restoring.begin();
    await settled();
    await runs.comeBack(2);
    await begun;
    expect(runs.sought).toEqual([]);
  });

  test('takes a lone run without a step for nothing: the page opens its own', async () => {
    const untouched = savedRun(1, { document: { ...savedRun(1).document, history: { steps: 0, changes: [] } } });
    delete (untouched.document as { end?: unknown }).end;
    shelf.value = sessionData({ runs: [untouched], current: 1, step: 1 }, 506);
    const { runs, restoring } = visit();
    expect(await restoring.begin()).toBe(false);
    expect([runs.asked, restoring.state.getState().problems]).toEqual([[], []]);
  });

  test('while runs come back keeps all of them whole, whenever the page is left', async () => {
    const first = visit();
    void first.restoring.begin();
    await settled();
    expect((await first.kept())?.runs.map(({ document }) => document)).toEqual(LAST.runs.map(({ document }) => document));
    await first.runs.comeBack(2);
    expect((await first.kept())?.runs.every(({ document }) => document.history.steps === 100)).toBe(true);
    await first.runs.comeBack(1);
    await first.runs.comeBack(3);
    first.runs.step = 17;
    const kept = await first.kept();
    expect(kept?.runs.map(({ id, parent }) => [id, parent])).toEqual([[1, undefined], [2, undefined], [3, { id: 1, step: 40 }]]);
    expect(kept).toMatchObject({ current: 2, step: 17 });
  });

  test('forgets a run that is deleted while it comes back', async () => {
    const first = visit();
    void first.restoring.begin();
    await settled();
    await first.runs.comeBack(2);
    first.runs.remove(1);
    expect((await first.kept())?.runs.map(({ id }) => id)).toEqual([2, 3]);
  });

  test('says which run could not be brought back, brings the others, and keeps it for another visit', async () => {
    const first = visit();
    const begun = first.restoring.begin();
    await settled();
    await first.runs.fail(2, 'The worker ended.');
    expect(await begun).toBe(false);
    await first.runs.comeBack(1);
    await first.runs.comeBack(3);
    expect(first.restoring.state.getState().problems).toEqual(['“Run 2” could not be brought back: The worker ended.']);
    expect((await first.kept())?.runs.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  test('takes a session that cannot even be looked at for none, says so, and keeps what comes', async () => {
    shelf.value = UNREADABLE;
    const first = visit();
    expect(await first.restoring.begin()).toBe(false);
    expect(first.restoring.state.getState().problems).toEqual(['The last session could not be read: too deep']);
    first.runs.begin(1, 10);
    expect((await first.kept())?.runs).toHaveLength(1);
  });

  test('says what of the session made no sense', async () => {
    shelf.value = { ...DATA, runs: [...DATA.runs.slice(0, 2), { ...DATA.runs[2], steps: -1 }] };
    const { runs, restoring } = visit();
    void restoring.begin();
    await settled();
    expect([runs.asked.length, restoring.state.getState().problems]).toEqual([
      1,
      ['“Run 3” of the last session could not be brought back: steps is −1; it must be a whole number from 0 to 10,000,000.'],
    ]);
  });
});

describe('after a session that did not come back to its end', () => {
  /** The visit after one that ended in the middle of it. */
  async function second(): Promise<Visit> {
    const first = visit();
    void first.restoring.begin();
    await settled();
    await first.kept();
    const next = visit();
    expect(await next.restoring.begin()).toBe(false);
    return next;
  }

  test('begin asks, opens nothing, and loses nothing before there is an answer', async () => {
    const next = await second();
    expect(next.restoring.state.getState().question).toEqual({ why: 'unfinished', runs: 3, steps: 300 });
    expect(next.runs.asked).toEqual([]);
    next.runs.begin(1, 0);
    expect((await next.kept())?.runs).toHaveLength(3);
    const third = visit();
    await third.restoring.begin();
    expect(third.question).toBe('unfinished');
  });

  test('bringBack opens all runs, under numbers that are free', async () => {
    const next = await second();
    next.runs.begin(1, 0);
    const back = next.restoring.bringBack();
    await settled();
    expect([next.question, next.runs.asked]).toEqual([undefined, [[3, true]]]);
    for (const id of [3, 2, 4]) await next.runs.comeBack(id);
    await back;
    expect((await next.kept())?.runs.map(({ document }) => document.name)).toEqual(['New 1', 'Run 1', 'Run 2', 'Run 3']);
    expect(storage.getItem(RESTORING_KEY)).toBeNull();
  });

  test('startAfresh keeps what this visit has, and the next visit asks nothing', async () => {
    const next = await second();
    next.runs.begin(1, 5);
    next.restoring.startAfresh();
    expect(next.question).toBeUndefined();
    expect((await next.kept())?.runs.map(({ document }) => document.name)).toEqual(['New 1']);
    const third = visit();
    void third.restoring.begin();
    await settled();
    expect([third.question, third.runs.asked]).toEqual([undefined, [[1, true]]]);
  });
});

describe('a shelf that is slow', () => {
  /** A shelf that opens after so many milliseconds. */
  const slow = (milliseconds: number): (() => Promise<Shelf>) => () => new Promise((resolve) => setTimeout(() => resolve(shelf), milliseconds));

  test('is waited for, up to a second', async () => {
    const { runs, restoring } = visit(slow(PATIENCE - 1));
    void restoring.begin();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(runs.asked).toEqual([[2, true]]);
  });

  test('and comes later than that has its session offered, and nothing is written before', async () => {
    const late = visit(slow(10 * PATIENCE));
    const begun = late.restoring.begin();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await begun).toBe(false);
    late.runs.begin(1, 5);
    await vi.advanceTimersByTimeAsync(8 * PATIENCE);
    expect(late.question).toBeUndefined();
    await vi.advanceTimersByTimeAsync(60 * PATIENCE);
    expect([late.question, shelf.written]).toEqual(['late', []]);
  });

  test('and brings what cannot even be looked at is written to from then on', async () => {
    shelf.value = UNREADABLE;
    const late = visit(slow(10 * PATIENCE));
    const begun = late.restoring.begin();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await begun).toBe(false);
    late.runs.begin(1, 5);
    await vi.advanceTimersByTimeAsync(20 * PATIENCE);
    expect([late.question, late.restoring.state.getState().problems]).toEqual([undefined, ['The last session could not be read: too deep']]);
    expect((await late.kept())?.current).toBe(1);
  });

  test('and has nothing when it comes is written to from then on', async () => {
    shelf.value = undefined;
    const late = visit(slow(10 * PATIENCE));
    const begun = late.restoring.begin();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    await begun;
    late.runs.begin(1, 5);
    await vi.advanceTimersByTimeAsync(20 * PATIENCE);
    expect([late.question, (await late.kept())?.current]).toEqual([undefined, 1]);
  });
});
