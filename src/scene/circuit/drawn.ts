import { edgesOf, isLeaf, type Edge, type Graph, type GraphNode } from '../../engine/graph';
import type { Form } from '../layout/boxes';
import { clustersOf, withInputs, type NamedLine } from './clusters';
import { constantsOf, type Constants } from './constants';
import { sizeOf, type Size } from './sizes';
import { constantText, symbolText } from './symbolText';

/** A box before it has a place. */
export interface SymbolBox extends Size {
  readonly id: string;
  readonly form: Form;
  readonly text: string;
}

/** A wire before it has a way. `from` and `to` are the numbers of its boxes. */
export interface Link {
  readonly from: number;
  readonly to: number;
  /** The first of its edges. */
  readonly edge: Edge;
  readonly bundle: readonly string[];
}

/** A circuit as it is drawn: what has a box, what has a wire, and what stands inside which box. */
export interface DrawnCircuit {
  readonly symbols: readonly SymbolBox[];
  readonly links: readonly Link[];
  /** The number of the box that stands for the output. */
  readonly output: number;
  readonly drawnIn: ReadonlyMap<string, string>;
}

/** What of a graph is drawn. */
export interface Drawing {
  readonly folded: ReadonlySet<string>;
  readonly lines: readonly NamedLine[];
  /** What stands in boxes instead of their usual text, by the ids of the boxes. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** More boxes than this are too many to take in at once. */
export const MOST_BOXES = 80;

/**
 * Finds what of a graph gets a box and a wire: lines may be folded to one box, and constants into their readers. Where
 * even so there are too many boxes, a folded line also keeps the inputs to itself that nothing else reads.
 */
export function drawnOf(graph: Graph, drawing: Drawing): DrawnCircuit {
  const clusters = clustersOf(graph, drawing.lines, drawing.folded);
  const hasRoom = clusters.size === 0 || boxesWith(graph, clusters) <= MOST_BOXES;
  return drawnWith(graph, hasRoom ? clusters : withInputs(graph, clusters), drawing.texts);
}

function boxesWith(graph: Graph, clusters: ReadonlyMap<string, string>): number {
  return graph.nodes.length - drawnInOf(clusters, constantsOf(graph, clusters)).size;
}

/** The nodes without a box of their own, and the boxes that they are drawn in. */
function drawnInOf(clusters: ReadonlyMap<string, string>, { shownBy }: Constants): ReadonlyMap<string, string> {
  const drawnIn = new Map<string, string>();
  for (const [id, reader] of shownBy) drawnIn.set(id, clusters.get(reader) ?? reader);
  for (const [member, line] of clusters) if (member !== line) drawnIn.set(member, line);
  return drawnIn;
}

function drawnWith(graph: Graph, clusters: ReadonlyMap<string, string>, texts: Drawing['texts']): DrawnCircuit {
  const constants = constantsOf(graph, clusters);
  const drawnIn = drawnInOf(clusters, constants);
  const outputBox = clusters.get(graph.output) ?? graph.output;
  const drawn = graph.nodes.filter(({ id }) => !drawnIn.has(id));
  const places = new Map(drawn.map(({ id }, place) => [id, place]));
  const links = linksOf(graph, clusters, constants, places);
  const arriving = new Map<number, number>();
  for (const { to } of links) arriving.set(to, (arriving.get(to) ?? 0) + 1);

  const symbols = drawn.map((node, place): SymbolBox => {
    const isLine = clusters.has(node.id);
    const form: Form = isLeaf(node) ? node.role : node.id === outputBox ? 'cost' : 'operation';
    const text = texts?.get(node.id) ?? (isLine ? node.id : textOf(node, constants));
    return { id: node.id, form, text, ...sizeOf(text, isLine ? 'line' : isLeaf(node) ? 'leaf' : 'operation', arriving.get(place) ?? 0) };
  });
  return { symbols, links, output: places.get(outputBox) ?? 0, drawnIn };
}

function textOf(node: GraphNode, { foldedInto }: Constants): string {
  if (!isLeaf(node)) return symbolText(node, foldedInto.get(node.id));
  return node.role === 'constant' ? constantText(node) : node.id;
}

/** An edge is a wire, unless it is inside a box; the edges from one node into a folded line are one wire. */
function linksOf(graph: Graph, clusters: ReadonlyMap<string, string>, constants: Constants, places: ReadonlyMap<string, number>): Link[] {
  const groups = new Map<string, { from: number; to: number; edge: Edge; bundle: string[] }>();
  for (const edge of edgesOf(graph)) {
    const [source, target] = [clusters.get(edge.from) ?? edge.from, clusters.get(edge.to) ?? edge.to];
    if (source === target || constants.foldedInto.get(edge.to)?.port === edge.port) continue;
    const isInside = clusters.has(edge.to);
    if (isInside && constants.isConstant(edge.from)) continue;
    const [from, to] = [places.get(source), places.get(target)];
    if (from === undefined || to === undefined) continue;
    const key = isInside ? `${to} ${edge.from}` : edge.id;
    const group = groups.get(key);
    if (group !== undefined) group.bundle.push(edge.id);
    else groups.set(key, { from, to, edge, bundle: [edge.id] });
  }
  return [...groups.values()];
}
