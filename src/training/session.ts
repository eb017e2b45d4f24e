import { Answerer } from './answerer';
import { checkReply } from './check';
import { failureSentence } from './failure';
import type { SessionHost } from './host';
import type { Request } from './protocol';
import { Run } from './run';

/**
 * Runs of training, driven by messages. It knows nothing of workers: the same session runs in a worker or, where there
 * are none, in the page.
 */
export class Session {
  readonly #host: SessionHost;
  readonly #runs = new Map<number, Run>();
  readonly #answerer: Answerer;

  constructor(host: SessionHost) {
    this.#host = host;
    this.#answerer = new Answerer(host);
  }

  /** Handles a message. Whatever goes wrong becomes a reply. */
  handle(request: Request): void {
    if (request.type === 'ping') {
      this.#host.reply({ type: 'pong', run: -1 });
      return;
    }
    try {
      this.#handle(request);
    } catch (error) {
      this.#closeRun(request.run);
      this.#host.reply({ type: 'failed', run: request.run, message: failureSentence(error) });
    }
  }

  /** Ends all runs. */
  close(): void {
    for (const run of this.#runs.keys()) this.#closeRun(run);
  }

  #handle(request: Exclude<Request, { type: 'ping' }>): void {
    switch (request.type) {
      case 'open': {
        const parent = request.from === undefined ? undefined : this.#runs.get(request.from);
        this.#closeRun(request.run);
        const run = new Run(this.#host, request, parent);
        this.#runs.set(request.run, run);
        run.begin();
        break;
      }
      case 'close':
        this.#closeRun(request.run);
        break;
      case 'check':
        this.#host.reply(checkReply(request));
        break;
      case 'histograms':
      case 'compare':
        this.#answerer.answer(request, (id) => this.#runs.get(id)?.rewinder());
        break;
      case 'cancel':
        this.#answerer.cancel(request.ticket);
        break;
      default:
        this.#runs.get(request.run)?.handle(request);
    }
  }

  #closeRun(run: number): void {
    this.#runs.get(run)?.close();
    this.#runs.delete(run);
  }
}
