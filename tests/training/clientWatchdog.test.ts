import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reply, Request } from '../../src/training/protocol';
import { LOOK } from '../../src/training/looks';
import { SILENCE, Watchdog } from '../../src/training/watchdog';

const TRAIN: Request = { type: 'train', run: 1, epochs: 5, stop: {} };
const SEEK: Request = { type: 'seek', run: 1, step: 3 };
const COMPARE: Request = { type: 'compare', run: 1, ticket: 4, other: 2, points: 10, step: 3 };
const STOPPED: Reply = { type: 'stopped', run: 1, reason: 'finished' };
const PONG: Reply = { type: 'pong', run: -1 };

let pings: number;
let gone: number;

/** A watchdog over a worker that has spoken before. */
function watching(...requests: readonly Request[]): Watchdog {
  const watchdog = new Watchdog({ ping: () => pings++, gone: () => gone++ });
  watchdog.heard(PONG);
  for (const request of requests) watchdog.sent(request);
  return watchdog;
}

beforeEach(() => {
  [pings, gone] = [0, 0];
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('Watchdog', () => {
  test('does not watch a worker that owes nothing', () => {
    watching({ type: 'pause', run: 1 }, { type: 'ping' }, { type: 'close', run: 1 });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('gives a worker that has never spoken all the time it needs to be fetched', () => {
    const watchdog = new Watchdog({ ping: () => pings++, gone: () => gone++ });
    watchdog.sent(TRAIN);
    vi.advanceTimersByTime(120_000);
    expect([pings, gone]).toEqual([0, 0]);
    watchdog.heard(PONG);
    vi.advanceTimersByTime(SILENCE * 1000);
    expect([pings, gone]).toEqual([1, 1]);
  });

  test.each([
    ['training', TRAIN, STOPPED],
    ['training', TRAIN, { type: 'failed', run: 1, message: 'No.' }],
    ['training', TRAIN, { type: 'failed', run: -1, message: 'No.' }],
    ['a comparison', COMPARE, { type: 'unanswered', run: 1, ticket: 4, message: 'No.' }],
  ] satisfies [string, Request, Reply][])('watches until %s has come to its end', (_, request, answer) => {
    const watchdog = watching(request);
    vi.advanceTimersByTime(1_000);
    watchdog.heard(answer);
    vi.advanceTimersByTime(60_000);
    expect([pings, gone, vi.getTimerCount()]).toEqual([0, 0, 0]);
  });

  test('goes on to watch while anything else is owed', () => {
    const watchdog = watching(TRAIN, SEEK, COMPARE);
    watchdog.heard(STOPPED);
    watchdog.sent({ type: 'cancel', run: 1, ticket: 4 });
    vi.advanceTimersByTime(SILENCE * 1000);
    expect([pings, gone]).toEqual([1, 1]);
  });

  test('owes nothing any more to a run that is closed, and all to the others', () => {
    const watchdog = watching(TRAIN, COMPARE);
    watchdog.sent({ type: 'close', run: 1 });
    vi.advanceTimersByTime(60_000);
    expect(gone).toBe(0);
    watchdog.sent({ ...SEEK, run: 11 });
    watchdog.sent({ type: 'close', run: 1 });
    vi.advanceTimersByTime(60_000);
    expect(gone).toBe(1);
  });

  test('takes any word for a sign of life, and begins to count anew', () => {
    const watchdog = watching(TRAIN);
    for (let word = 0; word < 10; word++) {
      vi.advanceTimersByTime(SILENCE * 1000 - LOOK);
      watchdog.heard({ type: 'answering', run: 1, ticket: 9, share: 0.5 });
    }
    expect(gone).toBe(0);
    vi.advanceTimersByTime(SILENCE * 1000);
    expect(gone).toBe(1);
  });

  test('is not put off by what else is asked', () => {
    const watchdog = watching(TRAIN);
    for (let second = 0; second < 7; second++) {
      vi.advanceTimersByTime(1_000);
      watchdog.sent(SEEK);
    }
    expect(gone).toBe(1);
  });

  test('does not count the time in which the page could not look: asleep, frozen, hidden', () => {
    // As in a tab that is held back to one look in ten minutes.
    const looks: (() => void)[] = [];
    vi.stubGlobal('setTimeout', (look: () => void) => looks.push(look));
    watching(TRAIN);
    const wanted = (SILENCE * 1000) / LOOK;
    for (let look = 1; look < wanted; look++) {
      vi.advanceTimersByTime(600_000);
      looks.shift()?.();
      expect(gone).toBe(0);
    }
    looks.shift()?.();
    expect([gone, looks.length]).toEqual([1, 0]);
    vi.unstubAllGlobals();
  });
});
