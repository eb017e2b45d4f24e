import { append } from './dom';

/** The element that a drawing lives in, and its clock. */
export interface Stage {
  readonly root: HTMLElement;
  /** Asks for a redraw in the next frame; many wishes in one frame make one redraw. */
  request(): void;
  destroy(): void;
}

/**
 * Puts a root element into `host` and calls `draw` with its size once it has one, on every change of size, and
 * after every `request`, at most once in a frame.
 */
export function createStage(
  host: HTMLElement,
  className: string | undefined,
  draw: (width: number, height: number) => void,
): Stage {
  const root = append(host, 'div', className);
  let frame: number | null = null;
  // Noted when it changes instead of asked for at every drawing: asking makes the browser lay out the page there and then.
  let [width, height] = [0, 0];
  const request = (): void => {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      if (width > 0) draw(width, height);
    });
  };
  const observer = new ResizeObserver(() => {
    [width, height] = [root.clientWidth, root.clientHeight];
    request();
  });
  observer.observe(root);
  return {
    root,
    request,
    destroy() {
      observer.disconnect();
      if (frame !== null) cancelAnimationFrame(frame);
      root.remove();
    },
  };
}
