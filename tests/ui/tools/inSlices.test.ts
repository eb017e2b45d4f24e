import { afterEach, describe, expect, test, vi } from 'vitest';
import { inSlices } from '../../../src/ui/tools/inSlices';

/** Work that takes `cost` milliseconds a step on a clock of our own, and notes the steps that it has done. */
function work(count: number, cost: number, done: number[] = []): Generator<number, string> {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  return (function* () {
    for (let step = 0; step < count; step++) {
      now += cost;
      done.push(step);
      yield step;
    }
    return 'through';
  })();
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('inSlices', () => {
  test('does all of the work, and pauses no sooner than after 8 ms', async () => {
    const paused: number[] = [];
    expect(await inSlices(work(10, 3), new AbortController().signal, (told) => paused.push(told))).toBe('through');
    // After 9, 18 and 27 ms.
    expect(paused).toEqual([2, 5, 8]);
  });

  test('does what takes no time in one go', async () => {
    const paused: number[] = [];
    expect(await inSlices(work(1000, 0), new AbortController().signal, (told) => paused.push(told))).toBe('through');
    expect(paused).toEqual([]);
  });

  test('stops at the next pause, and has nothing to say then', async () => {
    const job = new AbortController();
    const done: number[] = [];
    const result = inSlices(work(10, 8, done), job.signal);
    job.abort();
    expect(await result).toBeUndefined();
    expect(done).toEqual([0]);
  });
});
