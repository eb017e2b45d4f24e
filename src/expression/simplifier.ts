import type { Simplified, SimplifyReply, SimplifyRequest } from './simplified';

/** Simplified derivatives, worked out in a worker. */
export interface Simplifier {
  /** The derivative of a text by an input. Of requests that wait, only the newest is answered with a formula. Never rejects. */
  simplify(text: string, input: string): Promise<Simplified>;
  /** Ends the worker; whoever still waits is told. */
  close(): void;
}

/** Milliseconds that a request may take. */
const PATIENCE = 5_000;
/** Milliseconds that a request may go on once a newer one waits: starting a worker costs about as much. */
const GRACE = 300;

const TOO_LONG = `Simplifying took longer than ${PATIENCE / 1_000} seconds and was given up.`;
const SUPERSEDED = 'A newer expression took the place of this one.';
const NOT_STARTED = 'The derivative is not simplified, because its worker did not start.';
const ENDED = 'The derivative is not simplified, because its worker ended unexpectedly.';
const CLOSED = 'The derivative is not simplified any more.';

interface Job {
  readonly request: SimplifyRequest;
  readonly resolve: (simplified: Simplified) => void;
}

/** @param start makes a worker, each time that one is needed; may throw */
export function createSimplifier(start: () => Worker = startWorker): Simplifier {
  let worker: Worker | undefined;
  let answered = false;
  let closed = false;
  let tickets = 0;
  let running: Job | undefined;
  let waiting: Job | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;

  /** Answers the running request and turns to the one that waits. */
  const settle = (simplified: Simplified): void => {
    clearTimeout(deadline);
    running?.resolve(simplified);
    running = waiting;
    waiting = undefined;
    if (running !== undefined) begin(running);
  };
  const stop = (simplified: Simplified): void => {
    worker?.terminate();
    worker = undefined;
    settle(simplified);
  };
  const giveUpAfter = (milliseconds: number, reason: string): void => {
    clearTimeout(deadline);
    deadline = setTimeout(() => stop({ reason }), milliseconds);
  };
  const begin = ({ request }: Job): void => {
    giveUpAfter(PATIENCE, TOO_LONG);
    try {
      worker ??= listened(start());
      worker.postMessage(request);
    } catch {
      stop({ reason: NOT_STARTED });
    }
  };
  const listened = (made: Worker): Worker => {
    answered = false;
    made.onmessage = ({ data }: MessageEvent<SimplifyReply>) => {
      if (worker !== made || data.ticket !== running?.request.ticket) return;
      answered = true;
      settle(data.simplified);
    };
    made.onerror = (event) => {
      event.preventDefault();
      if (worker === made) stop({ reason: answered ? ENDED : NOT_STARTED });
    };
    return made;
  };

  return {
    simplify: (text, input) =>
      new Promise((resolve) => {
        if (closed) {
          resolve({ reason: CLOSED });
          return;
        }
        const job = { request: { ticket: ++tickets, text, input }, resolve };
        if (running === undefined) {
          running = job;
          begin(job);
          return;
        }
        if (waiting === undefined) giveUpAfter(GRACE, SUPERSEDED);
        waiting?.resolve({ reason: SUPERSEDED });
        waiting = job;
      }),
    close: () => {
      closed = true;
      waiting?.resolve({ reason: CLOSED });
      waiting = undefined;
      stop({ reason: CLOSED });
    },
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./simplify.worker.ts', import.meta.url), { type: 'module' });
}
