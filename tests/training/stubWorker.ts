import type { Reply, Request } from '../../src/training/protocol';

/** A worker that does only what the test lets it do. */
export class StubWorker {
  static made: StubWorker[] = [];
  readonly url: string;
  readonly options: unknown;
  readonly asked: Request[] = [];
  terminated = false;
  /** Whether the browser's own report of the error was held back. */
  quiet = false;
  onmessage: ((event: { readonly data: Reply }) => void) | null = null;
  onerror: ((event: { preventDefault: () => void }) => void) | null = null;

  constructor(url: URL, options: unknown) {
    this.url = String(url);
    this.options = options;
    StubWorker.made.push(this);
  }

  postMessage(request: Request): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  answer(reply: Reply): void {
    this.onmessage?.({ data: reply });
  }

  die(): void {
    this.onerror?.({ preventDefault: () => (this.quiet = true) });
  }

  /** The only worker that was made. @throws Error if there are none or several */
  static get only(): StubWorker {
    const [worker, ...others] = StubWorker.made;
    if (worker === undefined || others.length > 0) throw new Error(`${StubWorker.made.length} workers were made`);
    return worker;
  }
}
