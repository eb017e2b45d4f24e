import { afterEach, describe, expect, test, vi } from 'vitest';
import { createSettings, DEFAULTS } from '../../src/store/settings';
import { openDesk } from './desk';
import { ClosedStorage, MemoryStorage, storageHolding, storageWith } from './memoryStorage';

describe('settings', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('survive a reload, and the run begins with them', async () => {
    const before = await openDesk();
    before.miniflow.set({ theme: 'dark', learningRate: 0.05, batchSize: 22, hidden: 7, pace: 'full', granularity: 'phase', follow: false });
    before.miniflow.newSeed();
    const after = await openDesk({ storage: before.storage });
    expect(after.miniflow.settings.getState()).toEqual(before.miniflow.settings.getState());
    expect(after.shown.timeline.recording).toEqual(before.shown.timeline.recording);
    expect(after.asked[0]).toMatchObject({ plan: { hidden: 7, seed: 2 }, settings: { learningRate: 0.05, batchSize: 22, pace: Infinity, follow: false } });
  });

  test.each([
    ['not JSON', '{"state":{"hidd'],
    ['a bare null', 'null'],
    ['a number', '5'],
    ['a list', '[]'],
    ['settings that are null', '{"state":null,"version":0}'],
    ['settings that are text', '{"state":"dark","version":0}'],
    ['no settings', '{"version":0}'],
    ['an empty text', ''],
  ])('damaged into %s are the defaults, without a word on the console', (_, text) => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const warning = vi.spyOn(console, 'warn').mockReturnValue();
    const store = createSettings(() => storageHolding(text));
    expect(store.getState()).toEqual(DEFAULTS);
    expect([error.mock.calls, warning.mock.calls]).toEqual([[], []]);
  });

  test('of another version are taken as far as they make sense', () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const store = createSettings(() => storageHolding('{"state":{"hidden":7,"batchSize":"many","colour":"red"},"version":99}'));
    expect(store.getState()).toEqual({ ...DEFAULTS, hidden: 7 });
    expect(error).not.toHaveBeenCalled();
  });

  test('that would pollute prototypes change nothing but settings', () => {
    const store = createSettings(() => storageHolding('{"state":{"__proto__":{"hidden":3},"constructor":1,"theme":"dark"},"version":0}'));
    expect(store.getState()).toEqual({ ...DEFAULTS, theme: 'dark' });
    expect(({} as { hidden?: unknown }).hidden).toBeUndefined();
  });

  test('last as long as the page where the storage refuses to read or to write', async () => {
    const desk = await openDesk({ storage: new ClosedStorage() });
    desk.miniflow.set({ theme: 'dark', batchSize: 3 });
    expect(desk.miniflow.settings.getState()).toEqual({ ...DEFAULTS, theme: 'dark', batchSize: 3 });
    expect(desk.miniflow.training.getState().status).toBe('ready');
  });

  test('do without a storage that cannot even be looked at', () => {
    const store = createSettings(() => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    });
    store.setState({ hidden: 5 });
    expect(store.getState()).toEqual({ ...DEFAULTS, hidden: 5 });
  });

  test('are written with every change', () => {
    const storage: Storage = new MemoryStorage();
    createSettings(() => storage).setState({ hidden: 5 });
    expect(createSettings(() => storage).getState()).toEqual(createSettings(() => storageWith({ hidden: 5 })).getState());
    expect(createSettings(() => storage).getState().hidden).toBe(5);
  });
});
