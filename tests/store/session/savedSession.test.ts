import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSavedSession, SAVING_PAUSE, type SessionKeeper } from '../../../src/store/session/savedSession';
import type { Shelf } from '../../../src/store/session/shelf';
import { FakePage, FakeShelf } from './fakeShelf';

let shelf: FakeShelf;
let page: FakePage;
let sentences: string[];

function keeper(openShelf: () => Promise<Shelf> = shelf.open): SessionKeeper {
  return createSavedSession({ openShelf, page, refused: (sentence) => sentences.push(sentence) });
}

beforeEach(() => {
  [shelf, page, sentences] = [new FakeShelf(), new FakePage(), []];
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('load', () => {
  test('gives what is there, and undefined where nothing is', async () => {
    expect(await keeper().load()).toBeUndefined();
    shelf.value = { a: 1 };
    expect(await keeper().load()).toEqual({ a: 1 });
    expect(sentences).toEqual([]);
  });

  test.each([
    ['SecurityError', 'storage is refused to this page, as it is in a private window'],
    ['InvalidStateError', 'storage is refused to this page, as it is in a private window'],
    ['NotSupportedError', 'it has no database for pages'],
    ['UnknownError', 'its database does not work: Internal error.'],
  ])('refused with a %s says so once, and gives undefined', async (name, reason) => {
    const session = keeper(() => Promise.reject(new DOMException('Internal error.', name)));
    expect(await session.load()).toBeUndefined();
    expect(await session.load()).toBeUndefined();
    expect(sentences).toEqual([`This browser keeps nothing between visits here (${reason}). Save the run as a file to keep it.`]);
  });
});

describe('load from a browser that does not answer', () => {
  test('says so after ten seconds, and still gives what comes later', async () => {
    const loaded = keeper(() => new Promise((resolve) => setTimeout(() => resolve(shelf), 15_000))).load();
    shelf.value = 'late';
    await vi.advanceTimersByTimeAsync(9_999);
    expect(sentences).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sentences).toEqual(['This browser keeps nothing between visits here (its database does not answer). Save the run as a file to keep it.']);
    expect(await loaded).toBe('late');
  });
});

describe('save', () => {
  test('writes at most once a second, the newest, as long as something changes', async () => {
    const session = keeper();
    session.begin();
    let number = 0;
    for (let tenth = 1; tenth <= 45; tenth++) {
      number = tenth;
      session.save(() => number);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(shelf.written).toEqual([10, 20, 30, 40]);
    await vi.advanceTimersByTimeAsync(SAVING_PAUSE);
    expect(shelf.written).toEqual([10, 20, 30, 40, 45]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('waits for begin, so that the last session stays until it has been read', async () => {
    shelf.value = 'last';
    const session = keeper();
    session.save(() => 'new');
    page.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shelf.value).toBe('last');
    session.begin();
    await vi.advanceTimersByTimeAsync(SAVING_PAUSE);
    expect(shelf.value).toBe('new');
  });

  test.each([
    ['hidden', (): void => page.hide()],
    ['about to be left', (): void => page.unload()],
    ['left', (): void => page.leave()],
  ])('writes at once when the page is %s, and not again after', async (_, go) => {
    const session = keeper();
    session.begin();
    session.save(() => 'newest');
    go();
    await vi.advanceTimersByTimeAsync(0);
    expect(shelf.written).toEqual(['newest']);
    await vi.advanceTimersByTimeAsync(60_000);
    go();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shelf.written).toEqual(['newest']);
  });

  test('refused says so once, and works again as soon as the browser lets it', async () => {
    const session = keeper();
    session.begin();
    shelf.refusal = new DOMException('Full.', 'QuotaExceededError');
    for (const value of [1, 2, 3]) {
      session.save(() => value);
      await vi.advanceTimersByTimeAsync(SAVING_PAUSE);
    }
    expect(sentences).toEqual(['This browser keeps nothing between visits here (its storage is full). Save the run as a file to keep it.']);
    shelf.refusal = undefined;
    session.save(() => 4);
    await vi.advanceTimersByTimeAsync(SAVING_PAUSE);
    expect([shelf.written, sentences.length]).toEqual([[4], 1]);
  });

  test('opens the shelf once, and once more if it did not open', async () => {
    let tries = 0;
    const session = keeper(() => (++tries === 1 ? Promise.reject(new TypeError('Failed to fetch dynamically imported module')) : shelf.open()));
    session.begin();
    for (const value of [1, 2, 3]) {
      session.save(() => value);
      await vi.advanceTimersByTimeAsync(SAVING_PAUSE);
    }
    expect([tries, shelf.written]).toEqual([2, [2, 3]]);
    expect(sentences[0]).toContain('the part of the page that does it could not be fetched');
  });

  test('closed writes nothing more', async () => {
    const session = keeper();
    session.begin();
    session.save(() => 1);
    session.close();
    page.unload();
    page.leave();
    page.hide();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([shelf.written, vi.getTimerCount()]).toEqual([[], 0]);
  });
});

describe('begin', () => {
  test('where another page keeps the session says so and writes nothing until that has gone', async () => {
    let pass = (): void => undefined;
    const claim = (later: () => void): Promise<boolean> => {
      pass = later;
      return Promise.resolve(false);
    };
    const session = createSavedSession({ openShelf: shelf.open, page, claim, refused: (sentence) => sentences.push(sentence) });
    session.begin();
    session.save(() => 'mine');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(shelf.value).toBeUndefined();
    expect(sentences).toEqual(['MiniFlow is open in another tab, which keeps its own runs; those of this one are kept once that is closed.']);
    pass();
    await vi.advanceTimersByTimeAsync(SAVING_PAUSE);
    expect(shelf.value).toBe('mine');
  });
});
