import { DEFAULTS, SETTINGS_KEY, type Settings } from '../../src/store/settings';

/** A browser's storage, in memory. */
export class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>();

  get length(): number {
    return this.#items.size;
  }

  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }

  removeItem(key: string): void {
    this.#items.delete(key);
  }

  clear(): void {
    this.#items.clear();
  }
}

/** A storage in which these settings were left. */
export function storageWith(settings: Partial<Settings>): Storage {
  return storageHolding(JSON.stringify({ state: { ...DEFAULTS, ...settings }, version: 0 }));
}

/** A storage in which this text stands where the settings should be. */
export function storageHolding(text: string): Storage {
  const storage = new MemoryStorage();
  storage.setItem(SETTINGS_KEY, text);
  return storage;
}

/** A storage that refuses everything, as browsers do when the reader forbids it. */
export class ClosedStorage extends MemoryStorage {
  override getItem(): never {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  }

  override setItem(): never {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  }

  override removeItem(): never {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  }
}
