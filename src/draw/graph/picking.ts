import type { Layout } from '../../scene/layout';
import { neighbourOf, type Direction } from '../../scene/neighbours';
import { sameSelection, type Selection } from '../../scene/selection';
import type { Cullable } from './culling';
import { drawnSelection } from './drawn';

/** Something on the canvas that can be chosen. */
export interface Pickable extends Cullable {
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
  let items: Readonly<Record<Selection['kind'], ReadonlyMap<string, Pickable>>> = { node: new Map(), edge: new Map() };
  let layout: Layout | undefined;
  let selected: Selection | null = null;
  let stop: Pickable | undefined;
  const listening = new AbortController();
  const { signal } = listening;

  const itemAt = (target: EventTarget | null): Pickable | undefined => {
    const element = target instanceof Element ? target.closest('[data-node], [data-edge]') : null;
    const [node, edge] = [element?.getAttribute('data-node') ?? null, element?.getAttribute('data-edge') ?? null];
    if (node !== null) return items.node.get(node);
    return edge === null ? undefined : items.edge.get(edge);
  };
  const itemOf = (selection: Selection | null): Pickable | undefined => {
    const drawn = selection === null || layout === undefined ? null : drawnSelection(layout, selection);
    return drawn === null ? undefined : items[drawn.kind].get(drawn.id);
  };
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
      itemOf(selected)?.element.setAttribute('aria-pressed', 'false');
      stop?.element.setAttribute('tabindex', '-1');
      const of = (kind: Selection['kind']) =>
        new Map(next.flatMap((item) => (item.selection.kind === kind ? [[item.selection.id, item]] : [])));
      items = { node: of('node'), edge: of('edge') };
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
