import { createBreather } from './breather';
import type { Request } from './protocol';
import { Session } from './session';

/* The session in a thread of its own. */

const breathe = createBreather();

const session = new Session({
  now: () => performance.now(),
  reply: (reply) => {
    postMessage(reply);
  },
  later: (milliseconds, callback) => {
    if (milliseconds > 0) setTimeout(callback, milliseconds);
    else breathe(callback);
  },
});

onmessage = (event: MessageEvent<Request>) => {
  session.handle(event.data);
};
