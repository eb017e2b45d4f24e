import { isLeaf, type GraphNode } from '../../engine/graph';
import type { Frame } from '../../scene/frame';
import type { Box } from '../../scene/layout/boxes';
import type { Label } from '../../scene/layout/wires';
import { isAway } from './culling';
import { drawnBy } from './drawn';
import type { FigureType } from './figureType';
import { arrange, keyed } from './keyed';
import type { GraphModel } from './model';
import { createNodeView } from './nodeView';
import type { NodeLook, NodeView } from './nodeLook';
import type { Pickable } from './picking';
import { returningEdges } from './returningEdges';
import type { StubLabels } from './stub';
import { createSymbolView, type SymbolPlan } from './symbolView';

/** All the nodes on the canvas. */
export interface Nodes {
  /** Takes another layout; nodes that are the same but for their place keep their elements. */
  build(model: GraphModel): Pickable[];
  /** Takes another recording in the same layout: its tensors may have other shapes. */
  take(model: GraphModel): void;
  /**
   * Shows one moment; `active` is the box that the step is about. Touches only what has changed and, unless `everywhere`,
   * is in the picture.
   */
  paint(frame: Frame, active: string | undefined, figures: FigureType, everywhere: boolean): void;
  /** Points at some boxes; undefined points at nothing. */
  shine(boxes: ReadonlySet<string> | undefined): void;
  /** Marks the nodes whose training does not go well, each with a sentence. */
  setHealth(marks: HealthMarks): void;
  /** Marks one node, or none, as the place where the numbers were lost. */
  setFault(id: string | undefined, sentence: string): void;
}

/** What is wrong at a node, by its id, for those who point at the mark and those who hear it. */
export type HealthMarks = ReadonlyMap<string, string>;

interface ShownNode {
  readonly id: string;
  readonly key: string;
  readonly view: NodeView;
  /** Of every wire that brings a contribution to the gradient, the edges that it stands for. */
  returning: readonly (readonly string[])[];
  look: NodeLook | undefined;
}

/** What stands beside a box: captions, sums, and rings. */
const BESIDE = 40;

const NO_WIRES: readonly (readonly string[])[] = [];

/** The nodes in a layer of the canvas. `hatch` is the id of the pattern for cells that are not finite. */
export function createNodes(layer: SVGGElement, hatch: string): Nodes {
  let shown = new Map<string, ShownNode>();
  let model: GraphModel | undefined;
  let faulty: string | undefined;
  let unwell: HealthMarks = new Map();

  const build = (next: GraphModel): Pickable[] => {
    const { layout, timeline, titles } = next;
    const graph = new Map(timeline.recording.graph.nodes.map((node) => [node.id, node]));
    const plans = planning(next, graph);
    const boxes = layout.nodes.filter(({ id }) => graph.has(id));
    model = next;
    shown = keyed(shown, boxes, {
      keyOf: (box) => {
        const { node, folded, readers, contributions, figureRoom, result } = plans(box).plan;
        const { look, form, width, height, text, caption } = box;
        const kind = isLeaf(node) ? node.role : titles.get(node.op);
        const around = [folded, Math.min(readers, 1), contributions, figureRoom, result];
        return JSON.stringify([look, form, width, height, text, caption, kind, ...around]);
      },
      keep: (known, box) => {
        known.view.place(box);
        known.returning = plans(box).returning;
        known.look = undefined;
      },
      create: (box, key) => {
        const { plan, returning } = plans(box);
        const view =
          box.look === 'symbol' ? createSymbolView(layer, box, plan) : createNodeView(layer, box, plan.node, titles, hatch);
        return { id: box.id, key, view, returning, look: undefined };
      },
      remove: ({ view }) => {
        view.element.remove();
      },
    });
    for (const { id, view } of shown.values()) view.setHealth(unwell.get(id));
    arrange(layer, Array.from(shown.values(), ({ view }) => view.element));
    return boxes.flatMap(({ id, x, y, width, height }) => {
      const element = shown.get(id)?.view.element;
      if (element === undefined) return [];
      const [across, along] = [width / 2 + layout.figureRoom + BESIDE, height / 2 + BESIDE];
      const bounds = { left: x - across, top: y - along, right: x + across, bottom: y + along };
      return [{ selection: { kind: 'node', id }, element, x, y, bounds, parts: [element] }];
    });
  };

  return {
    build,
    take(next) {
      model = next;
    },
    paint(frame, active, figures, everywhere) {
      const sorting = frame.phase === 'sort';
      for (const node of shown.values()) {
        if (!everywhere && isAway(node.view.element)) continue;
        const { look, id } = node;
        const state = frame.state.nodes.get(id);
        const isActive = active === id;
        if (state === undefined) continue;
        // Leaving the sort changes nothing in a node: its place in the order is hidden for all nodes at once.
        const known = look?.state === state && look.figures === figures && (look.sorting || !sorting);
        if (known && look.active === isActive) continue;
        const arrived = node.returning.filter((edges) => edges.some((edge) => frame.state.edges.get(edge)?.flow !== undefined)).length;
        node.look = { state, shape: model?.timeline.shapes.get(id), active: isActive, sorting, arrived, figures };
        node.view.paint(node.look);
      }
    },
    shine(boxes) {
      for (const { id, view } of shown.values()) view.element.toggleAttribute('data-lit', boxes?.has(id) === true);
    },
    setHealth(marks) {
      unwell = marks;
      for (const { id, view } of shown.values()) view.setHealth(marks.get(id));
    },
    setFault(id, sentence) {
      if (faulty !== undefined && faulty !== id) shown.get(faulty)?.view.setFault(undefined);
      faulty = id;
      if (id !== undefined) shown.get(id)?.view.setFault(sentence);
    },
  };
}

/** Reads off a model what a symbol has to know of its surroundings. */
function planning({ layout, timeline, titles }: GraphModel, graph: ReadonlyMap<string, GraphNode>) {
  const returned = returningEdges(graph, timeline.recording.graph.output);
  const leaving = new Map<string, (readonly string[])[]>();
  for (const { from, bundle } of layout.edges) {
    const known = leaving.get(from);
    if (known === undefined) leaving.set(from, [bundle]);
    else known.push(bundle);
  }
  const folding = new Set<string>();
  for (const id of layout.drawnIn.keys()) {
    const node = graph.get(id);
    if (node !== undefined && !isLeaf(node)) folding.add(drawnBy(layout).boxOf(id));
  }
  return (box: Box): { readonly plan: SymbolPlan; readonly returning: readonly (readonly string[])[] } => {
    const wires = leaving.get(box.id) ?? NO_WIRES;
    const returning = wires.filter((edges) => edges.some((edge) => returned.has(edge)));
    const node = graph.get(box.id) ?? { id: box.id, op: '', inputs: [] };
    const plan = {
      node,
      titles,
      // A line of a single operation has nothing drawn in it, but its name in place of a sign.
      folded: folding.has(box.id) || (box.text === box.id && box.width !== box.height),
      readers: wires.length,
      contributions: returning.length,
      figureRoom: layout.figureRoom,
      result: layout.result === undefined || box.form !== 'cost' ? undefined : labelsFrom(layout.result, box),
    };
    return { plan, returning };
  };
}

function labelsFrom({ value, gradient }: StubLabels, { x, y }: Box): StubLabels {
  const from = (label: Label): Label => ({ ...label, x: label.x - x, y: label.y - y });
  return { value: from(value), gradient: from(gradient) };
}
