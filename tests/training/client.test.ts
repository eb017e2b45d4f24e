import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startTraining, type TrainingClient } from '../../src/training/client';
import type { Reply } from '../../src/training/protocol';
import { bostonTrainer, lossesOf, openRequest } from './bostonRun';
import { StubWorker } from './stubWorker';

const SLOWER = 'Training runs in the page itself, so the page may answer more slowly while it does.';
const STOPPED: Reply = { type: 'stopped', run: 1, reason: 'paused' };
const OPENED: Reply = {
  type: 'opened',
  run: 1,
  recording: bostonTrainer().previewStep(),
  step: 1,
  progress: { steps: 0, epochs: 0, targetEpoch: 0, stepsPerEpoch: 46, stepsLeft: 0, stepsPerSecond: 0, secondsLeft: NaN },
  predictions: { shape: [1, 1], data: Float64Array.of(0) },
};

let replies: Reply[];
let notices: string[];
let losses: string[];

function start(): TrainingClient {
  return startTraining({
    reply: (reply) => replies.push(reply),
    withoutWorker: (why) => notices.push(why),
    lost: (why) => losses.push(why),
  });
}

function reportedLosses(): number[] {
  return replies.flatMap((reply) => (reply.type === 'progress' ? [...reply.losses] : []));
}

beforeEach(() => {
  [replies, notices, losses, StubWorker.made] = [[], [], [], []];
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('startTraining in a browser without workers', () => {
  test('says so, and trains in the page', async () => {
    vi.stubGlobal('Worker', undefined);
    const client = start();
    await vi.dynamicImportSettled();
    expect(notices).toEqual([`This browser has no workers. ${SLOWER}`]);
    client.send(openRequest());
    expect(replies.map(({ type }) => type)).toEqual(['opened']);
    client.send({ type: 'train', run: 1, epochs: 20, stop: {} });
    vi.runAllTimers();
    expect(replies).toContainEqual({ type: 'stopped', run: 1, reason: 'finished' });
    expect(reportedLosses()).toEqual(lossesOf(bostonTrainer(), 920));
  });

  test('closed, says nothing more and leaves no work behind', async () => {
    vi.stubGlobal('Worker', undefined);
    const client = start();
    await vi.dynamicImportSettled();
    client.send(openRequest({ pace: 10 }));
    client.send({ type: 'train', run: 1, epochs: 20, stop: {} });
    client.close();
    const before = replies.length;
    vi.advanceTimersByTime(1_000);
    expect(vi.getTimerCount()).toBe(0);
    client.send({ type: 'advance', run: 1, after: 1 });
    expect(replies).toHaveLength(before);
  });
});

describe('startTraining where not even the page can train', () => {
  test('says what is missing, and what helps', async () => {
    vi.stubGlobal('Worker', undefined);
    vi.doMock('../../src/training/session', () => {
      throw new TypeError('Failed to fetch dynamically imported module');
    });
    const client = start();
    client.send(openRequest());
    await vi.dynamicImportSettled();
    vi.doUnmock('../../src/training/session');
    expect(notices).toEqual([
      'This browser has no workers. Nor could the part be fetched that trains in the page itself: reload the page once the connection is back.',
    ]);
    expect(replies).toEqual([]);
  });
});

describe('startTraining with a worker', () => {
  beforeEach(() => {
    vi.stubGlobal('Worker', StubWorker);
  });

  test('starts the worker file as a module and passes messages both ways', () => {
    const client = start();
    const worker = StubWorker.only;
    expect(worker.url).toMatch(/\/src\/training\/worker\.ts$/);
    expect(worker.options).toEqual({ type: 'module' });
    const request = openRequest();
    client.send(request);
    worker.answer(STOPPED);
    expect(worker.asked).toEqual([request]);
    expect([replies, notices]).toEqual([[STOPPED], []]);
  });

  test('that fails before its first answer asks in the page what was asked of it', async () => {
    const client = start();
    const worker = StubWorker.only;
    client.send(openRequest());
    client.send({ type: 'advance', run: 1, after: 1 });
    worker.die();
    await vi.dynamicImportSettled();
    expect(notices).toEqual([`The training worker did not start. ${SLOWER}`]);
    expect([worker.terminated, worker.quiet]).toEqual([true, true]);
    expect(replies.map(({ type }) => type)).toEqual(['opened', 'progress', 'recorded']);
    expect(reportedLosses()).toEqual(lossesOf(bostonTrainer(), 1));
    worker.die();
    client.send({ type: 'advance', run: 1, after: 2 });
    expect(notices).toHaveLength(1);
    expect(reportedLosses()).toEqual(lossesOf(bostonTrainer(), 2));
  });

  test('that cannot even be made trains in the page', async () => {
    vi.stubGlobal('Worker', function Forbidden(): never {
      throw new DOMException('Refused by the policy', 'SecurityError');
    });
    start().send(openRequest());
    await vi.dynamicImportSettled();
    expect(notices).toEqual([`The training worker did not start. ${SLOWER}`]);
    expect(replies.map(({ type }) => type)).toEqual(['opened']);
  });

  test('that dies after an answer is lost, once, and left alone', () => {
    const client = start();
    const worker = StubWorker.only;
    client.send(openRequest());
    worker.answer(STOPPED);
    worker.die();
    worker.die();
    worker.answer(STOPPED);
    client.send({ type: 'advance', run: 1, after: 1 });
    vi.advanceTimersByTime(60_000);
    expect([replies, losses]).toEqual([[STOPPED], ['The training worker ended unexpectedly.']]);
    expect([worker.terminated, worker.quiet, notices, worker.asked.length]).toEqual([true, true, [], 1]);
  });

  test('that falls silent while it trains is asked after two seconds, and lost after five more', () => {
    const client = start();
    const worker = StubWorker.only;
    client.send(openRequest());
    client.send({ type: 'train', run: 1, epochs: 20, stop: {} });
    worker.answer(OPENED);
    vi.advanceTimersByTime(1_999);
    expect(worker.asked.at(-1)?.type).toBe('train');
    vi.advanceTimersByTime(1);
    expect(worker.asked.at(-1)).toEqual({ type: 'ping' });
    vi.advanceTimersByTime(4_999);
    expect([worker.terminated, losses]).toEqual([false, []]);
    vi.advanceTimersByTime(1);
    expect([worker.terminated, losses]).toEqual([true, ['The training worker has not answered for 7 seconds and was ended.']]);
    vi.advanceTimersByTime(60_000);
    expect([losses.length, vi.getTimerCount()]).toEqual([1, 0]);
  });

  test('that answers the ping is asked again after two more seconds of silence, and the answer stays between the two', () => {
    const client = start();
    const worker = StubWorker.only;
    client.send(openRequest());
    client.send({ type: 'train', run: 1, epochs: 20, stop: {} });
    worker.answer(OPENED);
    for (let ping = 1; ping <= 20; ping++) {
      vi.advanceTimersByTime(2_000);
      expect(worker.asked.filter(({ type }) => type === 'ping')).toHaveLength(ping);
      worker.answer({ type: 'pong', run: -1 });
    }
    expect([replies, losses]).toEqual([[OPENED], []]);
  });

  test('closed ends its watch, too', () => {
    const client = start();
    client.send(openRequest());
    client.send({ type: 'train', run: 1, epochs: 20, stop: {} });
    StubWorker.only.answer(OPENED);
    client.close();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect(losses).toEqual([]);
  });

  test('closed ends the worker, and nothing arrives or is sent afterwards', () => {
    const client = start();
    const worker = StubWorker.only;
    client.close();
    worker.answer(STOPPED);
    worker.die();
    client.send(openRequest());
    expect([worker.terminated, worker.asked, replies, notices]).toEqual([true, [], [], []]);
  });
});
