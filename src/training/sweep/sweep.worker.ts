import type { SweepRequest } from './sweep';
import { runSweep } from './sweepRun';

/* A sweep in a thread of its own. A pause of no time goes through a message channel: timers are held back to 4 ms each. */

const channel = new MessageChannel();
let waiting: (() => void) | undefined;
channel.port1.onmessage = () => waiting?.();

onmessage = (event: MessageEvent<SweepRequest>) => {
  runSweep(
    {
      now: () => performance.now(),
      reply: (reply) => {
        postMessage(reply);
      },
      later: (callback) => {
        waiting = callback;
        channel.port2.postMessage(null);
      },
    },
    event.data,
  );
};
