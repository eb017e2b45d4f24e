import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSimplifier, type Simplifier } from '../../src/expression/simplifier';
import type { SimplifyReply, SimplifyRequest } from '../../src/expression/simplified';

const TOO_LONG = { reason: 'Simplifying took longer than 5 seconds and was given up.' };
const SUPERSEDED = { reason: 'A newer expression took the place of this one.' };
const NOT_STARTED = { reason: 'The derivative is not simplified, because its worker did not start.' };
const ENDED = { reason: 'The derivative is not simplified, because its worker ended unexpectedly.' };
const CLOSED = { reason: 'The derivative is not simplified any more.' };

/** A worker that does only what the test lets it do. */
class Stub {
  readonly asked: SimplifyRequest[] = [];
  terminated = false;
  quiet = false;
  onmessage: ((event: { readonly data: SimplifyReply }) => void) | null = null;
  onerror: ((event: { preventDefault: () => void }) => void) | null = null;

  postMessage(request: SimplifyRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  answer(tex: string, ticket = this.asked.at(-1)?.ticket ?? 0): void {
    this.onmessage?.({ data: { ticket, simplified: { tex } } });
  }

  die(): void {
    this.onerror?.({ preventDefault: () => (this.quiet = true) });
  }
}

let stubs: Stub[];
let simplifier: Simplifier;

/** The worker made as number `index`. @throws Error if there is none */
function stub(index: number): Stub {
  const found = stubs[index];
  if (found === undefined) throw new Error(`${stubs.length} workers were made`);
  return found;
}

beforeEach(() => {
  vi.useFakeTimers();
  stubs = [];
  simplifier = createSimplifier(() => {
    stubs.push(new Stub());
    return stubs.at(-1) as unknown as Worker;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('createSimplifier', () => {
  test('starts one worker with the first request, and answers from it', async () => {
    expect(stubs).toHaveLength(0);
    const first = simplifier.simplify('x^2', 'x');
    stub(0).answer('2x');
    await expect(first).resolves.toEqual({ tex: '2x' });
    const second = simplifier.simplify('x^3', 'x');
    stub(0).answer('3x^2');
    await expect(second).resolves.toEqual({ tex: '3x^2' });
    expect(stubs).toHaveLength(1);
    expect(stub(0).asked.map(({ text, input }) => [text, input])).toEqual([['x^2', 'x'], ['x^3', 'x']]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('asks the newest of the requests that wait, as soon as the worker is free', async () => {
    const [first, second, third] = ['a', 'b', 'c'].map((text) => simplifier.simplify(text, 'x'));
    await expect(second).resolves.toEqual(SUPERSEDED);
    stub(0).answer('first');
    await expect(first).resolves.toEqual({ tex: 'first' });
    stub(0).answer('third');
    await expect(third).resolves.toEqual({ tex: 'third' });
    expect(stub(0).asked.map(({ text }) => text)).toEqual(['a', 'c']);
  });

  test('gives a superseded request up if it goes on for long', async () => {
    const first = simplifier.simplify('a', 'x');
    vi.advanceTimersByTime(1_000);
    const second = simplifier.simplify('b', 'x');
    vi.advanceTimersByTime(299);
    expect(stub(0).terminated).toBe(false);
    vi.advanceTimersByTime(1);
    await expect(first).resolves.toEqual(SUPERSEDED);
    expect(stub(0).terminated).toBe(true);
    stub(0).answer('late');
    stub(1).answer('second');
    await expect(second).resolves.toEqual({ tex: 'second' });
  });

  test('ends a worker that takes longer than 5 seconds, and starts another for the next request', async () => {
    const first = simplifier.simplify('a', 'x');
    vi.advanceTimersByTime(4_999);
    expect(stub(0).terminated).toBe(false);
    vi.advanceTimersByTime(1);
    await expect(first).resolves.toEqual(TOO_LONG);
    expect([stub(0).terminated, stubs.length]).toEqual([true, 1]);
    const second = simplifier.simplify('b', 'x');
    stub(1).answer('second');
    await expect(second).resolves.toEqual({ tex: 'second' });
  });

  test('says so if the worker cannot be made, fails before its first answer, or after it', async () => {
    const refused = createSimplifier(() => {
      throw new DOMException('Refused by the policy', 'SecurityError');
    });
    await expect(refused.simplify('a', 'x')).resolves.toEqual(NOT_STARTED);
    await expect(refused.simplify('a', 'x')).resolves.toEqual(NOT_STARTED);
    const first = simplifier.simplify('a', 'x');
    stub(0).die();
    await expect(first).resolves.toEqual(NOT_STARTED);
    expect([stub(0).terminated, stub(0).quiet]).toEqual([true, true]);
    const second = simplifier.simplify('b', 'x');
    stub(1).answer('second');
    await second;
    const third = simplifier.simplify('c', 'x');
    stub(1).die();
    await expect(third).resolves.toEqual(ENDED);
  });

  test('closed tells whoever waits, ends the worker and starts no other', async () => {
    const requests = [simplifier.simplify('a', 'x'), simplifier.simplify('b', 'x')];
    simplifier.close();
    await expect(Promise.all([...requests, simplifier.simplify('c', 'x')])).resolves.toEqual([CLOSED, CLOSED, CLOSED]);
    expect([stub(0).terminated, stubs.length, vi.getTimerCount()]).toEqual([true, 1, 0]);
  });

  test('starts the worker file as a module unless it is told how', () => {
    const made: unknown[] = [];
    vi.stubGlobal('Worker', function Recorder(url: URL, options: unknown) {
      made.push(String(url).replace(/^.*\/src\//, 'src/'), options);
      return new Stub();
    });
    void createSimplifier().simplify('x', 'x');
    expect(made).toEqual(['src/expression/simplify.worker.ts', { type: 'module' }]);
  });
});

test('simplify.worker answers each request with its ticket', async () => {
  const replies: SimplifyReply[] = [];
  vi.stubGlobal('postMessage', (reply: SimplifyReply) => replies.push(reply));
  vi.stubGlobal('onmessage', null);
  await import('../../src/expression/simplify.worker');
  (globalThis.onmessage as unknown as (event: { data: SimplifyRequest }) => void)({ data: { ticket: 7, text: 'x*y', input: 'x' } });
  expect(replies).toEqual([{ ticket: 7, simplified: { tex: 'y' } }]);
});
