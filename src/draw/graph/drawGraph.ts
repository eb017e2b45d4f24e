import { activeIn } from '../../scene/active';
import type { Frame } from '../../scene/frame';
import type { Layout } from '../../scene/layout';
import type { Selection } from '../../scene/selection';
import type { EdgeState, NodeState } from '../../scene/state';
import type { Timeline } from '../../scene/timeline';
import { createEdgeView, type EdgeView, type Part } from './edgeView';
import { createNodeView, type NodeView } from './nodeView';
import { createPicking, type Pickable } from './picking';
import { createPulse } from './pulse';
import { createSurface } from './surface';
import { createViewport, type Insets } from './viewport';
import { FLOWED_WIDTH, RESTING_WIDTH, gradientWidths } from './widths';

export type { Insets } from './viewport';

/** What is drawn. As long as `layout` is the same object, the drawing keeps its elements and its zoom. */
export interface GraphModel {
  readonly timeline: Timeline;
  readonly layout: Layout;
  /** What an op is called, by its name: `mse` is `MSE`. */
  readonly titles: ReadonlyMap<string, string>;
}

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
  select(selection: Selection | null): void;
  /** Shows the whole graph, however small, clear of the insets; until the reader zooms or pans. */
  fit(): void;
  /** Keeps room along the sides free, for whatever floats there. */
  setInsets(insets: Insets): void;
  zoomBy(factor: number): void;
  destroy(): void;
}

interface ShownNode {
  readonly view: NodeView;
  state?: NodeState;
  active: boolean;
}

interface ShownEdge {
  readonly view: EdgeView;
  state?: EdgeState;
  part: Part;
  width: number;
}

/** Draws a computation graph, empty until `update` and `seek`. */
export function drawGraph(host: HTMLElement, callbacks: GraphCallbacks): GraphDrawing {
  const surface = createSurface(host);
  const viewport = createViewport(surface.svg, surface.world, surface.dots);
  const picking = createPicking(host, callbacks.onSelect, ({ x, y }) => viewport.reveal(x, y));
  const pulse = createPulse(surface.front);
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const nodes = new Map<string, ShownNode>();
  const edges = new Map<string, ShownEdge>();
  let model: GraphModel | undefined;
  let widths: ReadonlyMap<string, number> = new Map();
  let shown: Frame | undefined;

  function rebuild({ layout, timeline, titles }: GraphModel): void {
    for (const { view } of nodes.values()) view.element.remove();
    for (const { view } of edges.values()) view.remove();
    nodes.clear();
    edges.clear();
    pulse.hide();
    const items: Pickable[] = [];
    for (const box of layout.nodes) {
      const node = timeline.recording.graph.nodes.find(({ id }) => id === box.id);
      if (node === undefined) continue;
      const view = createNodeView(surface.nodes, box, node, titles, surface.hatch);
      nodes.set(box.id, { view, active: false });
      items.push({ selection: { kind: 'node', id: box.id }, element: view.element, x: box.x, y: box.y });
    }
    for (const wire of layout.edges) {
      const view = createEdgeView(surface.edges, surface.figures, wire);
      edges.set(wire.id, { view, part: 'none', width: 0 });
      const [x, y] = [(wire.start.x + wire.end.x) / 2, (wire.start.y + wire.end.y) / 2];
      items.push({ selection: { kind: 'edge', id: wire.id }, element: view.element, x, y });
    }
    picking.setItems(items, layout);
    const output = layout.nodes.find(({ id }) => id === timeline.recording.graph.output);
    viewport.setContent(layout.width, layout.height, output?.y ?? layout.height / 2);
  }

  function paint(frame: Frame, timeline: Timeline): void {
    const active = activeIn(frame.step);
    surface.svg.setAttribute('data-phase', frame.phase ?? 'start');
    for (const [id, node] of nodes) {
      const state = frame.state.nodes.get(id);
      const isActive = active.node === id;
      if (state === undefined || (node.state === state && node.active === isActive)) continue;
      node.state = state;
      node.active = isActive;
      node.view.paint(state, timeline.shapes.get(id), isActive);
    }
    for (const [id, edge] of edges) {
      const state = frame.state.edges.get(id);
      const part = active.edge !== id ? 'none' : frame.progress > 0 ? 'moving' : 'last';
      const resting = state?.flow === undefined ? RESTING_WIDTH : FLOWED_WIDTH;
      const width = frame.state.backwardDone ? (widths.get(id) ?? RESTING_WIDTH) : part === 'none' ? resting : FLOWED_WIDTH;
      if (state === undefined || (edge.state === state && edge.part === part && edge.width === width)) continue;
      edge.state = state;
      edge.part = part;
      edge.width = width;
      edge.view.paint(state, part, active.direction, width);
    }
    // The leaves are fed all over the graph: going after each of them would show nothing but turning pages.
    if (frame.phase !== 'feed') follow(active.node, active.edge);
  }

  function follow(node: string | undefined, edge: string | undefined): void {
    const box = model?.layout.nodes.find(({ id }) => id === node);
    const wire = model?.layout.edges.find(({ id }) => id === edge);
    if (wire !== undefined) viewport.follow((wire.start.x + wire.end.x) / 2, (wire.start.y + wire.end.y) / 2);
    else if (box !== undefined) viewport.follow(box.x, box.y);
  }

  return {
    update(next) {
      const relaid = next.layout !== model?.layout;
      model = next;
      widths = gradientWidths(next.timeline);
      shown = undefined;
      if (relaid) rebuild(next);
    },
    seek(frame) {
      if (model === undefined) return;
      const resting = frame.progress === 0;
      const changed = shown?.state !== frame.state || shown.step !== frame.step || (shown.progress === 0) !== resting;
      if (changed) paint(frame, model.timeline);
      shown = frame;
      const { edge, direction } = activeIn(frame.step);
      const moving = resting || calm.matches || edge === undefined ? undefined : edges.get(edge);
      if (moving === undefined) pulse.hide();
      else pulse.move(moving.view.wire, frame.progress, direction);
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
      picking.destroy();
      viewport.destroy();
      surface.svg.remove();
    },
  };
}
