import { select, zoom, zoomIdentity, type ZoomTransform } from 'd3';

/** Room to leave free along the canvas's sides, in pixels: controls float there. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Zooming and panning of the canvas. */
export interface Viewport {
  /** The size of the drawing. */
  setContent(width: number, height: number): void;
  /** Shows the whole drawing and gives up the reader's own zoom. */
  fit(): void;
  /** Keeps other sides free from now on, unless the reader has chosen the view. */
  setInsets(insets: Insets): void;
  zoomBy(factor: number): void;
  /** Brings a place into view, unless the reader has chosen the view. */
  follow(x: number, y: number): void;
  /** Brings a place into view in any case. */
  reveal(x: number, y: number): void;
  destroy(): void;
}

const SMALLEST = 0.2;
const LARGEST = 5;
/** Fitting does not magnify beyond this, nor shrink so far that figures could not be read: then part is shown. */
const LARGEST_FIT = 1.35;
const SMALLEST_FIT = 0.5;
/** On a canvas narrower than this the graph is shown larger, a part at a time. */
const NARROW = 560;
const SMALLEST_FIT_NARROW = 0.8;
const AIR = 12;

/** Makes `svg` zoom by wheel, pinch and drag; `world` and the dots behind it follow. */
export function createViewport(svg: SVGSVGElement, world: SVGGElement, dots: SVGPatternElement): Viewport {
  let content = { width: 0, height: 0 };
  let insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  let chosen = false;
  let followed: { readonly x: number; readonly y: number } | undefined;
  let transform: ZoomTransform = zoomIdentity;
  const canvas = select<SVGSVGElement, unknown>(svg);
  // Kept instead of asked for: asking in the middle of a frame makes the browser lay out the page there and then.
  let size = { width: svg.clientWidth, height: svg.clientHeight };
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([SMALLEST, LARGEST])
    .extent(() => [[0, 0], [size.width, size.height]])
    .on('zoom', ({ transform: next, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
      transform = next;
      if (sourceEvent !== null && sourceEvent !== undefined) chosen = true;
      world.setAttribute('transform', next.toString());
      dots.setAttribute('patternTransform', next.toString());
    });
  canvas.call(behaviour).on('dblclick.zoom', null);

  const free = () => {
    const { width, height } = size;
    return {
      left: insets.left + AIR,
      top: insets.top + AIR,
      width: Math.max(1, width - insets.left - insets.right - 2 * AIR),
      height: Math.max(1, height - insets.top - insets.bottom - 2 * AIR),
    };
  };
  const refit = (): void => {
    const { width, height } = size;
    if (width === 0 || height === 0 || content.width === 0) return;
    const room = free();
    const whole = Math.min(room.width / content.width, room.height / content.height, LARGEST_FIT);
    const smallest = width < NARROW ? SMALLEST_FIT_NARROW : SMALLEST_FIT;
    const scale = Math.max(whole, Math.min(smallest, room.height / content.height));
    const x = room.left + Math.max(0, (room.width - content.width * scale) / 2);
    const y = room.top + (room.height - content.height * scale) / 2;
    canvas.call((target) => behaviour.transform(target, zoomIdentity.translate(x, y).scale(scale)));
    // Where only a part fits, it stays the part in which something happens.
    if (followed !== undefined) reveal(followed.x, followed.y);
  };
  const reveal = (x: number, y: number): void => {
    const room = free();
    const [atX, atY] = transform.apply([x, y]);
    const moved = {
      x: turned(transform.x, atX, room.left, room.width, content.width * transform.k),
      y: turned(transform.y, atY, room.top, room.height, content.height * transform.k),
    };
    if (moved.x === transform.x && moved.y === transform.y) return;
    const there = zoomIdentity.translate(moved.x, moved.y).scale(transform.k);
    canvas.call((target) => behaviour.transform(target, there));
  };
  const watcher = new ResizeObserver(() => {
    size = { width: svg.clientWidth, height: svg.clientHeight };
    if (!chosen) refit();
  });
  watcher.observe(svg);

  return {
    setContent(width, height) {
      content = { width, height };
      followed = undefined;
      if (!chosen) refit();
    },
    fit() {
      chosen = false;
      refit();
    },
    setInsets(next) {
      insets = next;
      if (!chosen) refit();
    },
    zoomBy(factor) {
      chosen = true;
      canvas.call((target) => behaviour.scaleBy(target, factor));
    },
    follow(x, y) {
      followed = { x, y };
      if (!chosen) reveal(x, y);
    },
    reveal,
    destroy() {
      watcher.disconnect();
      canvas.on('.zoom', null);
    },
  };
}

/**
 * Along one axis, the translation that brings a place into view. To the middle rather than just inside, so that a
 * walk along the graph turns few pages, but not past the drawing's own ends.
 */
function turned(translation: number, at: number, start: number, room: number, drawing: number): number {
  const margin = Math.min(70, room / 4);
  if (at >= start + margin && at <= start + room - margin) return translation;
  const least = start + room - drawing;
  if (least >= start) return at < start || at > start + room ? start + (room - drawing) / 2 : translation;
  return Math.min(start, Math.max(least, translation + start + room / 2 - at));
}
