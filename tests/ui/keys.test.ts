import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Miniflow } from '../../src/store/miniflow';
import type { Transport } from '../../src/store/transport';
import { createWalk } from '../../src/store/walk';
import { KEY_BINDINGS, leapsFirst } from '../../src/ui/keys';
import { openDesk } from '../store/desk';

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const KEYS = [' ', 'ArrowRight', 'ArrowLeft', 'Home', 'End', 'PageDown', 'PageUp', 'Escape', 'Enter', 'Tab', 'ArrowUp', 'ArrowDown', 'a', '?'];

function press(key: string, held: Partial<Press> = {}): KeyboardEvent {
  return { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held } as KeyboardEvent;
}

/** What a key does, by the name that the page lists it under. */
function namesOf(event: KeyboardEvent): string[] {
  return KEY_BINDINGS.filter(({ matches }) => matches(event)).map(({ keys }) => keys);
}

function obey(miniflow: Miniflow, event: KeyboardEvent, openKeys = (): void => undefined): void {
  KEY_BINDINGS.find(({ matches }) => matches(event))?.run(miniflow, openKeys);
}

describe('KEY_BINDINGS', () => {
  test('has the keys that the page promises, each listed under one name with what it does', () => {
    expect(KEY_BINDINGS.map(({ keys, does }) => `${keys}: ${does}`)).toEqual([
      'Space: Play or pause',
      '→: Step forward',
      '←: Step back',
      'Shift →: Next phase',
      'Shift ←: Previous phase',
      'Alt →: Next SGD step, at the same moment',
      'Alt ←: Previous SGD step, at the same moment',
      'Home: Start of the iteration',
      'End: End of the iteration',
      'PageDown: In a lesson: next step',
      'PageUp: In a lesson: previous step',
      'Esc: Clear the selection',
      '?: This list',
    ]);
  });

  test.each([
    [press(' '), 'Space'],
    [press('ArrowRight'), '→'],
    [press('ArrowLeft'), '←'],
    [press('ArrowRight', { shiftKey: true }), 'Shift →'],
    [press('ArrowLeft', { shiftKey: true }), 'Shift ←'],
    [press('ArrowRight', { altKey: true }), 'Alt →'],
    [press('ArrowLeft', { altKey: true }), 'Alt ←'],
    [press('Home'), 'Home'],
    [press('End'), 'End'],
    [press('PageDown'), 'PageDown'],
    [press('PageUp'), 'PageUp'],
    [press('Escape'), 'Esc'],
    [press('?'), '?'],
    [press('?', { shiftKey: true }), '?'],
  ])('answers to the press of each key: %#', (event, name) => {
    expect(namesOf(event)).toEqual([name]);
  });

  test('never answers twice to one press', () => {
    for (const key of KEYS) {
      for (const shiftKey of [false, true]) expect(namesOf(press(key, { shiftKey })).length).toBeLessThanOrEqual(1);
    }
  });

  test.each(['ctrlKey', 'metaKey', 'altKey'] as const)('leaves presses with %s to the browser, but for a question mark and the leaps', (modifier) => {
    const leaps = KEYS.filter((key) => modifier === 'altKey' && (key === 'ArrowRight' || key === 'ArrowLeft'));
    for (const key of KEYS) expect(namesOf(press(key, { [modifier]: true })).length).toBe(key === '?' || leaps.includes(key) ? 1 : 0);
  });

  test('leaps only where there is something to leap over', async () => {
    const { miniflow } = await openDesk();
    const leap = press('ArrowLeft', { altKey: true });
    const walk = createWalk(miniflow.playback, miniflow.settings, {} as Transport);
    expect(KEY_BINDINGS.find(({ matches }) => matches(leap))?.applies?.(miniflow)).toBe(true);
    expect(KEY_BINDINGS.find(({ matches }) => matches(leap))?.applies?.(walk)).toBe(false);
  });

  test('opens the list of keys with a question mark, and with nothing else', async () => {
    const { miniflow } = await openDesk();
    const openKeys = vi.fn();
    for (const key of KEYS.filter((one) => one !== '?')) obey(miniflow, press(key), openKeys);
    expect(openKeys).not.toHaveBeenCalled();
    obey(miniflow, press('?', { shiftKey: true }), openKeys);
    expect(openKeys).toHaveBeenCalledOnce();
  });

  test('does to the stores what it says', async () => {
    const desk = await openDesk();
    const { miniflow } = desk;
    const { playback } = miniflow;
    const timeAfter = (event: KeyboardEvent): number => {
      obey(miniflow, event);
      return playback.getState().t;
    };
    expect(timeAfter(press('ArrowRight'))).toBe(desk.endOf('feed') + 1);
    expect(timeAfter(press('ArrowRight', { shiftKey: true }))).toBe(desk.endOf('forward'));
    expect(timeAfter(press('ArrowLeft'))).toBe(desk.endOf('forward') - 1);
    expect(timeAfter(press('ArrowLeft', { shiftKey: true }))).toBe(desk.endOf('feed'));
    expect(timeAfter(press('End'))).toBe(desk.length);
    expect(timeAfter(press('Home'))).toBe(0);
    miniflow.select({ kind: 'node', id: 'l1' });
    obey(miniflow, press('Escape'));
    expect(playback.getState().selection).toBeNull();
    const playing = [0, 1, 2].map(() => {
      obey(miniflow, press(' '));
      return playback.getState().playing;
    });
    expect(playing).toEqual([true, false, true]);
  });
});

describe('leapsFirst', () => {
  /** As much of an element as is asked for: what it lies in. */
  class FakeElement {
    constructor(readonly within: string) {}

    closest(selectors: string): FakeElement | null {
      return selectors.split(', ').includes(this.within) ? this : null;
    }
  }

  const pressIn = (within: string, key = 'ArrowLeft', held: Partial<Press> = { altKey: true }): KeyboardEvent =>
    Object.assign(press(key, held), { target: new FakeElement(within) });

  beforeEach(() => {
    vi.stubGlobal('Element', FakeElement);
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test.each(['input', 'select', 'button', '[role="application"]', 'body'])('is true of Alt and an arrow in %s, so that neither it nor the browser takes them', async (place) => {
    const { miniflow } = await openDesk();
    expect(leapsFirst(pressIn(place), miniflow)).toBe(true);
    expect(leapsFirst(pressIn(place, 'ArrowRight'), miniflow)).toBe(true);
  });

  test.each(['dialog', 'textarea', '[contenteditable="true"]'])('is false in %s', async (place) => {
    const { miniflow } = await openDesk();
    expect(leapsFirst(pressIn(place), miniflow)).toBe(false);
  });

  test('is false of all other keys, and where there is nothing to leap over', async () => {
    const { miniflow } = await openDesk();
    expect(leapsFirst(pressIn('input', 'ArrowLeft', {}), miniflow)).toBe(false);
    expect(leapsFirst(pressIn('input', 'ArrowUp'), miniflow)).toBe(false);
    expect(leapsFirst(pressIn('input', 'ArrowLeft', { altKey: true, shiftKey: true }), miniflow)).toBe(false);
    expect(leapsFirst(pressIn('input'), null)).toBe(false);
    expect(leapsFirst(pressIn('input'), createWalk(miniflow.playback, miniflow.settings, {} as Transport))).toBe(false);
  });
});
