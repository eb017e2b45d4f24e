import { activeIn } from '../../scene/active';
import type { Frame } from '../../scene/frame';
import type { Layout } from '../../scene/layout';
import type { Selection } from '../../scene/selection';
import { createCulling } from './culling';
import { detailAt } from './detail';
import { drawnActive, drawnBy } from './drawn';
import { createEdges } from './edges';
import { figureTypeAt, type FigureType } from './figureType';
import { isCircuit, type GraphModel } from './model';
import { createNodes } from './nodes';
import { createPicking } from './picking';
import { createPulse } from './pulse';
import { createSurface } from './surface';
import { createViewport, type Insets } from './viewport';
import { gradientWidths, symbolWidths } from './widths';

export type { GraphModel } from './model';
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
  /** Shows the whole graph, however small, clear of the insets; until the reader zooms or pans. */
  fit(): void;
  /** Keeps room along the sides free, for whatever floats there. */
  setInsets(insets: Insets): void;
  zoomBy(factor: number): void;
  destroy(): void;
}

/** A circuit is its figures: rather than shrink them further, a part of it is shown. */
const CIRCUIT_READABLE = 0.8;

/** Draws a computation graph, empty until `update` and `seek`. */
export function drawGraph(host: HTMLElement, callbacks: GraphCallbacks): GraphDrawing {
  const surface = createSurface(host);
  const viewport = createViewport(surface, (view) => {
    culling.show(view);
    if (view.scale === zoom) return;
    zoom = view.scale;
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
  let zoom = 1;
  let figures: FigureType = figureTypeAt(zoom, 0, false);
  let repainting: number | undefined;

  /** A zoom changes little: how much is drawn, and how many digits. The latter at most once in a frame. */
  function zoomed(): void {
    surface.svg.dataset['detail'] = detailAt(zoom);
    if (!setFigures() || shown === undefined) return;
    repainting ??= requestAnimationFrame(() => {
      repainting = undefined;
      if (model !== undefined && shown !== undefined) paint(shown, model);
    });
  }

  /** Sets figures as zoom and model want them; returns whether that is another way than before. */
  function setFigures(): boolean {
    const next = figureTypeAt(zoom, model?.layout.figureRoom ?? 0, model?.allDigits ?? false);
    if (next.room === figures.room && next.size === figures.size) return false;
    figures = next;
    surface.world.style.setProperty('--figure-size', `${next.size}px`);
    return true;
  }

  function rebuild(next: GraphModel): void {
    const { layout, timeline } = next;
    pulse.hide();
    const items = [...nodes.build(next), ...edges.build(next)];
    picking.setItems(items, layout);
    culling.setItems(items);
    surface.svg.dataset['look'] = isCircuit(layout) ? 'circuit' : 'cards';
    const main = drawnBy(layout).boxOf(timeline.recording.graph.output);
    const output = layout.nodes.find(({ id }) => id === main);
    viewport.setContent(layout.width, layout.height, output?.y ?? layout.height / 2, isCircuit(layout) ? CIRCUIT_READABLE : undefined);
  }

  function markFault({ fault, layout }: GraphModel): void {
    const place = fault?.edge === undefined ? undefined : drawnBy(layout).placeOf(fault.edge);
    const node = fault === undefined || place?.kind === 'edge' ? undefined : (place?.id ?? drawnBy(layout).boxOf(fault.node));
    nodes.setFault(node, fault?.sentence ?? '');
    edges.setFault(place?.kind === 'edge' ? place.id : undefined, fault?.sentence ?? '');
  }

  function paint(frame: Frame, { layout }: GraphModel): void {
    const active = drawnActive(layout, activeIn(frame.step));
    surface.svg.setAttribute('data-phase', frame.phase ?? 'start');
    nodes.paint(frame, active.node, figures);
    edges.paint(frame, active, widths, figures);
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

  return {
    update(next) {
      const relaid = next.layout !== model?.layout;
      model = next;
      widths = isCircuit(next.layout) ? symbolWidths(next.timeline, next.layout.edges) : gradientWidths(next.timeline);
      shown = undefined;
      setFigures();
      if (relaid) rebuild(next);
      markFault(next);
    },
    seek(frame) {
      if (model === undefined) return;
      const resting = frame.progress === 0;
      const changed = shown?.state !== frame.state || shown.step !== frame.step || (shown.progress === 0) !== resting;
      if (changed) {
        paint(frame, model);
        follow(frame, model.layout);
      }
      shown = frame;
      const { edge, direction } = drawnActive(model.layout, activeIn(frame.step));
      const moving = resting || calm.matches || edge === undefined ? undefined : edges.pathOf(edge);
      if (moving === undefined) pulse.hide();
      else pulse.move(moving, frame.progress, direction);
    },
    select: (selection) => {
      picking.show(selection);
    },
    fit: () => {
      viewport.fit();
    },
    setInsets: (insets) => {
      viewport.setInsets(insets);
    },
    zoomBy: (factor) => {
      viewport.zoomBy(factor);
    },
    destroy() {
      if (repainting !== undefined) cancelAnimationFrame(repainting);
      picking.destroy();
      viewport.destroy();
      surface.svg.remove();
    },
  };
}
