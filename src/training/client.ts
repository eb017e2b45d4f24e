import type { Reply, Request } from './protocol';
import type { Session } from './session';
import { SILENCE, Watchdog } from './watchdog';

/** The page's end of the line. */
export interface TrainingClient {
  send(request: Request): void;
  /** Ends the training and the worker. Nothing arrives afterwards. */
  close(): void;
}

export interface TrainingListener {
  /** A reply of the trainer. */
  reply(reply: Reply): void;
  /** There is no worker, for the reason in the sentence; training goes on in the page itself. */
  withoutWorker(why: string): void;
  /**
   * The worker has ended though it had begun to answer, for the reason in the sentence. This line is closed: whoever
   * wants to go on starts another one and opens the runs there again, with what happened in them.
   */
  lost(why: string): void;
}

const SLOWER = 'Training runs in the page itself, so the page may answer more slowly while it does.';
const NOWHERE = 'Nor could the part be fetched that trains in the page itself: reload the page once the connection is back.';

/**
 * Starts the trainer in a worker or, if the browser has none or it does not start, in the page: then whatever was
 * asked of the worker is asked again there. A worker that ends later, or falls silent, is lost.
 */
export function startTraining(listener: TrainingListener): TrainingClient {
  let closed = false;
  const isClosed = (): boolean => closed;
  let answered = false;
  let moved = false;
  let local: Session | undefined;
  let worker: Worker | undefined;
  const unanswered: Request[] = [];
  const watchdog = new Watchdog({
    ping: () => worker?.postMessage({ type: 'ping' } satisfies Request),
    gone: () => {
      lose(`The training worker has not answered for ${SILENCE} seconds and was ended.`);
    },
  });

  const reply = (message: Reply): void => {
    if (!closed) listener.reply(message);
  };
  const close = (): void => {
    closed = true;
    watchdog.close();
    worker?.terminate();
    local?.close();
  };
  const lose = (why: string): void => {
    if (closed) return;
    close();
    listener.lost(why);
  };
  /** Hardly any browser needs this, so that what trains is fetched only then. */
  const moveIntoPage = async (why: string): Promise<void> => {
    if (closed || moved) return;
    moved = true;
    worker?.terminate();
    worker = undefined;
    const fetched = await import('./session').catch(() => undefined);
    // It may have been, while that came.
    if (isClosed()) return;
    listener.withoutWorker(`${why} ${fetched === undefined ? NOWHERE : SLOWER}`);
    if (fetched === undefined) return;
    local = new fetched.Session({
      now: () => performance.now(),
      reply,
      later: (milliseconds, callback) => setTimeout(callback, milliseconds),
    });
    for (const request of unanswered.splice(0)) local.handle(request);
  };

  if (typeof Worker === 'undefined') void moveIntoPage('This browser has no workers.');
  else {
    try {
      worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = (event: MessageEvent<Reply>) => {
        if (closed) return;
        answered = true;
        unanswered.length = 0;
        watchdog.heard(event.data);
        if (event.data.type !== 'pong') reply(event.data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        if (answered) lose('The training worker ended unexpectedly.');
        else void moveIntoPage('The training worker did not start.');
      };
    } catch {
      void moveIntoPage('The training worker did not start.');
    }
  }

  return {
    send: (request) => {
      if (closed) return;
      if (local !== undefined) {
        local.handle(request);
        return;
      }
      if (!answered) unanswered.push(request);
      worker?.postMessage(request);
      watchdog.sent(request);
    },
    close,
  };
}
