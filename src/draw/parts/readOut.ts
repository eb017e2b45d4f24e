import { append, setAttributes } from './dom';

/** What a read-out goes through: the numbers of steps, or of points. */
export interface ReadOutRange {
  readonly min: number;
  readonly max: number;
  /** How far an arrow key goes. */
  readonly stride: number;
  /** How far Page Up and Page Down go. */
  readonly page: number;
}

/** The asker's side of a read-out. */
export interface ReadOutCallbacks {
  /** The present range; null while there is nothing to read out. */
  range(): ReadOutRange | null;
  /** Where the read-out starts when it is focused by keyboard. */
  start(range: ReadOutRange): number;
  /** The read-out has come to a number, or (null) has ended. */
  moved(value: number | null): void;
  /** A number in words, with all that is known of it. */
  words(value: number): string;
}

/** A read-out: the element that takes the focus and the pointer, and the number that it stands at. */
export interface ReadOut {
  readonly element: HTMLElement;
  readonly value: number | null;
  /** Goes to a number, or ends. */
  move(value: number | null): void;
  /** Brings range and words up to date. */
  refresh(): void;
}

/**
 * The keyboard's way into a chart: a slider, whose text is the value at the place it stands at, so that a screen
 * reader needs nothing else. Its keys do not reach the page, which uses the same keys for stepping.
 */
export function createReadOut(
  root: HTMLElement,
  className: string | undefined,
  label: string,
  callbacks: ReadOutCallbacks,
): ReadOut {
  const element = append(root, 'div', className, { role: 'slider', 'aria-label': label });
  element.hidden = true;
  let value: number | null = null;

  const refresh = (): void => {
    const range = callbacks.range();
    element.hidden = range === null;
    if (range === null) return;
    const now = clamp(value ?? callbacks.start(range), range);
    setAttributes(element, {
      tabindex: 0,
      'aria-valuemin': range.min,
      'aria-valuemax': range.max,
      'aria-valuenow': now,
      'aria-valuetext': callbacks.words(now),
    });
  };
  const move = (to: number | null): void => {
    const range = callbacks.range();
    value = to === null || range === null ? null : clamp(to, range);
    // The words are for whoever has the focus; a pointer passing over need not rewrite them sixty times a second.
    if (document.activeElement === element) refresh();
    callbacks.moved(value);
  };

  element.addEventListener('keydown', (event) => {
    const range = callbacks.range();
    if (range === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      if (value === null) return;
      move(null);
    } else {
      const target = targetOf(event.key, value ?? callbacks.start(range), range);
      if (target === null) return;
      move(target);
    }
    event.preventDefault();
    event.stopPropagation();
  });
  element.addEventListener('focus', () => {
    const range = callbacks.range();
    if (range !== null && element.matches(':focus-visible')) move(callbacks.start(range));
  });
  element.addEventListener('blur', () => move(null));

  return {
    element,
    get value() {
      // The range may have moved on since: old steps go, and a reset takes all of them.
      const range = callbacks.range();
      return value === null || range === null ? null : clamp(value, range);
    },
    move,
    refresh,
  };
}

/** Where a key leads from a number; null if the key means nothing here. */
export function targetOf(key: string, from: number, range: ReadOutRange): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return from - range.stride;
    case 'ArrowRight':
    case 'ArrowUp':
      return from + range.stride;
    case 'PageDown':
      return from - range.page;
    case 'PageUp':
      return from + range.page;
    case 'Home':
      return range.min;
    case 'End':
      return range.max;
    default:
      return null;
  }
}

function clamp(value: number, range: ReadOutRange): number {
  return Math.max(range.min, Math.min(range.max, value));
}
