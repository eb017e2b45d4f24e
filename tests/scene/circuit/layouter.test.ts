import { beforeEach, describe, expect, test } from 'vitest';
import { circuitLayoutOf, type CircuitOptions } from '../../../src/scene/circuit/circuit';
import { createLayouter, type Layouter } from '../../../src/scene/circuit/layouter';
import type { LayoutReply, LayoutRequest } from '../../../src/scene/circuit/layoutMessages';
import { graphOf, NEURON } from './graphs';

const OPTIONS: CircuitOptions = { figureRoom: 52, folded: new Set(), lines: [] };
const SUM = graphOf('f = add x y');
const PRODUCT = graphOf('f = mul x y z');

/** A worker that answers when the test says so, with what crosses between threads. */
class Stub {
  readonly asked: LayoutRequest[] = [];
  terminated = false;
  quiet = false;
  onmessage: ((event: { readonly data: LayoutReply }) => void) | null = null;
  onerror: ((event: { preventDefault: () => void }) => void) | null = null;

  postMessage(request: LayoutRequest): void {
    this.asked.push(structuredClone(request));
  }

  terminate(): void {
    this.terminated = true;
  }

  /** Answers the request of that number, from 0. */
  answer(index: number): void {
    const request = this.asked[index];
    if (request === undefined) throw new Error(`${this.asked.length} requests were sent`);
    const reply: LayoutReply = { ticket: request.ticket, layout: circuitLayoutOf(request.graph, request.options) };
    this.onmessage?.({ data: structuredClone(reply) });
  }

  die(): void {
    this.onerror?.({ preventDefault: () => (this.quiet = true) });
  }
}

let made: number;
let stub: Stub;
let layouter: Layouter;

beforeEach(() => {
  made = 0;
  stub = new Stub();
  layouter = createLayouter(() => {
    made++;
    return stub as unknown as Worker;
  });
});

describe('createLayouter', () => {
  test('starts one worker with the first request, and gives the layout that the page would have made', async () => {
    expect(made).toBe(0);
    const options = { ...OPTIONS, folded: new Set(['v3']), lines: [{ id: 'v3', members: ['v1', 'v2', 'v3'] }] };
    const first = layouter.layout(NEURON, options);
    stub.answer(0);
    await expect(first).resolves.toEqual(circuitLayoutOf(NEURON, options));
    const second = layouter.layout(SUM, OPTIONS);
    stub.answer(1);
    await expect(second).resolves.toEqual(circuitLayoutOf(SUM, OPTIONS));
    expect(made).toBe(1);
  });

  test('answers only the newest request: those that wait are never sent, the one at work is dropped', async () => {
    const [first, second, third] = [NEURON, SUM, PRODUCT].map((graph) => layouter.layout(graph, OPTIONS));
    await expect(second).resolves.toBeUndefined();
    stub.answer(0);
    await expect(first).resolves.toBeUndefined();
    stub.answer(1);
    await expect(third).resolves.toEqual(circuitLayoutOf(PRODUCT, OPTIONS));
    expect(stub.asked).toHaveLength(2);
  });

  test('takes no answer twice', async () => {
    const first = layouter.layout(SUM, OPTIONS);
    stub.answer(0);
    await first;
    const second = layouter.layout(PRODUCT, OPTIONS);
    stub.answer(0);
    stub.answer(1);
    await expect(second).resolves.toEqual(circuitLayoutOf(PRODUCT, OPTIONS));
  });

  test('works in the page where there is no worker', async () => {
    let tried = 0;
    const local = createLayouter(() => {
      tried++;
      throw new Error('Workers are forbidden');
    });
    await expect(local.layout(SUM, OPTIONS)).resolves.toEqual(circuitLayoutOf(SUM, OPTIONS));
    await expect(local.layout(PRODUCT, OPTIONS)).resolves.toEqual(circuitLayoutOf(PRODUCT, OPTIONS));
    expect(tried).toBe(1);
  });

  test('goes on in the page, quietly, when its worker ends', async () => {
    const first = layouter.layout(SUM, OPTIONS);
    const second = layouter.layout(PRODUCT, OPTIONS);
    stub.die();
    await expect(first).resolves.toBeUndefined();
    await expect(second).resolves.toEqual(circuitLayoutOf(PRODUCT, OPTIONS));
    await expect(layouter.layout(NEURON, OPTIONS)).resolves.toEqual(circuitLayoutOf(NEURON, OPTIONS));
    expect(stub.terminated).toBe(true);
    expect(stub.quiet).toBe(true);
    expect(stub.asked).toHaveLength(1);
  });

  test('leaves nobody waiting once it is closed', async () => {
    const waiting = [NEURON, SUM].map((graph) => layouter.layout(graph, OPTIONS));
    layouter.close();
    await expect(Promise.all(waiting)).resolves.toEqual([undefined, undefined]);
    await expect(layouter.layout(SUM, OPTIONS)).resolves.toBeUndefined();
    expect(stub.terminated).toBe(true);
    expect(made).toBe(1);
  });
});
