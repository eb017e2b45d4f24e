/** What the pointer does to the curve. All places are pixels from the left of the drawing. */
export interface LossHandleCallbacks {
  /** Whether dragging chooses a range, without Shift being held. */
  brushing(): boolean;
  /** The pointer is over a place, or (null) away. */
  pointed(x: number | null): void;
  /** The curve is held at this place; `final` once it is let go. At most once in a frame. */
  sought(x: number, final: boolean): void;
  /** A range is being chosen; null once that is over. */
  brushed(range: readonly [from: number, to: number] | null): void;
  /** A range was chosen. */
  chosen(from: number, to: number): void;
  /** All steps are wanted again. */
  whole(): void;
}

/** A finger that has moved less than this may still be about to scroll the page, and a brush that is narrower was a click. */
const SLACK = 6;

/** Two presses within this, in milliseconds, at the same place are a double click, or a double tap. */
const DOUBLE = 350;

/** What a pointer that is down is doing. */
interface Grip {
  readonly doing: 'waiting' | 'seeking' | 'brushing' | 'second press';
  readonly from: number;
}

/**
 * Makes a handle of an element that lies over the plot: drag to seek, drag with Shift to zoom, double click for the whole.
 * A pointer does not bring the focus here, where arrow keys move the cursor: who has dragged goes on with the page's keys.
 */
export function listenToHandle(element: HTMLElement, origin: HTMLElement, callbacks: LossHandleCallbacks): { destroy(): void } {
  let grip: Grip | null = null;
  let newest = 0;
  let frame: number | null = null;
  let pressed = { at: -Infinity, x: NaN };
  const xOf = (event: MouseEvent): number => event.clientX - origin.getBoundingClientRect().left;

  const seekInFrame = (): void => {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      callbacks.sought(newest, false);
    });
  };
  const dropFrame = (): void => {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
  };
  const begin = (doing: 'seeking' | 'brushing', from: number): void => {
    grip = { doing, from };
    if (doing === 'seeking') seekInFrame();
  };
  const end = (): void => {
    if (grip?.doing === 'brushing') callbacks.brushed(null);
    grip = null;
    dropFrame();
  };

  element.addEventListener('mousedown', (event) => {
    event.preventDefault();
    const { activeElement } = element.ownerDocument;
    // Neither here nor in a field that was typed into.
    if (activeElement !== null && 'blur' in activeElement) (activeElement as HTMLElement).blur();
  });
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    newest = xOf(event);
    callbacks.pointed(newest);
    element.setPointerCapture(event.pointerId);
    const again = event.timeStamp - pressed.at < DOUBLE && Math.abs(newest - pressed.x) < SLACK;
    pressed = again ? { at: -Infinity, x: NaN } : { at: event.timeStamp, x: newest };
    // It asks for the whole curve, not for a step.
    if (again) grip = { doing: 'second press', from: newest };
    else if (event.shiftKey || callbacks.brushing()) begin('brushing', newest);
    else if (event.pointerType === 'touch') grip = { doing: 'waiting', from: newest };
    else begin('seeking', newest);
  });
  element.addEventListener('pointermove', (event) => {
    if (!event.isPrimary) return;
    newest = xOf(event);
    callbacks.pointed(newest);
    if (grip === null) return;
    if (grip.doing === 'brushing') callbacks.brushed([grip.from, newest]);
    else if (grip.doing === 'seeking') seekInFrame();
    else if (grip.doing === 'waiting' && Math.abs(newest - grip.from) >= SLACK) begin('seeking', grip.from);
  });
  element.addEventListener('pointerup', (event) => {
    if (grip === null || !event.isPrimary) return;
    const { doing, from } = grip;
    newest = xOf(event);
    end();
    if (doing === 'second press') callbacks.whole();
    else if (doing !== 'brushing') callbacks.sought(newest, true);
    else if (Math.abs(newest - from) >= SLACK) callbacks.chosen(from, newest);
  });
  element.addEventListener('pointercancel', () => {
    // The page scrolls instead. What was sought last stays.
    const seeking = grip?.doing === 'seeking';
    end();
    if (seeking) callbacks.sought(newest, true);
    callbacks.pointed(null);
  });
  element.addEventListener('pointerleave', () => {
    callbacks.pointed(null);
  });
  return { destroy: dropFrame };
}
