import { describe, expect, test } from 'vitest';
import { contentOf, createAsker, type Asker } from '../../../src/ui/runs/answers';

/** A question whose answer is in the test's hands. */
function held() {
  let [resolve, reject]: [(answer: string) => void, (error: Error) => void] = [() => undefined, () => undefined];
  const promise = new Promise<string>((...hands) => {
    [resolve, reject] = hands;
  });
  let tell: (share: number) => void = () => undefined;
  let signal: AbortSignal | undefined;
  return {
    resolve,
    reject,
    question: (given: AbortSignal, onProgress: (share: number) => void) => {
      [signal, tell] = [given, onProgress];
      return promise;
    },
    tell: (share: number) => tell(share),
    get aborted() {
      return signal?.aborted;
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('createAsker', () => {
  test('asks, tells of progress, and keeps the answer', async () => {
    const asker: Asker<string> = createAsker();
    const seen: string[] = [];
    asker.subscribe(() => seen.push(asker.getState().status));
    const one = held();
    asker.ask(one.question);
    one.tell(0.5);
    expect(asker.getState()).toEqual({ status: 'asking', share: 0.5, before: undefined });
    one.resolve('yes');
    await turn();
    expect(asker.getState()).toEqual({ status: 'answered', content: 'yes' });
    expect(seen).toEqual(['asking', 'asking', 'answered']);
  });

  test('gives up a question for a newer one, and hears nothing more of it', async () => {
    const asker: Asker<string> = createAsker();
    const [old, young] = [held(), held()];
    asker.ask(old.question);
    asker.ask(young.question);
    expect(old.aborted).toBe(true);
    young.resolve('new');
    await turn();
    old.resolve('old');
    old.tell(0.9);
    await turn();
    expect(contentOf(asker.getState())).toBe('new');
  });

  test('keeps the last answer while it asks again, and after that was given up', async () => {
    const asker: Asker<string> = createAsker();
    const first = held();
    asker.ask(first.question);
    first.resolve('first');
    await turn();
    const second = held();
    asker.ask(second.question);
    expect(contentOf(asker.getState())).toBe('first');
    asker.cancel();
    expect(second.aborted).toBe(true);
    expect(asker.getState()).toEqual({ status: 'answered', content: 'first' });
  });

  test('says why there is no answer', async () => {
    const asker: Asker<string> = createAsker();
    const one = held();
    asker.ask(one.question);
    one.reject(new Error('The run is not open any more.'));
    await turn();
    expect(asker.getState()).toEqual({ status: 'failed', problem: 'The run is not open any more.' });
  });
});
