import { findOp, formatShape, isLeaf, portName, type Recording } from '../../engine';
import type { Shown } from '../../lessons/glossary/word';
import { formatCount, formatName } from '../../scene/format';
import { listed } from '../../scene/listed';
import { indexOf } from '../../scene/recording/recordingIndex';
import { counted } from './counted';
import { MOST_LISTED, names, these, type Found } from './found';
import { operations } from './layers';

/* What a word speaks of on any graph: nodes, edges and shapes. */

/** All of the graph, counted. */
export function everythingOf(recording: Recording): Found | undefined {
  const size = `${counted(recording.order.length, 'node')} and ${counted(recording.edges.length, 'edge')}`;
  return { nodes: recording.order, edges: edgesOf(recording), here: `Here: ${size}; the output is ${formatName(recording.graph.output)}.` };
}

/** All nodes, by name. */
export function nodesOf({ order }: Recording): Found | undefined {
  return { nodes: order, here: `Here there are ${formatCount(order.length)}: ${names(order)}.` };
}

/** All edges, counted. */
export function edgesHere(recording: Recording): Found | undefined {
  return recording.edges.length === 0 ? undefined : { edges: edgesOf(recording), here: `Here: ${counted(recording.edges.length, 'edge')}, one for every reading.` };
}

/** The nodes that are given. */
export function leavesOf(recording: Recording): Found | undefined {
  const { nodes } = indexOf(recording);
  return these(
    recording.order.filter((id) => {
      const node = nodes.get(id);
      return node !== undefined && isLeaf(node);
    }),
  );
}

/** The nodes that are computed, each with what it does. */
export function operationsOf(recording: Recording): Found | undefined {
  const nodes = operations(recording);
  return nodes.length === 0 ? undefined : { nodes: nodes.map(({ id }) => id), here: `Here: ${listed(nodes.map(({ id, op }) => `${formatName(id)} (${findOp(op)?.title ?? op})`), { most: MOST_LISTED })}.` };
}

/** The leaves of a role. */
export function ofRole(recording: Recording, { role }: Extract<Shown, { readonly by: 'role' }>): Found | undefined {
  return these(
    recording.order.filter((id) => {
      const node = indexOf(recording).nodes.get(id);
      return node !== undefined && isLeaf(node) && node.role === role;
    }),
  );
}

/** The nodes of some ops, with what they read. */
export function computing(recording: Recording, { ops }: Extract<Shown, { readonly by: 'ops' }>): Found | undefined {
  const nodes = operations(recording).filter(({ op }) => ops.includes(op)).map(({ id }) => id);
  const edges = recording.edges.filter(({ to }) => nodes.includes(to)).map(({ id }) => id);
  const found = these(nodes);
  return found && { ...found, edges };
}

/** What the nodes of an op read on one of their ports. */
export function readOn(recording: Recording, { op, port }: Extract<Shown, { readonly by: 'port' }>): Found | undefined {
  const edges = recording.edges.filter((edge) => {
    const reader = indexOf(recording).nodes.get(edge.to);
    return edge.port === port && reader !== undefined && !isLeaf(reader) && reader.op === op;
  });
  const known = findOp(op);
  if (edges.length === 0 || known === undefined) return undefined;
  const read = edges.map(({ from, to }) => `${formatName(from)}, which ${formatName(to)} reads as ${portName(known, port)}`);
  return { nodes: [...new Set(edges.map(({ from }) => from))], edges: edges.map(({ id }) => id), here: `Here: ${listed(read, { most: MOST_LISTED })}.` };
}

/** The output. */
export function outputOf({ graph: { output } }: Recording): Found | undefined {
  return { nodes: [output], here: `Here: ${formatName(output)}, where the gradients begin.` };
}

/** What one node reads. */
export function inboundOf(recording: Recording): Found | undefined {
  const node = operations(recording).at(-1);
  if (node === undefined) return undefined;
  const edges = recording.edges.filter(({ to }) => to === node.id).map(({ id }) => id);
  return { nodes: [node.id, ...node.inputs], edges, here: `Here, for one: ${formatName(node.id)} reads ${names([...new Set(node.inputs)])}.` };
}

/** The node that is read most often, with its readers. */
export function outboundOf(recording: Recording): Found | undefined {
  const { readers } = indexOf(recording);
  const most = recording.order.reduce((best, id) => ((readers.get(id)?.length ?? 0) > (readers.get(best)?.length ?? 0) ? id : best), recording.order[0] ?? '');
  const edges = readers.get(most) ?? [];
  const into = [...new Set(edges.map(({ to }) => to))];
  return edges.length === 0
    ? undefined
    : { nodes: [most, ...into], edges: edges.map(({ id }) => id), here: `Here, for one: ${formatName(most)} is read by ${names(into)}.` };
}

/** The scalars, or all that is none. */
export function ofRank(recording: Recording, { rank }: Extract<Shown, { readonly by: 'rank' }>): Found | undefined {
  const nodes = recording.order.filter((id) => (indexOf(recording).shapes.get(id)?.length === 0) === (rank === 'scalar'));
  if (rank === 'scalar') return these(nodes);
  return nodes.length === 0 ? undefined : { nodes, here: `Here: ${listed(nodes.map((id) => shapeText(recording, id)), { most: MOST_LISTED })}.` };
}

/** All nodes with their shapes. */
export function shapesOf(recording: Recording): Found | undefined {
  return { nodes: recording.order, here: `Here: ${listed(recording.order.map((id) => shapeText(recording, id)), { most: MOST_LISTED })}.` };
}

/** All nodes in the order in which they are computed. */
export function orderOf({ order }: Recording): Found | undefined {
  return { nodes: order, here: `Here: ${order.length > 12 ? names(order) : order.map(formatName).join(', ')}.` };
}

function shapeText(recording: Recording, id: string): string {
  const shape = indexOf(recording).shapes.get(id) ?? [];
  return `${formatName(id)} (${shape.length === 0 ? 'a scalar' : formatShape(shape)})`;
}

function edgesOf({ edges }: Recording): string[] {
  return edges.map(({ id }) => id);
}
