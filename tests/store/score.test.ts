import { describe, expect, it } from 'vitest';
import { createScore, NO_SCORE, SCORE_KEY, sensibleScore } from '../../src/store/score';
import { ClosedStorage, MemoryStorage } from './memoryStorage';

describe('createScore', () => {
  it('counts right answers and mistakes by their kind, and finds them again', () => {
    const storage = new MemoryStorage();
    const score = createScore(() => storage);
    score.countRight();
    score.countMistake('sign');
    score.countMistake('sign');
    score.countMistake('unknown');
    const expected = { right: 1, mistakes: { ...NO_SCORE.mistakes, sign: 2, unknown: 1 } };
    expect(score.getState()).toEqual(expected);
    expect(createScore(() => storage).getState()).toEqual(expected);
  });

  it('adds to what another tab has counted since', () => {
    const storage = new MemoryStorage();
    const [one, other] = [createScore(() => storage), createScore(() => storage)];
    one.countRight();
    other.countRight();
    other.countMistake('path');
    one.countMistake('path');
    expect(one.getState()).toEqual({ right: 2, mistakes: { ...NO_SCORE.mistakes, path: 2 } });
  });

  it('is cleared for good', () => {
    const storage = new MemoryStorage();
    const score = createScore(() => storage);
    score.countRight();
    score.clear();
    expect(score.getState()).toEqual(NO_SCORE);
    expect(createScore(() => storage).getState()).toEqual(NO_SCORE);
  });

  it('counts without a storage, as long as the page lasts', () => {
    const score = createScore(() => new ClosedStorage());
    score.countRight();
    score.countRight();
    expect(score.getState().right).toBe(2);
    const none = createScore(() => {
      throw new ReferenceError('localStorage is not defined');
    });
    none.countMistake('local');
    expect(none.getState().mistakes.local).toBe(1);
  });

  it.each(['', 'null', '{', '[]', '{"state":null,"version":0}', '{"state":{"right":-1,"mistakes":7},"version":0}', '{"state":{"right":"2"},"version":9}'])('makes nothing of %j', (text) => {
    const storage = new MemoryStorage();
    storage.setItem(SCORE_KEY, text);
    expect(createScore(() => storage).getState()).toEqual(NO_SCORE);
  });
});

describe('sensibleScore', () => {
  it('takes the counts that make sense, and leaves the rest', () => {
    expect(sensibleScore({ right: 3, mistakes: { sign: 2, local: -1, path: 1.5, value: NaN, invented: 4 }, more: true })).toEqual({
      right: 3,
      mistakes: { ...NO_SCORE.mistakes, sign: 2 },
    });
  });
});
