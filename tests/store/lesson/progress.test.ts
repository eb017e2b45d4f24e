import { describe, expect, test } from 'vitest';
import { createProgress, mark, PROGRESS_KEY } from '../../../src/store/lesson/progress';
import { MemoryStorage } from '../memoryStorage';

function kept(state: unknown): Storage {
  const storage = new MemoryStorage();
  storage.setItem(PROGRESS_KEY, JSON.stringify({ state, version: 0 }));
  return storage;
}

describe('createProgress', () => {
  test('finds what was marked before a reload', () => {
    const storage = new MemoryStorage();
    mark(createProgress(() => storage), 'solved', 'linear/rows/cell');
    expect(createProgress(() => storage).getState()).toEqual({ seen: [], solved: ['linear/rows/cell'] });
  });

  test('marks a place once', () => {
    const progress = createProgress(() => new MemoryStorage());
    mark(progress, 'seen', 'linear/rows');
    mark(progress, 'seen', 'linear/rows');
    expect(progress.getState().seen).toEqual(['linear/rows']);
  });

  test.each([null, 7, 'seen', { seen: 3 }, { seen: [1, null, {}], solved: 'all' }])('takes nothing from %j', (state) => {
    expect(createProgress(() => kept(state)).getState()).toEqual({ seen: [], solved: [] });
  });

  test('takes each place once from what was kept', () => {
    expect(createProgress(() => kept({ seen: ['a/b', 'a/b', 'a/c'] })).getState().seen).toEqual(['a/b', 'a/c']);
  });

  test('takes along what another tab has kept meanwhile', () => {
    const storage = new MemoryStorage();
    const [one, other] = [createProgress(() => storage), createProgress(() => storage)];
    mark(one, 'seen', 'a/b');
    mark(other, 'seen', 'a/c');
    expect(createProgress(() => storage).getState().seen).toEqual(['a/b', 'a/c']);
  });

  test('lasts as long as the page where nothing can be kept', () => {
    const progress = createProgress(() => {
      throw new Error('closed');
    });
    mark(progress, 'seen', 'a/b');
    mark(progress, 'seen', 'a/c');
    expect(progress.getState().seen).toEqual(['a/b', 'a/c']);
  });
});
