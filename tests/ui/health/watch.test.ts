import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRuns, type RunRecord, type RunsStore } from '../../../src/store/runs';
import type { Finding } from '../../../src/training/health/finding';
import { emptySeries } from '../../../src/training/runSeries';
import { createWatch, type Look } from '../../../src/ui/health/watch';

const SATURATED: Finding = { kind: 'saturated', step: 46, node: 's', severity: 'warning', title: 's is saturated', cause: '' };
const STALLED: Finding = { kind: 'stalled', step: 92, severity: 'warning', title: 'The loss hardly moves', cause: '' };

function record(id: number): RunRecord {
  return {
    id,
    name: `Run ${id}`,
    slot: 0,
    shown: true,
    plan: { hidden: 10, activation: 'sigmoid', weights: 'lesson', seed: 1, heldOut: 0, splitSeed: 1, scaled: true },
    changes: [],
    parent: undefined,
    series: emptySeries(),
    vitals: [{ step: 1, parameters: [], saturated: [], dead: [] }],
    divergence: undefined,
    stepsPerEpoch: 46,
  };
}

/** A store with runs 1 and 2, the first one at the front, and a look that finds what `found` says of each. */
function setUp(): { runs: RunsStore; found: Map<number, readonly Finding[]>; look: ReturnType<typeof vi.fn<Look>>; fetchLook: () => Promise<Look> } {
  const runs = createRuns();
  runs.setState({ runs: [record(1), record(2)], current: 1 });
  const found = new Map<number, readonly Finding[]>();
  const look = vi.fn<Look>(({ id }) => structuredClone(found.get(id) ?? []));
  return { runs, found, look, fetchLook: () => Promise.resolve(look) };
}

function grow(runs: RunsStore): void {
  runs.setState(({ version }) => ({ version: version + 1 }));
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createWatch', () => {
  it('does not fetch anything before the run has vitals', async () => {
    const { runs, look } = setUp();
    runs.setState({ runs: [{ ...record(1), vitals: [] }] });
    const fetchLook = vi.fn(() => Promise.resolve<Look>(look));
    createWatch(runs, fetchLook).subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(2000);
    expect(fetchLook).not.toHaveBeenCalled();
  });

  it('looks twice a second at most, however often the run grows', async () => {
    const { runs, look, fetchLook } = setUp();
    createWatch(runs, fetchLook).subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(600);
    look.mockClear();
    for (let report = 0; report < 100; report++) {
      grow(runs);
      await vi.advanceTimersByTimeAsync(32);
    }
    expect(look.mock.calls.length).toBeGreaterThanOrEqual(5);
    expect(look.mock.calls.length).toBeLessThanOrEqual(7);
  });

  it('gives the same object until something else is found, and tells its listeners only then', async () => {
    const { runs, found, fetchLook } = setUp();
    found.set(1, [SATURATED]);
    const watch = createWatch(runs, fetchLook);
    const listener = vi.fn();
    watch.subscribe(listener);
    await vi.advanceTimersByTimeAsync(600);
    const before = watch.getState();
    grow(runs);
    await vi.advanceTimersByTimeAsync(600);
    expect(before.findings).toEqual([SATURATED]);
    expect(watch.getState()).toBe(before);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('announces what is new, and only that', async () => {
    const { runs, found, fetchLook } = setUp();
    found.set(1, [SATURATED]);
    const watch = createWatch(runs, fetchLook);
    watch.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(600);
    expect(watch.getState().news).toBe('s is saturated.');
    found.set(1, [SATURATED, STALLED]);
    grow(runs);
    await vi.advanceTimersByTimeAsync(600);
    expect(watch.getState().news).toBe('The loss hardly moves.');
    // Numbers in a cause change all the time: that is no news.
    found.set(1, [{ ...SATURATED, cause: 'more' }, STALLED]);
    grow(runs);
    await vi.advanceTimersByTimeAsync(600);
    expect(watch.getState().news).toBe('The loss hardly moves.');
  });

  it('keeps a finding that comes and goes, and lets go of it once it has been away for three seconds', async () => {
    const { runs, found, fetchLook } = setUp();
    found.set(1, [SATURATED, STALLED]);
    const watch = createWatch(runs, fetchLook);
    watch.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(600);
    for (const findings of [[STALLED], [STALLED], [SATURATED, STALLED], [STALLED]]) {
      found.set(1, findings);
      grow(runs);
      await vi.advanceTimersByTimeAsync(500);
      expect(watch.getState().findings).toEqual([SATURATED, STALLED]);
    }
    // Although the run does not grow any more.
    await vi.advanceTimersByTimeAsync(3000);
    expect(watch.getState().findings).toEqual([STALLED]);
    found.set(1, []);
    grow(runs);
    await vi.advanceTimersByTimeAsync(3500);
    expect(watch.getState()).toEqual({ findings: [], news: '' });
  });

  it('turns to another run at once', async () => {
    const { runs, found, fetchLook } = setUp();
    found.set(1, [SATURATED]).set(2, [SATURATED, STALLED]);
    const watch = createWatch(runs, fetchLook);
    watch.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(600);
    runs.setState({ current: 2 });
    expect(watch.getState()).toEqual({ findings: [SATURATED, STALLED], news: 's is saturated. The loss hardly moves.' });
  });

  it('stops when nobody listens any more', async () => {
    const { runs, look, fetchLook } = setUp();
    const leave = createWatch(runs, fetchLook).subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(600);
    leave();
    look.mockClear();
    grow(runs);
    await vi.advanceTimersByTimeAsync(2000);
    expect(look).not.toHaveBeenCalled();
  });

  it('tries again with the next report if the code could not be fetched', async () => {
    const { runs, found, look } = setUp();
    found.set(1, [STALLED]);
    let attempts = 0;
    const watch = createWatch(runs, () => (attempts++ === 0 ? Promise.reject(new Error('offline')) : Promise.resolve(look)));
    watch.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(600);
    expect(watch.getState().findings).toEqual([]);
    grow(runs);
    await vi.advanceTimersByTimeAsync(1200);
    expect(watch.getState().findings).toEqual([STALLED]);
  });
});
