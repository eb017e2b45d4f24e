import { createBreather } from '../breather';
import type { SweepRequest } from './sweep';
import { runSweep } from './sweepRun';

/* A sweep in a thread of its own. */

const later = createBreather();

onmessage = (event: MessageEvent<SweepRequest>) => {
  runSweep(
    {
      now: () => performance.now(),
      reply: (reply) => {
        postMessage(reply);
      },
      later,
    },
    event.data,
  );
};
