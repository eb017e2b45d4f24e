import { select, zoom, zoomIdentity, type ZoomTransform } from 'd3';
import { createBeyond } from './beyond';
import type { Bounds } from './culling';
import { shareGestures } from './gestures';
import type { Surface } from './surface';

/** Room to leave free along the canvas's sides, in pixels: controls float there. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What is seen of the drawing, in graph units, and how large. */
export interface View extends Bounds {
  readonly scale: number;
  /** How many times as large as usual a small graph is shown, since the canvas is so wide; 1 on all others. */
  readonly enlarged: number;
}

/** What is drawn, in graph units. */
export interface Content {
  readonly width: number;
  readonly height: number;
  /** The height in it of what to show first where not all of it fits. */
  readonly mainY: number;
  /** Of a circuit, whose figures decide what can be read: the scale below which they cannot. */
  readonly readable?: number | undefined;
}

/** Zooming and panning of the canvas. */
export interface Viewport {
  setContent(content: Content): void;
  /** Shows the whole drawing, however small, also as the canvas changes, until the reader zooms or pans. */
  fit(): void;
  /** Keeps other sides free from now on, unless the reader has chosen the view. */
  setInsets(insets: Insets): void;
  /** Zooms about a place, or about the middle. */
  zoomBy(factor: number, about?: { readonly x: number; readonly y: number }): void;
  /** Brings a place into view, unless the reader has chosen the view. */
  follow(x: number, y: number): void;
  /** Brings a place into view in any case. */
  reveal(x: number, y: number): void;
  destroy(): void;
}

const SMALLEST = 0.2;
const LARGEST = 5;
/** Fitting does not magnify beyond this; on a canvas that is wider than the usual, as before a class, by as much more. */
const LARGEST_FIT = 1.35;
const USUAL_WIDTH = 1000;
/** Below this figures can hardly be read: a canvas that is wide enough but short shows a part of the graph instead. */
const READABLE = 0.75;
/** Width is given up later: a graph is read from left to right. */
const SMALLEST_FIT = 0.5;
/** On a canvas narrower than this the graph is shown larger, a part at a time. */
const NARROW = 560;
const SMALLEST_FIT_NARROW = 0.8;
/** A circuit that is whole at this scale is not cut, though its figures are a little small: on any canvas, and on a narrow one. */
const SMALLEST_WHOLE = 0.75;
const SMALLEST_WHOLE_NARROW = 0.62;
/** Where a surface is this low, in pixels (under it stands a tool that speaks of all of the graph), cards may be smaller. */
const LOW = 460;
const SMALLEST_FIT_LOW = 0.5;

/** Of a circuit's height and width, so much at every side is empty, in graph units. */
const EMPTY = 16;
const AIR = 12;
/** Above and below, where room is short; drawings bring a margin of their own. */
const LEAST_AIR = 2;

/** Makes a surface zoom by wheel, pinch and drag; `onView` hears of every other view, and of the view at another size. */
export function createViewport({ svg, world, dots, shield, hatch }: Surface, onView: (view: View) => void): Viewport {
  let content: Content = { width: 0, height: 0, mainY: 0 };
  let insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  /** Who has set the view: the drawing itself, the wish for the whole graph, or the reader's zooming and panning. */
  let view: 'automatic' | 'whole' | 'chosen' = 'automatic';
  let followed: { readonly x: number; readonly y: number } | undefined;
  let transform: ZoomTransform = zoomIdentity;
  const canvas = select<SVGSVGElement, unknown>(svg);
  // Kept instead of asked for: asking in the middle of a frame makes the browser lay out the page there and then.
  let size = { width: svg.clientWidth, height: svg.clientHeight };
  const enlarged = (): number => Math.max(1, size.width / USUAL_WIDTH);
  const tell = (): void => {
    const [left, top] = transform.invert([0, 0]);
    const [right, bottom] = transform.invert([size.width, size.height]);
    onView({ left, top, right, bottom, scale: transform.k, enlarged: enlarged() });
    const goesOn = content.readable !== undefined;
    beyond.show({
      left: goesOn && transform.applyX(EMPTY) < insets.left,
      top: goesOn && transform.applyY(EMPTY) < insets.top,
      right: goesOn && transform.applyX(content.width - EMPTY) > size.width - insets.right,
      bottom: goesOn && transform.applyY(content.height - EMPTY) > size.height - insets.bottom,
    });
  };
  const beyond = createBeyond({ svg, shield, hatch });
  beyond.place(size, insets);
  const gestures = shareGestures(svg);
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([SMALLEST, LARGEST])
    .filter(gestures.accepts)
    .extent(() => [[0, 0], [size.width, size.height]])
    .on('zoom', ({ transform: next, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
      transform = next;
      if (sourceEvent !== null && sourceEvent !== undefined) view = 'chosen';
      // What the pointer passes while it drags is nobody's concern, and finding it among thousands of wires is slow.
      if (sourceEvent instanceof MouseEvent && sourceEvent.type === 'mousemove') shield.removeAttribute('display');
      world.setAttribute('transform', next.toString());
      dots.setAttribute('patternTransform', next.toString());
      tell();
    })
    .on('end', () => {
      shield.setAttribute('display', 'none');
    });
  canvas.call(behaviour).on('dblclick.zoom', null);

  const free = () => {
    const { width, height } = size;
    const between = height - insets.top - insets.bottom;
    const air = Math.min(AIR, Math.max(LEAST_AIR, (between - content.height) / 2));
    return {
      left: insets.left + AIR,
      top: insets.top + air,
      width: Math.max(1, width - insets.left - insets.right - 2 * AIR),
      height: Math.max(1, between - 2 * air),
    };
  };
  const refit = (): void => {
    const { width, height } = size;
    if (width === 0 || height === 0 || content.width === 0) return;
    const room = free();
    const across = room.width / content.width;
    const whole = Math.min(across, room.height / content.height, LARGEST_FIT * enlarged());
    const wide = height < LOW ? SMALLEST_FIT_LOW : Math.max(SMALLEST_FIT, Math.min(READABLE, across));
    const usual = width < NARROW ? SMALLEST_FIT_NARROW : wide;
    const isWhole = content.readable !== undefined && whole >= (width < NARROW ? SMALLEST_WHOLE_NARROW : SMALLEST_WHOLE);
    const smallest = isWhole ? whole : (content.readable ?? usual);
    const scale = view === 'whole' ? whole : Math.max(whole, smallest);
    // A large graph may be zoomed out until all of it is seen.
    behaviour.scaleExtent([Math.min(SMALLEST, whole), LARGEST]);
    const x = room.left + Math.max(0, (room.width - content.width * scale) / 2);
    const spare = room.height - content.height * scale;
    const main = room.height / 2 - content.mainY * scale;
    const y = room.top + (spare >= 0 ? spare / 2 : Math.min(0, Math.max(spare, main)));
    canvas.call((target) => behaviour.transform(target, zoomIdentity.translate(x, y).scale(scale)));
    // Where only a part fits, it stays the part in which something happens.
    if (view === 'automatic' && followed !== undefined) reveal(followed.x, followed.y);
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
    beyond.place(size, insets);
    if (view !== 'chosen') refit();
    tell();
  });
  watcher.observe(svg);

  return {
    setContent(next) {
      content = next;
      followed = undefined;
      // What the reader has chosen to see may be empty now.
      const [left, top] = transform.apply([0, 0]);
      const [right, bottom] = transform.apply([next.width, next.height]);
      const isEmpty = right < 0 || bottom < 0 || left > size.width || top > size.height;
      if (isEmpty && size.width > 0) view = 'automatic';
      if (view !== 'chosen') refit();
      tell();
    },
    fit() {
      view = 'whole';
      refit();
    },
    setInsets(next) {
      insets = next;
      beyond.place(size, insets);
      if (view !== 'chosen') refit();
      tell();
    },
    zoomBy(factor, about) {
      view = 'chosen';
      const at = about === undefined ? undefined : transform.apply([about.x, about.y]);
      canvas.call((target) => behaviour.scaleBy(target, factor, at));
    },
    follow(x, y) {
      followed = { x, y };
      if (view === 'automatic') reveal(x, y);
    },
    reveal,
    destroy() {
      watcher.disconnect();
      gestures.destroy();
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
