import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startTraining, type TrainingClient } from '../../src/training/client';
import type { Reply } from '../../src/training/protocol';
import { bostonTrainer, lossesOf, openRequest } from './bostonRun';
import { StubWorker } from './stubWorker';

const SLOWER = 'Training runs in the page itself, so the page may answer more slowly while it does.';
const FAILED: Reply = { type: 'failed', run: -1, message: 'The training worker ended unexpectedly. Reset starts it anew.' };
const STOPPED: Reply = { type: 'stopped', run: 1, reason: 'paused' };

let replies: Reply[];
let notices: string[];

function start(): TrainingClient {
  return startTraining({ reply: (reply) => replies.push(reply), withoutWorker: (why) => notices.push(why) });
}

function reportedLosses(): number[] {
  return replies.flatMap((reply) => (reply.type === 'progress' ? [...reply.losses] : []));
}

beforeEach(() => {
  [replies, notices, StubWorker.made] = [[], [], []];
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('startTraining in a browser without workers', () => {
  test('says so, and trains in the page', () => {
    vi.stubGlobal('Worker', undefined);
    const client = start();
    expect(notices).toEqual([`This browser has no workers. ${SLOWER}`]);
    client.send(openRequest());
    expect(replies.map(({ type }) => type)).toEqual(['opened']);
    client.send({ type: 'train', run: 1, epochs: 20 });
    vi.runAllTimers();
    expect(replies).toContainEqual({ type: 'stopped', run: 1, reason: 'finished' });
    expect(reportedLosses()).toEqual(lossesOf(bostonTrainer(), 920));
  });

  test('closed, says nothing more and leaves no work behind', () => {
    vi.stubGlobal('Worker', undefined);
    const client = start();
    client.send(openRequest({ pace: 10 }));
    client.send({ type: 'train', run: 1, epochs: 20 });
    client.close();
    const before = replies.length;
    vi.advanceTimersByTime(1_000);
    expect(vi.getTimerCount()).toBe(0);
    client.send({ type: 'advance', run: 1, after: 1 });
    expect(replies).toHaveLength(before);
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

  test('that fails before its first answer asks in the page what was asked of it', () => {
    const client = start();
    const worker = StubWorker.only;
    client.send(openRequest());
    client.send({ type: 'advance', run: 1, after: 1 });
    worker.die();
    expect(notices).toEqual([`The training worker did not start. ${SLOWER}`]);
    expect([worker.terminated, worker.quiet]).toEqual([true, true]);
    expect(replies.map(({ type }) => type)).toEqual(['opened', 'progress', 'recorded']);
    expect(reportedLosses()).toEqual(lossesOf(bostonTrainer(), 1));
    worker.die();
    client.send({ type: 'advance', run: 1, after: 2 });
    expect(notices).toHaveLength(1);
    expect(reportedLosses()).toEqual(lossesOf(bostonTrainer(), 2));
  });

  test('that cannot even be made trains in the page', () => {
    vi.stubGlobal('Worker', function Forbidden(): never {
      throw new DOMException('Refused by the policy', 'SecurityError');
    });
    start().send(openRequest());
    expect(notices).toEqual([`The training worker did not start. ${SLOWER}`]);
    expect(replies.map(({ type }) => type)).toEqual(['opened']);
  });

  test('that dies after an answer fails with a sentence, once, and is left alone', () => {
    const client = start();
    const worker = StubWorker.only;
    client.send(openRequest());
    worker.answer(STOPPED);
    worker.die();
    worker.die();
    worker.answer(STOPPED);
    client.send({ type: 'advance', run: 1, after: 1 });
    expect(replies).toEqual([STOPPED, FAILED]);
    expect([worker.terminated, worker.quiet, notices, worker.asked.length]).toEqual([true, true, [], 1]);
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
