/** A rectangle in graph units. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Something on the canvas, with all that belongs to it. */
export interface Cullable {
  readonly bounds: Bounds;
  readonly parts: readonly Pick<Element, 'toggleAttribute' | 'removeAttribute'>[];
}

/** Takes what is out of sight out of the picture. */
export interface Culling {
  setItems(items: readonly Cullable[]): void;
  /** What the reader sees now. Cheap as long as it stays near what was seen before. @returns whether things came back into the picture */
  show(view: Bounds): boolean;
}

/** Whether a part of something is out of the picture: nobody sees that it is not up to date. */
export function isAway(part: Element): boolean {
  return part.hasAttribute('data-away');
}

/** With fewer things, there is nothing to be gained. */
const LEAST = 600;
/** How far around the view things are kept, in parts of its size: so far it can move before anything is to be done. */
const AROUND = 0.6;

/**
 * In a large graph the browser would lay out and paint thousands of things that nobody sees, whenever the reader pans. What
 * is out of sight keeps its element, so that it can be reached by keyboard and read aloud, but nothing inside is drawn.
 */
export function createCulling(): Culling {
  let items: readonly Cullable[] = [];
  let hidden: boolean[] = [];
  let kept: Bounds | undefined;
  let seen: Bounds | undefined;

  const apply = (view: Bounds): boolean => {
    let returned = false;
    const [x, y] = [(view.right - view.left) * AROUND, (view.bottom - view.top) * AROUND];
    const around = { left: view.left - x, top: view.top - y, right: view.right + x, bottom: view.bottom + y };
    kept = around;
    items.forEach(({ bounds, parts }, at) => {
      const isAway = !overlap(bounds, around);
      if (hidden[at] === isAway) return;
      hidden[at] = isAway;
      returned ||= !isAway;
      for (const part of parts) part.toggleAttribute('data-away', isAway);
    });
    return returned;
  };
  return {
    setItems(next) {
      for (const { parts } of items) for (const part of parts) part.removeAttribute('data-away');
      items = next.length >= LEAST ? next : [];
      hidden = items.map(() => false);
      kept = undefined;
      if (seen !== undefined) apply(seen);
    },
    show(view) {
      seen = view;
      if (items.length === 0) return false;
      // Zoomed in, a view is small in what was kept for a larger one: then there is more to gain than is to be done.
      const isNear = kept !== undefined && inside(view, kept) && kept.right - kept.left < 4 * (view.right - view.left);
      return !isNear && apply(view);
    },
  };
}

function overlap(a: Bounds, b: Bounds): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

function inside(a: Bounds, b: Bounds): boolean {
  return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
}

/** The bounds of everything that a path is made of: its control points, which a Bézier curve never leaves. */
export function boundsOfPath(path: string, margin: number): Bounds {
  const numbers = path.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  numbers.forEach((value, at) => {
    if (at % 2 === 0) [left, right] = [Math.min(left, value), Math.max(right, value)];
    else [top, bottom] = [Math.min(top, value), Math.max(bottom, value)];
  });
  return { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin };
}
