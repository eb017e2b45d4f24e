/** The page is left alone for so many milliseconds of work, at most: half a frame, since a frame has other things to do. */
const SLICE = 8;

/**
 * Does long work a slice at a time, so that the page stays alive; undefined if it was stopped.
 *
 * @param work yields wherever it may pause, what can be told then
 * @param tell called before each pause
 */
export async function inSlices<Told, Result>(work: Generator<Told, Result>, signal: AbortSignal, tell?: (told: Told) => void): Promise<Result | undefined> {
  let since = performance.now();
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    if (performance.now() - since < SLICE) continue;
    tell?.(next.value);
    await breath();
    if (signal.aborted) return undefined;
    since = performance.now();
  }
}

/** Lets the page do what it has to. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
