import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { claimSession } from '../../../src/store/session/claim';

/** Locks as the Web Locks API has them: one holder at a time, in the order of their requests. */
class FakeLocks {
  readonly #waiting: (() => unknown)[] = [];
  #held = false;

  request = (_: string, granted: () => unknown): Promise<void> => {
    this.#waiting.push(granted);
    this.#next();
    return new Promise(() => undefined);
  };

  /** The page that holds the lock is gone. */
  release(): void {
    this.#held = false;
    this.#next();
  }

  #next(): void {
    if (this.#held) return;
    const granted = this.#waiting.shift();
    this.#held = granted !== undefined;
    granted?.();
  }
}

const locks = new FakeLocks();

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('claimSession', () => {
  test('is granted to the first page, refused to the second, and passed on once the first has gone', async () => {
    vi.stubGlobal('navigator', { locks });
    const later = vi.fn();
    expect(await claimSession(() => undefined)).toBe(true);
    const second = claimSession(later);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await second).toBe(false);
    expect(later).not.toHaveBeenCalled();
    locks.release();
    expect(later).toHaveBeenCalledOnce();
  });

  test('waits for a page that is just being left', async () => {
    const fresh = new FakeLocks();
    vi.stubGlobal('navigator', { locks: fresh });
    void claimSession(() => undefined);
    const reloaded = claimSession(() => undefined);
    await vi.advanceTimersByTimeAsync(300);
    fresh.release();
    expect(await reloaded).toBe(true);
  });

  test('is granted where the browser has no locks, or refuses them', async () => {
    vi.stubGlobal('navigator', {});
    expect(await claimSession(() => undefined)).toBe(true);
    vi.stubGlobal('navigator', { locks: { request: () => Promise.reject(new DOMException('', 'SecurityError')) } });
    expect(await claimSession(() => undefined)).toBe(true);
  });
});
