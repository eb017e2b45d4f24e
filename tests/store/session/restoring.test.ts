import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RESTORING_KEY } from '../../../src/store/session/restoring';
import { SAVING_PAUSE } from '../../../src/store/session/savedSession';
import { readSession, sessionData } from '../../../src/store/session/session';
import { savedRun, settled } from './fakeHost';
import { Browser, DATA, LAST, UNREADABLE } from './visit';

let browser: Browser;

beforeEach(() => {
  browser = new Browser();
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('begin', () => {
  test('on a first visit brings nothing back, and keeps what comes', async () => {
    browser.shelf.value = undefined;
    const { runs, restoring, ...rest } = browser.visit();
    expect(await restoring.begin()).toBe(false);
    runs.begin(1, 10);
    expect([runs.asked, rest.shelf.written]).toEqual([[], []]);
    await vi.advanceTimersByTimeAsync(SAVING_PAUSE);
    expect(readSession(browser.shelf.value, 506).session).toMatchObject({ current: 1, runs: [{ document: { name: 'New 1', history: { steps: 10 } } }] });
  });

  test('brings back the front first, at its step, then the others one after another', async () => {
    const { runs, restoring } = browser.visit();
    const begun = restoring.begin();
    await settled();
    expect(runs.asked).toEqual([[2, true]]);
    expect(restoring.state.getState().waiting).toBe(3);
    await runs.comeBack(2);
    expect(await begun).toBe(true);
    expect([runs.asked, runs.sought]).toEqual([[[2, true], [1, false]], [17]]);
    await runs.comeBack(1);
    expect(runs.asked).toEqual([[2, true], [1, false], [3, false]]);
    expect(browser.storage.getItem(RESTORING_KEY)).toBe('yes');
    await runs.comeBack(3);
    expect([browser.storage.getItem(RESTORING_KEY), restoring.state.getState()]).toEqual([null, { question: undefined, waiting: 0, problems: [] }]);
  });

  test('leaves the screen at the present if that is where the reader stood', async () => {
    browser.shelf.value = sessionData({ ...LAST, step: 101 }, 506);
    const { runs, restoring } = browser.visit();
    const begun = restoring.begin();
    await settled();
    await runs.comeBack(2);
    await begun;
    expect(runs.sought).toEqual([]);
  });

  test('takes a lone run without a step for nothing: the page opens its own', async () => {
    const untouched = savedRun(1, { document: { ...savedRun(1).document, history: { steps: 0, changes: [] } } });
    delete (untouched.document as { end?: unknown }).end;
    browser.shelf.value = sessionData({ runs: [untouched], current: 1, step: 1 }, 506);
    const { runs, restoring } = browser.visit();
    expect(await restoring.begin()).toBe(false);
    expect([runs.asked, restoring.state.getState().problems]).toEqual([[], []]);
  });

  test('while runs come back keeps all of them whole, whenever the page is left', async () => {
    const first = browser.visit();
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
    const first = browser.visit();
    void first.restoring.begin();
    await settled();
    await first.runs.comeBack(2);
    first.runs.remove(1);
    expect((await first.kept())?.runs.map(({ id }) => id)).toEqual([2, 3]);
  });

  test('says which run could not be brought back, brings the others, and keeps it for another visit', async () => {
    const first = browser.visit();
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
    browser.shelf.value = UNREADABLE;
    const first = browser.visit();
    expect(await first.restoring.begin()).toBe(false);
    expect(first.restoring.state.getState().problems).toEqual(['The last session could not be read: too deep']);
    first.runs.begin(1, 10);
    expect((await first.kept())?.runs).toHaveLength(1);
  });

  test('says what of the session made no sense', async () => {
    browser.shelf.value = { ...DATA, runs: [...DATA.runs.slice(0, 2), { ...DATA.runs[2], steps: -1 }] };
    const { runs, restoring } = browser.visit();
    void restoring.begin();
    await settled();
    expect([runs.asked.length, restoring.state.getState().problems]).toEqual([
      1,
      ['“Run 3” of the last session could not be brought back: steps is −1; it must be a whole number from 0 to 10,000,000.'],
    ]);
  });
});
