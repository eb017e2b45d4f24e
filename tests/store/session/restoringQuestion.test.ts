import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PATIENCE, RESTORING_KEY } from '../../../src/store/session/restoring';
import type { Shelf } from '../../../src/store/session/shelf';
import { settled } from './fakeHost';
import { Browser, UNREADABLE, type Visit } from './visit';

let browser: Browser;

beforeEach(() => {
  browser = new Browser();
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('after a session that did not come back to its end', () => {
  /** The visit after one that ended in the middle of it. */
  async function second(): Promise<Visit> {
    const first = browser.visit();
    void first.restoring.begin();
    await settled();
    await first.kept();
    const next = browser.visit();
    expect(await next.restoring.begin()).toBe(false);
    return next;
  }

  test('begin asks, opens nothing, and loses nothing before there is an answer', async () => {
    const next = await second();
    expect(next.restoring.state.getState().question).toEqual({ why: 'unfinished', runs: 3, steps: 300 });
    expect(next.runs.asked).toEqual([]);
    next.runs.begin(1, 0);
    expect((await next.kept())?.runs).toHaveLength(3);
    const third = browser.visit();
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
    expect(browser.storage.getItem(RESTORING_KEY)).toBeNull();
  });

  test('startAfresh keeps what this visit has, and the next visit asks nothing', async () => {
    const next = await second();
    next.runs.begin(1, 5);
    next.restoring.startAfresh();
    expect(next.question).toBeUndefined();
    expect((await next.kept())?.runs.map(({ document }) => document.name)).toEqual(['New 1']);
    const third = browser.visit();
    void third.restoring.begin();
    await settled();
    expect([third.question, third.runs.asked]).toEqual([undefined, [[1, true]]]);
  });
});

describe('a shelf that is slow', () => {
  /** A shelf that opens after so many milliseconds. */
  const slow = (milliseconds: number): (() => Promise<Shelf>) => () => new Promise((resolve) => setTimeout(() => resolve(browser.shelf), milliseconds));

  test('is waited for, up to a second', async () => {
    const { runs, restoring } = browser.visit(slow(PATIENCE - 1));
    void restoring.begin();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(runs.asked).toEqual([[2, true]]);
  });

  test('and comes later than that has its session offered, and nothing is written before', async () => {
    const late = browser.visit(slow(10 * PATIENCE));
    const begun = late.restoring.begin();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await begun).toBe(false);
    late.runs.begin(1, 5);
    await vi.advanceTimersByTimeAsync(8 * PATIENCE);
    expect(late.question).toBeUndefined();
    await vi.advanceTimersByTimeAsync(60 * PATIENCE);
    expect([late.question, browser.shelf.written]).toEqual(['late', []]);
  });

  test('and brings what cannot even be looked at is written to from then on', async () => {
    browser.shelf.value = UNREADABLE;
    const late = browser.visit(slow(10 * PATIENCE));
    const begun = late.restoring.begin();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await begun).toBe(false);
    late.runs.begin(1, 5);
    await vi.advanceTimersByTimeAsync(20 * PATIENCE);
    expect([late.question, late.restoring.state.getState().problems]).toEqual([undefined, ['The last session could not be read: too deep']]);
    expect((await late.kept())?.current).toBe(1);
  });

  test('and has nothing when it comes is written to from then on', async () => {
    browser.shelf.value = undefined;
    const late = browser.visit(slow(10 * PATIENCE));
    const begun = late.restoring.begin();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    await begun;
    late.runs.begin(1, 5);
    await vi.advanceTimersByTimeAsync(20 * PATIENCE);
    expect([late.question, (await late.kept())?.current]).toEqual([undefined, 1]);
  });
});
