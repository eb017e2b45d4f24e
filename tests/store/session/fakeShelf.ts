import type { Shelf } from '../../../src/store/session/shelf';

/** A shelf in memory, which does only what the test lets it do. */
export class FakeShelf implements Shelf {
  value: unknown;
  /** All that was ever put there, in order. */
  readonly written: unknown[] = [];
  /** What getting and putting fail with. */
  refusal: Error | undefined;
  /** How often it was opened. */
  opened = 0;

  constructor(value?: unknown) {
    this.value = value;
  }

  readonly open = (): Promise<Shelf> => {
    this.opened++;
    return Promise.resolve(this);
  };

  readonly get = (): Promise<unknown> => (this.refusal === undefined ? Promise.resolve(this.value) : Promise.reject(this.refusal));

  readonly set = (value: unknown): Promise<void> => {
    if (this.refusal !== undefined) return Promise.reject(this.refusal);
    // As the browser does: a copy, or none.
    this.value = structuredClone(value);
    this.written.push(this.value);
    return Promise.resolve();
  };
}

/** A page that can be hidden and left. */
export class FakePage {
  readonly document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  readonly window = new EventTarget();

  hide(): void {
    this.document.visibilityState = 'hidden';
    this.document.dispatchEvent(new Event('visibilitychange'));
  }

  /** The reader has asked for another page, or for this one anew. */
  unload(): void {
    this.window.dispatchEvent(new Event('beforeunload'));
  }

  leave(): void {
    this.window.dispatchEvent(new Event('pagehide'));
  }
}
