import type { Reply } from '../../src/training/protocol';
import type { SessionHost } from '../../src/training/host';

/** A reply of one type. */
export type ReplyOf<Type extends Reply['type']> = Extract<Reply, { type: Type }>;

/** Where a session lives in a test: a clock that only moves when told, and a queue of what was put off. */
export class FakeHost implements SessionHost {
  readonly replies: Reply[] = [];
  /** How many milliseconds every look at the clock takes. */
  lookCosts = 0;
  /** Told of every reply as it comes. */
  listener: (reply: Reply) => void = () => undefined;
  #time = 0;
  #queue: { readonly at: number; readonly callback: () => void }[] = [];

  now(): number {
    return (this.#time += this.lookCosts);
  }

  reply(reply: Reply): void {
    this.replies.push(reply);
    this.listener(reply);
  }

  later(milliseconds: number, callback: () => void): void {
    this.#queue.push({ at: this.#time + milliseconds, callback });
  }

  /** How many callbacks are waiting. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Runs the callback that is due first, at its time. @returns whether there was one */
  runNext(): boolean {
    const next = this.#queue.toSorted((a, b) => a.at - b.at)[0];
    if (next === undefined) return false;
    this.#queue = this.#queue.filter((one) => one !== next);
    this.#time = Math.max(this.#time, next.at);
    next.callback();
    return true;
  }

  /** Lets so many milliseconds pass, and runs what falls due. */
  pass(milliseconds: number): void {
    const end = this.#time + milliseconds;
    while (this.#queue.some(({ at }) => at <= end)) this.runNext();
    this.#time = Math.max(this.#time, end);
  }

  /** Lets time pass in which nobody gets to run: the machine was asleep. */
  sleep(milliseconds: number): void {
    this.#time += milliseconds;
  }

  /** Runs until nothing is waiting any more. */
  runAll(): void {
    while (this.runNext());
  }

  /** The replies of one type, in order. */
  all<Type extends Reply['type']>(type: Type): ReplyOf<Type>[] {
    return this.replies.filter((reply): reply is ReplyOf<Type> => reply.type === type);
  }

  /** The newest reply of one type. @throws Error if there is none */
  last<Type extends Reply['type']>(type: Type): ReplyOf<Type> {
    const reply = this.all(type).at(-1);
    if (reply === undefined) throw new Error(`there is no reply of the type ${type}`);
    return reply;
  }

  /** The losses of all steps that were reported, in order. */
  get losses(): number[] {
    return this.all('progress').flatMap(({ losses }) => [...losses]);
  }

  /** How many steps have been reported as taken. */
  get steps(): number {
    return this.all('progress').at(-1)?.progress.steps ?? 0;
  }
}
