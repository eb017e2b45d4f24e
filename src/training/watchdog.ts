import type { Reply, Request } from './protocol';
import { Owed } from './watchdogOwed';

/** Milliseconds from one look to the next. */
export const LOOK = 500;
/** Looks without a word until the trainer is asked whether it is still there: two seconds. */
const UNTIL_PING = 4;
/** Looks from there until it counts as gone: five seconds. */
const UNTIL_GONE = 10;

/** Seconds of silence after which the trainer counts as gone. */
export const SILENCE = ((UNTIL_PING + UNTIL_GONE) * LOOK) / 1000;

export interface WatchdogHost {
  /** Asks the trainer whether it is still there. */
  readonly ping: () => void;
  /** The trainer is gone. Nothing else is called afterwards. */
  readonly gone: () => void;
}

/**
 * Watches a worker while it owes an answer. A worker that the browser has ended, as it may when memory runs out, does not
 * say so: it only falls silent.
 *
 * Silence is counted in looks, not by a clock. While the machine sleeps, the tab is frozen or the page itself is busy,
 * there are no looks; in a hidden tab there are few. A look that comes late counts as one, so that the worker always has
 * had as much time to answer as the page has had to look.
 */
export class Watchdog {
  readonly #host: WatchdogHost;
  readonly #owed = new Owed();
  /** Fetching the worker's program may take any time: only one that has spoken can fall silent. */
  #begun = false;
  #silent = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: WatchdogHost) {
    this.#host = host;
  }

  /** Something was asked of the worker. */
  sent(request: Request): void {
    this.#owed.asked(request);
    this.#watch();
  }

  /** The worker has said something, whatever it was. */
  heard(reply: Reply): void {
    this.#begun = true;
    this.#silent = 0;
    this.#owed.answered(reply);
    this.#watch();
  }

  /** Looks no more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#begun = false;
  }

  #watch(): void {
    if (!this.#begun || !this.#owed.any || this.#timer !== undefined) return;
    this.#silent = 0;
    this.#lookLater();
  }

  #lookLater(): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#owed.any) this.#look();
    }, LOOK);
  }

  #look(): void {
    this.#silent++;
    if (this.#silent >= UNTIL_PING + UNTIL_GONE) {
      this.close();
      this.#host.gone();
      return;
    }
    if (this.#silent === UNTIL_PING) this.#host.ping();
    this.#lookLater();
  }
}
