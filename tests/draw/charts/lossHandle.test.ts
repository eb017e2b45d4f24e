import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listenToHandle } from '../../../src/draw/charts/lossHandle';

/** As much of an element as a handle needs. */
class FakeElement extends EventTarget {
  readonly ownerDocument: { activeElement: { blur(): void } | null } = { activeElement: null };

  setPointerCapture(): void {
    // Events are sent to it anyway.
  }

  getBoundingClientRect(): { left: number } {
    return { left: 100 };
  }
}

let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => {
    frames[handle - 1] = () => undefined;
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A handle, and the pointer on it: places are pixels of the page, 100 to the right of the drawing's. */
function held({ brushing = false } = {}) {
  const element = new FakeElement();
  const calls: unknown[][] = [];
  const say = (name: string) => (...rest: unknown[]): void => void calls.push([name, ...rest]);
  // The handle asks no more of either than `FakeElement` has.
  const asElement = element as unknown as HTMLElement;
  listenToHandle(asElement, asElement, { brushing: () => brushing, pointed: () => undefined, sought: say('sought'), brushed: say('brushed'), chosen: say('chosen'), whole: say('whole') });
  let now = 1000;
  const send = (type: string, clientX: number, rest: object = {}): void => {
    const event = new Event(type);
    now += 20;
    Object.defineProperties(event, { timeStamp: { value: now } });
    element.dispatchEvent(Object.assign(event, { clientX, button: 0, isPrimary: true, pointerType: 'mouse', pointerId: 1, shiftKey: false, ...rest }));
  };
  const frame = (): void => {
    for (const each of frames.splice(0)) each();
  };
  return { element, calls, send, frame, wait: (ms: number): void => void (now += ms) };
}

describe('listenToHandle', () => {
  test('seeks once in a frame, with the newest place, and finally where it is let go', () => {
    const { calls, send, frame } = held();
    send('pointerdown', 150);
    for (const x of [160, 170, 180]) send('pointermove', x);
    frame();
    expect(calls).toEqual([['sought', 80, false]]);
    send('pointermove', 190);
    send('pointerup', 200);
    frame();
    expect(calls).toEqual([['sought', 80, false], ['sought', 100, true]]);
    send('pointermove', 210);
    frame();
    expect(calls).toHaveLength(2);
  });

  test('chooses a range with Shift, or while it is asked to, and seeks nothing then', () => {
    for (const { handle, shiftKey } of [{ handle: held(), shiftKey: true }, { handle: held({ brushing: true }), shiftKey: false }]) {
      handle.send('pointerdown', 150, { shiftKey });
      handle.send('pointermove', 180);
      handle.frame();
      handle.send('pointerup', 190);
      expect(handle.calls).toEqual([['brushed', [50, 80]], ['brushed', null], ['chosen', 50, 90]]);
    }
  });

  test('takes a brush that is too narrow for a slip', () => {
    const { calls, send } = held({ brushing: true });
    send('pointerdown', 150);
    send('pointerup', 153);
    expect(calls).toEqual([['brushed', null]]);
  });

  test('asks for the whole at the second press, and does not seek with it', () => {
    const { calls, send, frame, wait } = held();
    send('pointerdown', 150);
    send('pointerup', 150);
    send('pointerdown', 151);
    send('pointerup', 151);
    frame();
    expect(calls).toEqual([['sought', 50, true], ['whole']]);
    wait(2000);
    send('pointerdown', 151);
    send('pointerup', 151);
    expect(calls.at(-1)).toEqual(['sought', 51, true]);
  });

  test('waits with a finger until it has moved along, since it may be about to scroll the page', () => {
    const { calls, send, frame } = held();
    const finger = { pointerType: 'touch' };
    send('pointerdown', 150, finger);
    send('pointermove', 152, finger);
    frame();
    send('pointercancel', 152, finger);
    expect(calls).toEqual([]);
    send('pointerdown', 250, finger);
    send('pointermove', 270, finger);
    frame();
    expect(calls).toEqual([['sought', 170, false]]);
    send('pointercancel', 270, finger);
    expect(calls.at(-1)).toEqual(['sought', 170, true]);
  });

  test('does not take the focus with a press, and takes it from whatever has it', () => {
    const { element } = held();
    let blurred = 0;
    element.ownerDocument.activeElement = { blur: () => { blurred++; } };
    const press = new Event('mousedown', { cancelable: true });
    element.dispatchEvent(press);
    expect([press.defaultPrevented, blurred]).toEqual([true, 1]);
  });

  test('takes a tap for a jump', () => {
    const { calls, send } = held();
    send('pointerdown', 150, { pointerType: 'touch' });
    send('pointerup', 151, { pointerType: 'touch' });
    expect(calls).toEqual([['sought', 51, true]]);
  });

  test('leaves the other buttons and fingers alone', () => {
    const { calls, send, frame } = held();
    send('pointerdown', 150, { button: 2 });
    send('pointerdown', 150, { isPrimary: false });
    send('pointerup', 150);
    frame();
    expect(calls).toEqual([]);
  });
});
