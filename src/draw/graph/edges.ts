import type { Active } from '../../scene/active';
import type { Frame } from '../../scene/frame';
import type { Spotlight } from '../../scene/spotlight';
import type { EdgeState } from '../../scene/state';
import { bundledState } from './bundle';
import { boundsOfPath, isAway } from './culling';
import { createEdgeView, type EdgeLook, type EdgeView, type EdgePart } from './edgeView';
import type { FigureType } from './figureType';
import { arrange, keyed } from './keyed';
import { isCircuit, type GraphModel } from './model';
import type { Pickable } from './picking';
import { FLOWED_WIDTH, RESTING_WIDTH } from './widths';

/** How wide wires are. */
export interface WireWidths {
  /** After the backward pass, by the norms of their gradients. */
  readonly norms: ReadonlyMap<string, number>;
  /** How many times as wide all of them are, at any time. */
  readonly gain: number;
}

/** All the wires on the canvas. */
export interface Edges {
  /** Takes another layout; wires that are still there keep their elements. */
  build(model: GraphModel): Pickable[];
  /**
   * Shows one moment. Touches only what has changed and, unless `everywhere`, is in the picture.
   */
  paint(frame: Frame, active: Active, widths: WireWidths, figures: FigureType, everywhere: boolean): void;
  /** The path of a wire. */
  pathOf(id: string): SVGPathElement | undefined;
  /** Points at some wires, and writes on them; undefined points at nothing. */
  shine(spotlight: Spotlight | undefined): void;
  /** Marks one wire, or none, as the place where the numbers were lost. */
  setFault(id: string | undefined, sentence: string): void;
}

interface ShownEdge {
  readonly id: string;
  readonly key: string;
  readonly view: EdgeView;
  bundle: readonly string[];
  /** The states of the bundle's edges that the look sums up. */
  parts: readonly (EdgeState | undefined)[];
  look: EdgeLook | undefined;
}

/** The wires in a layer of the canvas, and their figures in another. */
export function createEdges(layer: SVGGElement, figureLayer: SVGGElement): Edges {
  let shown = new Map<string, ShownEdge>();
  let faulty: string | undefined;

  const stateOf = (edge: ShownEdge, { state: { edges } }: Frame): EdgeState | undefined => {
    if (edge.bundle.length === 1) return edges.get(edge.bundle[0] ?? edge.id);
    if (edge.look !== undefined && edge.bundle.every((id, at) => edges.get(id) === edge.parts[at])) return edge.look.state;
    edge.parts = edge.bundle.map((id) => edges.get(id));
    return bundledState(edge.parts.flatMap((state) => state ?? []));
  };

  return {
    build({ layout }) {
      const circuit = isCircuit(layout);
      const key = circuit ? 'circuit' : 'cards';
      shown = keyed(shown, layout.edges, {
        keyOf: ({ from, to }) => JSON.stringify([key, from, to]),
        keep: (known, wire) => {
          known.view.place(wire);
          known.bundle = wire.bundle;
          known.look = undefined;
        },
        create: (wire, key) => {
          const view = createEdgeView(layer, figureLayer, wire, circuit);
          return { id: wire.id, key, view, bundle: wire.bundle, parts: [], look: undefined };
        },
        remove: ({ view }) => {
          view.remove();
        },
      });
      arrange(layer, Array.from(shown.values(), ({ view }) => view.element));
      return layout.edges.flatMap(({ id, start, end, path }) => {
        const view = shown.get(id)?.view;
        if (view === undefined) return [];
        const [x, y] = [(start.x + end.x) / 2, (start.y + end.y) / 2];
        const parts = [view.element, view.written];
        const bounds = boundsOfPath(path, layout.figureRoom);
        return [{ selection: { kind: 'edge', id }, element: view.element, x, y, bounds, parts }];
      });
    },
    paint(frame, active, { norms, gain }, figures, everywhere) {
      for (const edge of shown.values()) {
        if (!everywhere && isAway(edge.view.element)) continue;
        const { id, look } = edge;
        const state = stateOf(edge, frame);
        if (state === undefined) continue;
        const part: EdgePart = active.edge !== id ? 'none' : frame.progress > 0 ? 'moving' : 'last';
        const resting = state.flow === undefined ? RESTING_WIDTH : FLOWED_WIDTH;
        const width = gain * (frame.state.backwardDone ? (norms.get(id) ?? RESTING_WIDTH) : part === 'none' ? resting : FLOWED_WIDTH);
        if (look?.state === state && look.part === part && look.width === width && look.figures === figures) continue;
        edge.look = { state, part, direction: active.direction, width, figures };
        edge.view.paint(edge.look);
      }
    },
    pathOf: (id) => shown.get(id)?.view.wire,
    shine(spotlight) {
      for (const { bundle, view } of shown.values()) {
        const lit = bundle.filter((id) => spotlight?.edges.has(id) === true);
        // A wire may stand for several edges between the same two nodes: each has something to say.
        view.shine(lit.length > 0, jointLabel(lit.flatMap((id) => spotlight?.labels?.get(id) ?? [])));
      }
    },
    setFault(id, sentence) {
      if (faulty !== undefined && faulty !== id) shown.get(faulty)?.view.setFault(undefined);
      faulty = id;
      if (id !== undefined) shown.get(id)?.view.setFault(sentence);
    },
  };
}

/** A wire has room for about so many characters. */
const MOST_CHARACTERS = 16;

/** What is written on a wire that stands for several edges: `2 × ∂f/∂x` where all say the same, and no more than `5 × ∂` where it would be too long. */
function jointLabel(labels: readonly string[]): string {
  const joint = labels.join(' + ');
  if (labels.length < 2 || joint.length <= MOST_CHARACTERS) return joint;
  return `${labels.length} × ${new Set(labels).size === 1 ? (labels[0] ?? '') : '∂'}`;
}
