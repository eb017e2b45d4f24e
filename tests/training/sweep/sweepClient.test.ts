import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LOOK } from '../../../src/training/looks';
import type { SweepReply, SweepRequest } from '../../../src/training/sweep/sweep';
import { startSweep, SWEEP_SILENCE } from '../../../src/training/sweep/sweepClient';
import { bostonData } from '../bostonRun';
import { PLAN } from '../samples/bruteForce';

const REQUEST: SweepRequest = {
  sweep: { plan: PLAN, order: 'resampled', learningRates: [0.01], batchSizes: [11, 64], epochs: 2 },
  data: bostonData,
};

/** A worker that does only what the test lets it do. */
class HeldWorker {
  static made: HeldWorker[] = [];
  readonly asked: unknown[] = [];
  terminated = false;
  onmessage: ((event: { readonly data: SweepReply }) => void) | undefined;
  onerror: ((event: { preventDefault: () => void }) => void) | undefined;

  constructor() {
    HeldWorker.made.push(this);
  }

  postMessage(request: unknown): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }
}

let replies: SweepReply[];
let notices: string[];

function start(): () => void {
  return startSweep(REQUEST, { reply: (reply) => replies.push(reply), withoutWorker: (why) => notices.push(why) });
}

function madeWorker(): HeldWorker {
  const [worker] = HeldWorker.made;
  if (worker === undefined) throw new Error('no worker was made');
  return worker;
}

beforeEach(() => {
  [replies, notices, HeldWorker.made] = [[], [], []];
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('startSweep in a browser without workers', () => {
  test('says so, and sweeps in the page', () => {
    vi.stubGlobal('Worker', undefined);
    start();
    expect(notices).toEqual([
      'This browser has no workers. The sweep runs in the page itself, so the page may answer more slowly while it does.',
    ]);
    vi.runAllTimers();
    expect(replies.flatMap((reply) => (reply.type === 'cell' ? [reply.cell.batchSize] : []))).toEqual([11, 64]);
    expect(replies.at(-1)).toEqual({ type: 'done' });
  });

  test('says nothing after it was ended', () => {
    vi.stubGlobal('Worker', undefined);
    const end = start();
    end();
    vi.runAllTimers();
    expect(replies).toEqual([]);
  });
});

describe('startSweep with a worker', () => {
  beforeEach(() => {
    vi.stubGlobal('Worker', HeldWorker);
  });

  test('asks it once, passes its replies on, and lets it go when it is done', () => {
    start();
    const worker = madeWorker();
    expect(worker.asked).toEqual([REQUEST]);
    worker.onmessage?.({ data: { type: 'progress', cells: 0, steps: 5, share: 0.1, secondsLeft: 3 } });
    expect(worker.terminated).toBe(false);
    worker.onmessage?.({ data: { type: 'done' } });
    expect(replies.map(({ type }) => type)).toEqual(['progress', 'done']);
    expect(worker.terminated).toBe(true);
    expect(notices).toEqual([]);
  });

  test('ends it on request, and hears no more of it', () => {
    const end = start();
    end();
    const worker = madeWorker();
    expect(worker.terminated).toBe(true);
    worker.onmessage?.({ data: { type: 'done' } });
    expect(replies).toEqual([]);
  });

  test('goes on in the page if it does not start', () => {
    start();
    const worker = madeWorker();
    worker.onerror?.({ preventDefault: () => undefined });
    expect(worker.terminated).toBe(true);
    expect(notices).toHaveLength(1);
    vi.runAllTimers();
    expect(replies.at(-1)).toEqual({ type: 'done' });
  });

  const PROGRESS: SweepReply = { type: 'progress', cells: 0, steps: 5, share: 0.1, secondsLeft: 3 };

  test('gives it up, with a sentence, once it has fallen silent', () => {
    start();
    const worker = madeWorker();
    worker.onmessage?.({ data: PROGRESS });
    for (let told = 0; told < 5; told++) {
      vi.advanceTimersByTime(SWEEP_SILENCE * 1000 - LOOK);
      worker.onmessage?.({ data: PROGRESS });
    }
    expect(worker.terminated).toBe(false);
    vi.advanceTimersByTime(SWEEP_SILENCE * 1000);
    expect(worker.terminated).toBe(true);
    expect(replies.at(-1)).toEqual({ type: 'failed', message: 'The worker of the sweep has not said anything for 10 seconds and was ended.' });
    vi.advanceTimersByTime(60_000);
    expect(replies).toHaveLength(7);
  });

  test('waits as long as it takes for its first word', () => {
    start();
    vi.advanceTimersByTime(600_000);
    expect([replies, madeWorker().terminated]).toEqual([[], false]);
  });

  test.each(['done', 'ended by the reader'])('looks no more once it is %s', (how) => {
    const end = start();
    madeWorker().onmessage?.({ data: PROGRESS });
    if (how === 'done') madeWorker().onmessage?.({ data: { type: 'done' } });
    else end();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('says that it ended unexpectedly if it had begun', () => {
    start();
    const worker = madeWorker();
    worker.onmessage?.({ data: { type: 'progress', cells: 0, steps: 5, share: 0.1, secondsLeft: 3 } });
    worker.onerror?.({ preventDefault: () => undefined });
    expect(replies.at(-1)).toEqual({ type: 'failed', message: 'The worker of the sweep ended unexpectedly.' });
    expect(worker.terminated).toBe(true);
  });
});
