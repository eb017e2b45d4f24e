import { checkReply } from './check';
import { failureSentence } from './failure';
import type { Request } from './protocol';
import { Run, type SessionHost } from './run';

/**
 * One run of training at a time, driven by messages. It knows nothing of workers: the same session runs in a worker
 * or, where there are none, in the page.
 */
export class Session {
  readonly #host: SessionHost;
  #current = 0;
  #run: Run | undefined;

  constructor(host: SessionHost) {
    this.#host = host;
  }

  /** Handles a message. Whatever goes wrong becomes a reply. */
  handle(request: Request): void {
    try {
      if (request.type === 'open') {
        this.close();
        this.#current = request.run;
        this.#run = new Run(this.#host, request);
        this.#run.begin();
      } else if (request.run !== this.#current) return;
      else if (request.type === 'check') this.#host.reply(checkReply(request));
      else this.#run?.handle(request);
    } catch (error) {
      this.close();
      this.#host.reply({ type: 'failed', run: request.run, message: failureSentence(error) });
    }
  }

  /** Ends the run. */
  close(): void {
    this.#run?.close();
    this.#run = undefined;
  }
}
