import type { Reply, Request } from './protocol';

/**
 * What the trainer still has to say something about, from what passed between the page and it. It errs to one side: a
 * question that will never be answered, such as for a step after the numbers have ended, counts as open until its run
 * is closed. That costs a ping now and then.
 */
export class Owed {
  readonly #open = new Set<string>();

  get any(): boolean {
    return this.#open.size > 0;
  }

  asked(request: Request): void {
    switch (request.type) {
      case 'open':
      case 'train':
      case 'advance':
      case 'seek':
        this.#open.add(`${request.run} ${request.type}`);
        break;
      case 'check':
      case 'histograms':
      case 'compare':
        this.#open.add(`${request.run} ticket ${request.ticket}`);
        break;
      case 'cancel':
        this.#open.delete(`${request.run} ticket ${request.ticket}`);
        break;
      case 'close':
        this.#forget(request.run);
        break;
      case 'settings':
      case 'pause':
      case 'ping':
        break;
    }
  }

  answered(reply: Reply): void {
    switch (reply.type) {
      case 'opened':
        this.#open.delete(`${reply.run} open`);
        break;
      case 'recorded':
        if (reply.advance) this.#open.delete(`${reply.run} advance`);
        break;
      case 'sought':
        this.#open.delete(`${reply.run} seek`);
        break;
      case 'stopped':
        this.#open.delete(`${reply.run} train`);
        this.#open.delete(`${reply.run} advance`);
        break;
      case 'diverged':
        for (const type of ['open', 'train', 'advance']) this.#open.delete(`${reply.run} ${type}`);
        break;
      case 'checked':
      case 'histogrammed':
      case 'compared':
      case 'unanswered':
        this.#open.delete(`${reply.run} ticket ${reply.ticket}`);
        break;
      case 'failed':
        if (reply.run === -1) this.#open.clear();
        else this.#forget(reply.run);
        break;
      case 'progress':
      case 'answering':
      case 'pong':
        break;
    }
  }

  #forget(run: number): void {
    for (const key of this.#open) if (key.startsWith(`${run} `)) this.#open.delete(key);
  }
}
