/** The pages' style sheets fold at the same width: below it the page scrolls, above it everything is on one screen. */
const SCROLLING_PAGE = '(max-width: 1180px)';

/** How far, in pixels, a finger goes before its direction counts. */
const SLOP = 3;

/** Which gestures are the graph's, and which the page's. */
export interface Gestures {
  /** Whether zooming may take an event: the `filter` of d3.zoom. */
  readonly accepts: (event: MouseEvent | TouchEvent) => boolean;
  destroy(): void;
}

/**
 * Shares gestures over the graph with a page that scrolls, so that a reader is not caught in it: one finger that goes
 * up or down scrolls the page, one that goes sideways and any two are the graph's; the wheel zooms with Ctrl or ⌘
 * (browsers report a trackpad's pinch as the wheel with Ctrl). Where the page does not scroll all is the graph's.
 *
 * `touch-action: pan-y` alone would not do: zooming cancels every touchmove it sees, and with it the scrolling.
 */
export function shareGestures(svg: SVGSVGElement): Gestures {
  const scrolling = matchMedia(SCROLLING_PAGE);
  const listening = new AbortController();
  let from: { readonly x: number; readonly y: number } | undefined;
  let taker: 'page' | 'graph' | undefined;

  const began = ({ touches }: TouchEvent): void => {
    const [first] = touches;
    if (touches.length > 1 && taker === undefined) taker = 'graph';
    if (touches.length !== 1 || first === undefined) return;
    from = { x: first.clientX, y: first.clientY };
    taker = scrolling.matches ? undefined : 'graph';
  };
  const moved = (event: TouchEvent): void => {
    const [first] = event.touches;
    if (taker === undefined && from !== undefined && first !== undefined) {
      const [across, along] = [Math.abs(first.clientX - from.x), Math.abs(first.clientY - from.y)];
      if (Math.max(across, along) >= SLOP) taker = across > along ? 'graph' : 'page';
    }
    if (taker !== 'graph') event.stopImmediatePropagation();
  };
  // On the way down, so that they come before the listeners of d3.zoom.
  const options = { capture: true, passive: true, signal: listening.signal };
  svg.addEventListener('touchstart', began, options);
  svg.addEventListener('touchmove', moved, options);

  return {
    accepts(event) {
      if (event.type === 'wheel') return !scrolling.matches || event.ctrlKey || event.metaKey;
      return !event.ctrlKey && !('button' in event && event.button !== 0);
    },
    destroy() {
      listening.abort();
    },
  };
}
