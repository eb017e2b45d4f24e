/** Work that is asked for far more often than anyone could use it. */
export interface Leisurely {
  /** Does the work now, or, if it was done within the interval, once at the interval's end. */
  request(): void;
  cancel(): void;
}

/** Runs `work` at most once in `interval` milliseconds, and never leaves the last request undone. */
export function leisurely(interval: number, work: () => void): Leisurely {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let wanted = false;
  const run = (): void => {
    wanted = false;
    work();
    timer = setTimeout(() => {
      timer = null;
      if (wanted) run();
    }, interval);
  };
  return {
    request() {
      wanted = true;
      if (timer === null) run();
    },
    cancel() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      wanted = false;
    },
  };
}
