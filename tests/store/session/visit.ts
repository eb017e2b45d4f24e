import { vi } from 'vitest';
import { createRestoring, type Restoring } from '../../../src/store/session/restoring';
import { createSavedSession, SAVING_PAUSE } from '../../../src/store/session/savedSession';
import { readSession, sessionData, type SavedSession } from '../../../src/store/session/session';
import type { Shelf } from '../../../src/store/session/shelf';
import { MemoryStorage } from '../memoryStorage';
import { FakeRuns, savedRun } from './fakeHost';
import { FakePage, FakeShelf } from './fakeShelf';

/** What the last visit left: three runs, the second at the front. */
export const LAST: SavedSession = { runs: [savedRun(1), savedRun(2), savedRun(3, { parent: { id: 1, step: 40 } })], current: 2, step: 17 };
/** The same as it lies on the shelf. */
export const DATA = sessionData(LAST, 506);

/** What throws whenever it is looked at, but for what waiting for it looks at. */
export const UNREADABLE = new Proxy(
  {},
  {
    ownKeys: () => {
      throw new RangeError('too deep');
    },
    get: (_, key) => {
      if (key === 'then') return undefined;
      throw new RangeError('too deep');
    },
  },
);

/** A visit to a browser that keeps `shelf` and `storage`. */
export class Visit {
  readonly runs = new FakeRuns();
  readonly restoring: Restoring;

  constructor(
    readonly shelf: FakeShelf,
    readonly storage: Storage,
    openShelf: () => Promise<Shelf> = shelf.open,
  ) {
    const saving = createSavedSession({ openShelf, page: new FakePage(), refused: () => undefined });
    this.restoring = createRestoring({ saving, storage: () => storage, host: this.runs });
  }

  get question(): string | undefined {
    return this.restoring.state.getState().question?.why;
  }

  /** What is kept after a second has gone by. */
  async kept(): Promise<SavedSession | undefined> {
    await vi.advanceTimersByTimeAsync(SAVING_PAUSE);
    return readSession(this.shelf.value, 506).session;
  }
}

/** What a browser keeps between visits. */
export class Browser {
  readonly shelf = new FakeShelf(structuredClone(DATA));
  readonly storage = new MemoryStorage();

  visit(openShelf?: () => Promise<Shelf>): Visit {
    return new Visit(this.shelf, this.storage, openShelf);
  }
}
