/** A place in the browser that holds one value from visit to visit. A write is done whole, or not at all. */
export interface Shelf {
  /** What was put there last; undefined if nothing was. */
  readonly get: () => Promise<unknown>;
  readonly set: (value: unknown) => Promise<void>;
}

/** The database, the table in it and the key. */
const PLACE = ['miniflow', 'session', 'last'] as const;

/**
 * The shelf in the browser's own database, IndexedDB. Its program is fetched when it is first asked for. Every write is a
 * transaction of its own; they take effect in the order in which they were begun.
 *
 * @throws Error (the promise is rejected) if the browser has none, or refuses it
 */
export async function openShelf(): Promise<Shelf> {
  if (typeof indexedDB === 'undefined') throw new DOMException('There is no IndexedDB.', 'NotSupportedError');
  const { createStore, get, promisifyRequest } = await import('idb-keyval');
  const [database, table, key] = PLACE;
  const store = createStore(database, table);
  return {
    get: () => get<unknown>(key, store),
    set: (value) =>
      store('readwrite', (values) => {
        values.put(value, key);
        // Not only once nothing more is asked: the page may be about to end.
        values.transaction.commit();
        return promisifyRequest(values.transaction);
      }),
  };
}

/** What the page says when the browser will not keep anything. */
export function refusal(error: unknown): string {
  return `This browser keeps nothing between visits here (${reasonOf(error)}). Save the run as a file to keep it.`;
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'QuotaExceededError':
      return 'its storage is full';
    case 'SecurityError':
    case 'InvalidStateError':
    case 'NotAllowedError':
      return 'storage is refused to this page, as it is in a private window';
    case 'NotSupportedError':
      return 'it has no database for pages';
    case 'TimeoutError':
      return 'its database does not answer';
    case 'TypeError':
      return 'the part of the page that does it could not be fetched';
    default:
      return `its database does not work: ${error instanceof Error ? error.message : String(error)}`;
  }
}
