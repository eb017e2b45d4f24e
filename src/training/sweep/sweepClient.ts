import type { SweepReply, SweepRequest } from './sweep';
import { runSweep } from './sweepRun';

/** Who wants to know how a sweep goes. */
export interface SweepListener {
  reply(reply: SweepReply): void;
  /** There is no worker, for the reason in the sentence; the sweep goes on in the page itself. */
  withoutWorker(why: string): void;
}

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

  const receive = (reply: SweepReply): void => {
    answered = true;
    if (ended) return;
    if (reply.type === 'done' || reply.type === 'failed') end();
    listener.reply(reply);
  };
  const end = (): void => {
    ended = true;
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
