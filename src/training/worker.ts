import type { Request } from './protocol';
import { Session } from './session';

/*
 * The session in a thread of its own. A pause of no time goes through a message channel: timers are held back to
 * 4 ms each once they nest, which would cost half of the training.
 */

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => {
  waiting.shift()?.();
};

const session = new Session({
  now: () => performance.now(),
  reply: (reply) => {
    postMessage(reply);
  },
  later: (milliseconds, callback) => {
    if (milliseconds > 0) {
      setTimeout(callback, milliseconds);
      return;
    }
    waiting.push(callback);
    channel.port2.postMessage(null);
  },
});

onmessage = (event: MessageEvent<Request>) => {
  session.handle(event.data);
};
