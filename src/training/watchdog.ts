import { LOOK, Looks } from './looks';
import type { Reply, Request } from './protocol';
import { Owed } from './watchdogOwed';

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

/** Watches a worker while it owes an answer. */
export class Watchdog {
  readonly #host: WatchdogHost;
  readonly #owed = new Owed();
  /** Fetching the worker's program may take any time: only one that has spoken can fall silent. */
  #begun = false;
  readonly #looks = new Looks((silent) => this.#look(silent));

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
    this.#looks.heard();
    this.#owed.answered(reply);
    this.#watch();
  }

  /** Looks no more. */
  close(): void {
    this.#looks.stop();
    this.#begun = false;
  }

  #watch(): void {
    if (this.#begun && this.#owed.any) this.#looks.start();
  }

  #look(silent: number): boolean {
    if (!this.#owed.any) return false;
    if (silent >= UNTIL_PING + UNTIL_GONE) {
      this.close();
      this.#host.gone();
      return false;
    }
    if (silent === UNTIL_PING) this.#host.ping();
    return true;
  }
}
