import { append, setAttribute, setAttributes } from '../parts/dom';
import type { Point } from './iterates';

/** The asker's side of a handle. All points are pixels of the root. */
export interface PointHandleCallbacks {
  /** Pulled to a pixel. */
  readonly onPull: (to: Point) => void;
  /** A key asks for so many hundredths of the range, upwards and to the right counted positive. */
  readonly onKey: (hundredths: Point) => void;
  /** The handle has, or has no longer, the pointer or the keyboard's focus. */
  readonly onHeld: (held: boolean) => void;
}

/** A handle on a point that moves in two directions. */
export interface PointHandle {
  /** Puts it at a pixel; null where there is no point. */
  place(at: Point | null): void;
  /** What a screen reader says: what it is, the number that is its horizontal place, and all of it in words. */
  describe(name: string, now: number, words: string): void;
}

/** How much further a key leads with Shift. */
const LEAP = 10;

const DIRECTIONS = new Map<string, Point>([
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowUp', { x: 0, y: 1 }],
  ['ArrowDown', { x: 0, y: -1 }],
]);

/** A handle in `root`, which must be positioned: by pointer, by finger, and with the arrow keys (with Shift ten times as far). */
export function createPointHandle(root: HTMLElement, className: string | undefined, callbacks: PointHandleCallbacks): PointHandle {
  const element = append(root, 'div', className, {
    role: 'slider',
    'aria-roledescription': 'point that moves in two directions',
    tabindex: '0',
  });
  element.hidden = true;
  let at: Point = { x: 0, y: 0 };
  /** From the pointer to the point, so that it does not jump when it is taken beside its middle. */
  let grip: Point | null = null;

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    grip = { x: at.x - event.clientX, y: at.y - event.clientY };
  });
  element.addEventListener('pointermove', (event) => {
    if (grip !== null) callbacks.onPull({ x: event.clientX + grip.x, y: event.clientY + grip.y });
  });
  element.addEventListener('lostpointercapture', () => {
    grip = null;
  });
  element.addEventListener('keydown', (event) => {
    const direction = DIRECTIONS.get(event.key);
    if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const far = event.shiftKey ? LEAP : 1;
    callbacks.onKey({ x: far * direction.x, y: far * direction.y });
    // The page steps through time with the same keys.
    event.preventDefault();
    event.stopPropagation();
  });
  element.addEventListener('pointerenter', () => callbacks.onHeld(true));
  element.addEventListener('pointerleave', () => callbacks.onHeld(false));
  element.addEventListener('focus', () => callbacks.onHeld(true));
  element.addEventListener('blur', () => callbacks.onHeld(false));

  return {
    place(next) {
      element.hidden = next === null;
      if (next === null) return;
      at = next;
      element.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
    },
    describe(name, now, words) {
      setAttribute(element, 'aria-label', name);
      setAttributes(element, { 'aria-valuenow': now, 'aria-valuetext': words });
    },
  };
}
