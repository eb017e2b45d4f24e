import { readFileSync } from 'node:fs';
import type { Fetch } from '../../src/datasets/fetchText';
import { createMiniflow, type Miniflow, type World } from '../../src/store/miniflow';
import { shownIteration, type Iteration } from '../../src/store/playback';
import type { Reply, Request } from '../../src/training/protocol';
import { Session } from '../../src/training/session';
import { FakeHost } from '../training/fakeHost';
import { MemoryStorage } from './memoryStorage';

const boston = readFileSync('public/data/boston-housing.csv', 'utf8');

/** A server that has the data file. */
export const serving: Fetch = () => Promise.resolve(new Response(boston));

export interface DeskOptions {
  /** Whether messages wait until they are delivered, as they do between threads. */
  readonly queued?: boolean;
  readonly storage?: Storage;
  readonly fetch?: Fetch;
  readonly bringBack?: World['bringBack'];
}

/** The stores with a world made for tests: a data file from the disk, a storage in memory, a trainer at hand. */
export class Desk {
  readonly miniflow: Miniflow;
  readonly storage: Storage;
  /** What was sent to the trainer, and has reached it. */
  readonly asked: Request[] = [];
  /** Where the newest trainer lives. */
  host = new FakeHost();
  /** How many milliseconds every look at the clock takes new trainers. */
  lookCosts = 0;
  /** How many trainers were started, and how many closed. */
  started = 0;
  closed = 0;
  #listen: (reply: Reply) => void = () => undefined;
  /** Has the trainer end, for the reason in the sentence. */
  lose: (why: string) => void = () => undefined;
  #session = new Session(this.host);
  #requests: Request[] = [];
  #replies: Reply[] = [];

  constructor({ queued = false, storage = new MemoryStorage(), fetch = serving, bringBack }: DeskOptions = {}) {
    this.storage = storage;
    this.miniflow = createMiniflow({
      fetch,
      dataUrl: 'data/boston-housing.csv',
      storage: () => storage,
      ...(bringBack === undefined ? {} : { bringBack }),
      startTraining: (listener) => {
        this.started++;
        this.host = new FakeHost();
        this.host.lookCosts = this.lookCosts;
        this.host.listener = (message) => {
          this.#replies.push(message);
          if (!queued) this.deliverReplies();
        };
        const session = new Session(this.host);
        this.#session = session;
        this.#listen = (reply) => listener.reply(reply);
        this.lose = (why) => listener.lost(why);
        return {
          send: (request) => {
            this.#requests.push(request);
            if (!queued) this.deliverRequests();
          },
          close: () => {
            this.closed++;
            session.close();
          },
        };
      },
    });
  }

  /** Brings what was asked to the trainer. */
  deliverRequests(): void {
    for (let request = this.#requests.shift(); request !== undefined; request = this.#requests.shift()) {
      this.asked.push(request);
      this.#session.handle(request);
    }
  }

  /** Brings what the trainer answered to the stores. */
  deliverReplies(): void {
    for (let reply = this.#replies.shift(); reply !== undefined; reply = this.#replies.shift()) this.#listen(reply);
  }

  deliver(): void {
    this.deliverRequests();
    this.deliverReplies();
  }

  /** Has the page told something that no trainer said. */
  tell(reply: Reply): void {
    this.#listen(reply);
  }

  /** The iteration on the screen. @throws Error if there is none */
  get shown(): Iteration {
    const iteration = shownIteration(this.miniflow.playback.getState());
    if (iteration === undefined) throw new Error('no iteration is shown');
    return iteration;
  }

  /** Where the reader stands: the number of the SGD step, and the time in it. */
  get place(): readonly [step: number, t: number] {
    return [this.shown.step, this.miniflow.playback.getState().t];
  }

  /** Where a phase of the iteration on the screen ends. @throws Error if it has no such phase */
  endOf(phase: string): number {
    const span = this.shown.timeline.phases.find((one) => one.phase === phase);
    if (span === undefined) throw new Error(`there is no phase ${phase}`);
    return span.end;
  }

  /** How many steps the iteration on the screen has. */
  get length(): number {
    return this.shown.timeline.steps.length;
  }
}

/** A desk with the data loaded and the first run open. */
export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const desk = new Desk(options);
  await desk.miniflow.load();
  desk.deliver();
  return desk;
}
