import { activeIn } from '../../scene/active';
import type { Frame } from '../../scene/frame';
import type { Layout } from '../../scene/layout';
import type { Selection } from '../../scene/selection';
import type { Spotlight } from '../../scene/spotlight';
import { createCulling } from './culling';
import { detailAt, widthGainAt, type Detail } from './detail';
import { drawnActive, drawnBy, drawnSelection, litBoxes } from './drawn';
import { createEdges } from './edges';
import { figureTypeAt, type FigureType } from './figureType';
import { isCircuit, type GraphModel } from './model';
import { createNodes, type HealthMarks } from './nodes';
import { createPicking, type Pickable } from './picking';
import { createPulse } from './pulse';
import { refoldedBox } from './refolded';
import { createSurface } from './surface';
import { createViewport, type Insets, type View } from './viewport';
import { gradientWidths, symbolWidths } from './widths';
import { zoomCentre } from './zoomCentre';

export type { GraphModel } from './model';
export type { HealthMarks } from './nodes';
export type { Insets } from './viewport';

/** What the drawing tells its owner. */
export interface GraphCallbacks {
  /** A node or an edge was chosen, or the empty canvas, or Escape was pressed. */
  readonly onSelect: (selection: Selection | null) => void;
}

/** A graph inside its host. */
export interface GraphDrawing {
  /** Takes a new recording, or another graph. Nothing of it shows before the next `seek`. */
  update(model: GraphModel): void;
  /** Shows one moment. Cheap enough for every frame: while only `progress` changes, only the pulse moves. */
  seek(frame: Frame): void;
  /** Highlights what is selected, or the box that it is drawn in. */
  select(selection: Selection | null): void;
  /** Points at some of it, until the next call; null points at nothing. */
  shine(spotlight: Spotlight | null): void;
  /** Marks the nodes whose training does not go well. Stays until the next call. */
  setHealth(marks: HealthMarks): void;
  /** Shows the whole graph, however small, clear of the insets; until the reader zooms or pans. */
  fit(): void;
  /** Keeps room along the sides free, for whatever floats there. */
  setInsets(insets: Insets): void;
  zoomBy(factor: number): void;
  destroy(): void;
}

/** A circuit is its figures: rather than much smaller, a part of it is shown. */
const CIRCUIT_READABLE = 0.9;

/** After so many milliseconds of rest, what is out of sight is brought up to date: it can still be read aloud. */
const REST = 250;

/** Draws a computation graph, empty until `update` and `seek`. */
export function drawGraph(host: HTMLElement, callbacks: GraphCallbacks): GraphDrawing {
  const surface = createSurface(host);
  const viewport = createViewport(surface, (view) => {
    seen = view;
    if (culling.show(view)) repaint();
    if (view.scale === zoom && view.enlarged === enlarged) return;
    zoom = view.scale;
    enlarged = view.enlarged;
    zoomed();
  });
  const culling = createCulling();
  const picking = createPicking(host, callbacks.onSelect, ({ x, y }) => viewport.reveal(x, y));
  const pulse = createPulse(surface.front);
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const nodes = createNodes(surface.nodes, surface.hatch);
  const edges = createEdges(surface.edges, surface.figures);
  let model: GraphModel | undefined;
  let widths: ReadonlyMap<string, number> = new Map();
  let shown: Frame | undefined;
  /** Whether only numbers have changed, and have not been shown yet. */
  let turned = false;
  let zoom = 1;
  let enlarged = 1;
  let detail: Detail = detailAt(zoom);
  let seen: View | undefined;
  let items: readonly Pickable[] = [];
  let selected: Selection | null = null;
  let lit: Spotlight | null = null;
  /** Whether the view has just gone to what the reader has folded or unfolded, and stays there. */
  let atRefolded = false;
  let figures: FigureType = figureTypeAt(zoom, 0, false);
  let repainting: number | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;

  /** A zoom changes little: how much is drawn, and how many digits. The latter at most once in a frame. */
  function zoomed(): void {
    const before = detail;
    detail = detailAt(zoom);
    if (detail !== before) {
      surface.svg.dataset['detail'] = detail;
      // So many wires become wider at once that it must not be a motion.
      surface.svg.toggleAttribute('data-turned', true);
    }
    if (setFigures() || detail !== before) repaint();
  }

  /** Paints once more before the next frame. */
  function repaint(): void {
    if (shown === undefined) return;
    repainting ??= requestAnimationFrame(() => {
      repainting = undefined;
      if (model !== undefined && shown !== undefined) paint(shown, model);
    });
  }

  /** Sets figures as zoom and model want them; returns whether that is another way than before. */
  function setFigures(): boolean {
    // More digits are the answer to a reader's zooming in, not to a wide canvas.
    const next = figureTypeAt(zoom / enlarged, model?.layout.figureRoom ?? 0, model?.allDigits ?? false);
    if (next.room === figures.room && next.size === figures.size) return false;
    figures = next;
    surface.world.style.setProperty('--figure-size', `${next.size}px`);
    return true;
  }

  function rebuild(next: GraphModel, before: GraphModel | undefined): void {
    const { layout, timeline } = next;
    pulse.hide();
    items = [...nodes.build(next), ...edges.build(next)];
    picking.setItems(items, layout);
    culling.setItems(items);
    surface.svg.dataset['look'] = isCircuit(layout) ? 'circuit' : 'cards';
    const main = drawnBy(layout).boxOf(timeline.recording.graph.output);
    const output = layout.nodes.find(({ id }) => id === main);
    const { width, height } = layout;
    // A circuit is read from its inputs on: there it begins, with all of the first column's top in sight.
    viewport.setContent(isCircuit(layout) ? { width, height, mainY: 0, readable: CIRCUIT_READABLE } : { width, height, mainY: output?.y ?? height / 2 });
    const refolded = before?.timeline.recording.graph === timeline.recording.graph ? refoldedBox(before.layout, layout) : undefined;
    const box = layout.nodes.find(({ id }) => id === refolded);
    atRefolded = box !== undefined;
    if (box === undefined) return;
    viewport.follow(box.x, box.y);
    viewport.reveal(box.x, box.y);
  }

  function markFault({ fault, layout }: GraphModel): void {
    const place = fault?.edge === undefined ? undefined : drawnBy(layout).placeOf(fault.edge);
    const node = fault === undefined || place?.kind === 'edge' ? undefined : (place?.id ?? drawnBy(layout).boxOf(fault.node));
    nodes.setFault(node, fault?.sentence ?? '');
    edges.setFault(place?.kind === 'edge' ? place.id : undefined, fault?.sentence ?? '');
  }

  function shine(): void {
    surface.svg.toggleAttribute('data-spotlit', lit !== null);
    if (model === undefined) return;
    nodes.shine(lit === null ? undefined : litBoxes(model.layout, lit.nodes));
    edges.shine(lit ?? undefined);
  }

  function paint(frame: Frame, { layout }: GraphModel, everywhere = false): void {
    const active = drawnActive(layout, activeIn(frame.step));
    surface.svg.setAttribute('data-phase', frame.phase ?? 'start');
    nodes.paint(frame, active.node, figures, everywhere);
    edges.paint(frame, active, { norms: widths, gain: isCircuit(layout) ? widthGainAt(detail) : 1 }, figures, everywhere);
    clearTimeout(rest);
    if (everywhere) return;
    rest = setTimeout(() => {
      if (model !== undefined && shown !== undefined) paint(shown, model, true);
    }, REST);
  }

  function follow(frame: Frame, layout: Layout): void {
    // The leaves are fed all over the graph: going after each of them would show nothing but turning pages.
    if (frame.phase === 'feed') return;
    const active = drawnActive(layout, activeIn(frame.step));
    const box = layout.nodes.find(({ id }) => id === active.node);
    const wire = layout.edges.find(({ id }) => id === active.edge);
    if (wire !== undefined) viewport.follow((wire.start.x + wire.end.x) / 2, (wire.start.y + wire.end.y) / 2);
    else if (box !== undefined) viewport.follow(box.x, box.y);
  }

  /** What stays in its place when a circuit is zoomed: there may be nothing in the middle. */
  function centre(): Pickable | undefined {
    if (model === undefined || seen === undefined || !isCircuit(model.layout)) return undefined;
    return zoomCentre(items, selected === null ? null : drawnSelection(model.layout, selected), seen);
  }

  return {
    update(next) {
      const before = model;
      const relaid = next.layout !== before?.layout;
      model = next;
      turned = !relaid;
      widths = isCircuit(next.layout) ? symbolWidths(next.timeline, next.layout.edges) : gradientWidths(next.timeline);
      shown = undefined;
      setFigures();
      if (relaid) rebuild(next, before);
      else nodes.take(next);
      markFault(next);
      if (relaid) shine();
    },
    seek(frame) {
      if (model === undefined) return;
      const resting = frame.progress === 0;
      const changed = shown?.state !== frame.state || shown.step !== frame.step || (shown.progress === 0) !== resting;
      if (changed) {
        surface.svg.toggleAttribute('data-turned', turned);
        turned = false;
        // First, so that what comes into the picture by it is painted as well.
        if (!atRefolded) follow(frame, model.layout);
        atRefolded = false;
        paint(frame, model);
      }
      shown = frame;
      const { edge, direction } = drawnActive(model.layout, activeIn(frame.step));
      const moving = resting || calm.matches || edge === undefined ? undefined : edges.pathOf(edge);
      if (moving === undefined) pulse.hide();
      else pulse.move(moving, frame.progress, direction);
    },
    select: (selection) => {
      selected = selection;
      picking.show(selection);
    },
    shine: (spotlight) => {
      if (spotlight === lit) return;
      lit = spotlight;
      shine();
    },
    setHealth: (marks) => {
      nodes.setHealth(marks);
    },
    fit: () => {
      viewport.fit();
    },
    setInsets: (insets) => {
      viewport.setInsets(insets);
    },
    zoomBy: (factor) => {
      viewport.zoomBy(factor, centre());
    },
    destroy() {
      if (repainting !== undefined) cancelAnimationFrame(repainting);
      clearTimeout(rest);
      picking.destroy();
      viewport.destroy();
      surface.svg.remove();
    },
  };
}
