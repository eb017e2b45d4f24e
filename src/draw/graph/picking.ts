import type { Layout } from '../../scene/layout';
import { neighbourOf, type Direction } from '../../scene/neighbours';
import { sameSelection, type Selection } from '../../scene/selection';

/** Something on the canvas that can be chosen. */
export interface Pickable {
  readonly selection: Selection;
  readonly element: SVGGElement;
  /** A place to bring into view when it gets the focus. */
  readonly x: number;
  readonly y: number;
}

/** Choosing nodes and edges by pointer and by keyboard. */
export interface Picking {
  /** New things to choose among; the first of them is where Tab enters. */
  setItems(items: readonly Pickable[], layout: Layout): void;
  show(selection: Selection | null): void;
  destroy(): void;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * Only one thing is a tab stop; arrow keys move from there along the wires and stay here, Enter and Space choose,
 * Escape chooses nothing. A pointer does not move the keyboard's focus, so that the arrow keys go on stepping
 * through time for those who click. It listens at the host: Chromium makes an SVG element with a focus listener a
 * tab stop of its own.
 */
export function createPicking(
  host: HTMLElement,
  onSelect: (selection: Selection | null) => void,
  onFocus: (item: Pickable) => void,
): Picking {
  let items: readonly Pickable[] = [];
  let layout: Layout | undefined;
  let selected: Selection | null = null;
  let stop: Pickable | undefined;
  const listening = new AbortController();
  const { signal } = listening;

  const itemAt = (target: EventTarget | null): Pickable | undefined =>
    target instanceof Node ? items.find(({ element }) => element.contains(target)) : undefined;
  const itemOf = (selection: Selection | null): Pickable | undefined =>
    items.find((item) => sameSelection(item.selection, selection));
  const moveStop = (item: Pickable): void => {
    stop?.element.setAttribute('tabindex', '-1');
    item.element.setAttribute('tabindex', '0');
    stop = item;
  };

  // On the way down, because zooming keeps the event from everybody after it.
  host.addEventListener(
    'mousedown',
    (event) => {
      if (itemAt(event.target) !== undefined) event.preventDefault();
    },
    { capture: true, signal },
  );
  host.addEventListener('click', (event) => {
    const item = itemAt(event.target);
    if (item !== undefined) moveStop(item);
    onSelect(item?.selection ?? null);
  }, { signal });
  host.addEventListener('focusin', (event) => {
    const item = itemAt(event.target);
    if (item === undefined) return;
    moveStop(item);
    onFocus(item);
  }, { signal });
  host.addEventListener('keydown', (event) => {
    const item = itemAt(event.target);
    if (item === undefined || layout === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const direction = DIRECTIONS[event.key];
    if (direction !== undefined) itemOf(neighbourOf(layout, item.selection, direction))?.element.focus();
    else if (event.key === 'Enter' || event.key === ' ') onSelect(item.selection);
    else if (event.key === 'Escape' && selected !== null) onSelect(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, { signal });

  const mark = (selection: Selection | null): void => {
    itemOf(selected)?.element.setAttribute('aria-pressed', 'false');
    selected = selection;
    const item = itemOf(selection);
    item?.element.setAttribute('aria-pressed', 'true');
    if (item !== undefined) moveStop(item);
  };
  return {
    setItems(next, nextLayout) {
      items = next;
      layout = nextLayout;
      stop = undefined;
      const first = next[0];
      if (first !== undefined) moveStop(first);
      mark(selected);
    },
    // Told at every moment of playing, it must not take the tab stop from a reader who has moved on.
    show(selection) {
      if (!sameSelection(selection, selected)) mark(selection);
    },
    destroy() {
      listening.abort();
    },
  };
}
