/** Milliseconds from one look to the next. */
export const LOOK = 500;

/**
 * Looks again and again at a worker from which a word is due. A worker that the browser has ended, as it may when memory
 * runs out, does not say so: it only falls silent.
 *
 * Silence is counted in looks, not by a clock. While the machine sleeps, the tab is frozen or the page itself is busy,
 * there are no looks; in a hidden tab there are few. A look that comes late counts as one, so that the worker always has
 * had as much time to answer as the page has had to look.
 */
export class Looks {
  readonly #look: (silent: number) => boolean;
  #silent = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param look is told how many looks there have been without a word, this one included, and says whether to look again */
  constructor(look: (silent: number) => boolean) {
    this.#look = look;
  }

  /** Begins to look, if that has not begun yet. */
  start(): void {
    if (this.#timer !== undefined) return;
    this.#silent = 0;
    this.#lookLater();
  }

  /** The worker has said something. */
  heard(): void {
    this.#silent = 0;
  }

  /** Looks no more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #lookLater(): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#look(++this.#silent)) this.#lookLater();
    }, LOOK);
  }
}
