import { describe, expect, it } from 'vitest';
import { keyed } from '../../../src/draw/graph/keyed';

interface Item {
  readonly id: string;
  readonly kind: string;
}

interface Shown {
  readonly key: string;
  readonly item: Item;
}

/** Brings what is shown to new items, and writes down what was done. */
function bring(before: ReadonlyMap<string, Shown>, items: readonly Item[]): { readonly after: Map<string, Shown>; readonly done: string[] } {
  const done: string[] = [];
  const after = keyed(before, items, {
    keyOf: ({ kind }) => kind,
    keep: (_, { id }) => done.push(`keep ${id}`),
    create: (item, key) => {
      done.push(`create ${item.id}`);
      return { key, item };
    },
    remove: ({ item }) => done.push(`remove ${item.id}`),
  });
  return { after, done };
}

describe('keyed', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, kind: 'leaf' }));
  const first = [a, b].flatMap((item) => item ?? []);

  it('keeps what has the same key, makes what is new and removes what is gone', () => {
    const { after } = bring(new Map(), first);
    const next = [b, c].flatMap((item) => item ?? []);
    const { after: later, done } = bring(after, next);
    expect(done).toEqual(['keep b', 'create c', 'remove a']);
    expect([...later.keys()]).toEqual(['b', 'c']);
    expect(later.get('b')).toBe(after.get('b'));
  });

  it('makes anew what has become another kind of thing', () => {
    const { after } = bring(new Map(), first);
    const { done } = bring(after, [{ id: 'a', kind: 'operation' }, ...first.slice(1)]);
    expect(done).toEqual(['create a', 'keep b', 'remove a']);
  });

  it('puts things into the order of the items', () => {
    const { after } = bring(new Map(), first);
    expect([...bring(after, first.toReversed()).after.keys()]).toEqual(['b', 'a']);
  });
});
