import { LOOK, Looks } from '../looks';
import type { SweepReply, SweepRequest } from './sweep';
import { runSweep } from './sweepRun';

/** Who wants to know how a sweep goes. */
export interface SweepListener {
  reply(reply: SweepReply): void;
  /** There is no worker, for the reason in the sentence; the sweep goes on in the page itself. */
  withoutWorker(why: string): void;
}

/** Looks without a word after which the worker counts as gone: it tells of its progress several times a second. */
const UNTIL_GONE = 20;

/** Seconds of silence after which a sweep is given up. */
export const SWEEP_SILENCE = (UNTIL_GONE * LOOK) / 1000;

const SLOWER = 'The sweep runs in the page itself, so the page may answer more slowly while it does.';

/**
 * Starts a sweep in a worker of its own or, if the browser has none or it does not start, in the page.
 *
 * @returns what ends it early; nothing arrives afterwards
 */
export function startSweep(request: SweepRequest, listener: SweepListener): () => void {
  let ended = false;
  let answered = false;
  let cancelLocal: (() => void) | undefined;
  let worker: Worker | undefined;

  const looks = new Looks((silent) => {
    if (silent < UNTIL_GONE) return true;
    receive({ type: 'failed', message: `The worker of the sweep has not said anything for ${SWEEP_SILENCE} seconds and was ended.` });
    return false;
  });

  const receive = (reply: SweepReply): void => {
    answered = true;
    if (ended) return;
    if (reply.type === 'done' || reply.type === 'failed') end();
    listener.reply(reply);
  };
  const end = (): void => {
    ended = true;
    looks.stop();
    worker?.terminate();
    cancelLocal?.();
  };
  const runInPage = (why: string): void => {
    if (ended || cancelLocal !== undefined) return;
    worker?.terminate();
    worker = undefined;
    listener.withoutWorker(`${why} ${SLOWER}`);
    cancelLocal = runSweep(
      { now: () => performance.now(), reply: receive, later: (callback) => setTimeout(callback, 0) },
      request,
    );
  };

  if (typeof Worker === 'undefined') runInPage('This browser has no workers.');
  else {
    try {
      worker = new Worker(new URL('./sweep.worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = (event: MessageEvent<SweepReply>) => {
        receive(event.data);
        looks.heard();
        // Fetching its program may take any time: only a worker that has spoken can fall silent.
        if (!ended) looks.start();
      };
      worker.onerror = (event) => {
        event.preventDefault();
        if (answered) receive({ type: 'failed', message: 'The worker of the sweep ended unexpectedly.' });
        else runInPage('The worker of the sweep did not start.');
      };
      worker.postMessage(request);
    } catch {
      runInPage('The worker of the sweep did not start.');
    }
  }
  return end;
}
