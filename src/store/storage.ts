import type { StateStorage } from 'zustand/middleware';

/** What a stranger's hand has written, as far as it is an object; it may have any fields, of any kind. */
export function fieldsOf(saved: unknown): Readonly<Record<string, unknown>> {
  return typeof saved === 'object' && saved !== null ? (saved as Readonly<Record<string, unknown>>) : {};
}

/** Storage that may be closed or full: then what is kept there lasts as long as the page, which is no reason to fail. */
export function forgiving(storage: () => Storage): StateStorage {
  const attempt = <T>(access: (open: Storage) => T, otherwise: T): T => {
    try {
      return access(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    getItem: (name) => attempt((open) => open.getItem(name), null),
    setItem: (name, value) => {
      attempt((open) => {
        open.setItem(name, value);
      }, undefined);
    },
    removeItem: (name) => {
      attempt((open) => {
        open.removeItem(name);
      }, undefined);
    },
  };
}
