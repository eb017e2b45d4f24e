import { expect, test, vi } from 'vitest';
import { leisurely } from '../../../src/draw/parts/leisure';

test('leisurely works at once, then once an interval, and never leaves the last request undone', () => {
  vi.useFakeTimers();
  let done = 0;
  const work = leisurely(1000, () => done++);
  for (let request = 0; request < 50; request++) work.request();
  expect(done).toBe(1);
  vi.advanceTimersByTime(1000);
  expect(done).toBe(2);
  vi.advanceTimersByTime(5000);
  expect(done).toBe(2);
  work.request();
  work.request();
  work.cancel();
  vi.advanceTimersByTime(5000);
  expect(done).toBe(3);
  vi.useRealTimers();
});
