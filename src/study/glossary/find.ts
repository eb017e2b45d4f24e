import { findOp, formatShape, isLeaf, portName, sizeOf, type Recording } from '../../engine';
import type { Shown } from '../../lessons/glossary/word';
import { formatCount, formatName, formatNumber } from '../../scene/format';
import { indexOf, receivesGradient } from '../../scene/recording/recordingIndex';
import { formatPathCount } from '../blame/counted';
import { pathsTo } from '../blame/paths';
import type { Found } from './found';
import { layersOf, operations } from './layers';
import { counted, listed } from './listed';


/** What a word speaks of on the graph of a recording; undefined where there is no such thing. */
export function find(recording: Recording, shown: Exclude<Shown, { readonly by: 'nothing' | 'factors' }>): Found | undefined {
  switch (shown.by) {
    case 'everything':
      return everythingOf(recording);
    case 'nodes':
      return nodesOf(recording);
    case 'edges':
      return edgesHere(recording);
    case 'leaves':
      return leavesOf(recording);
    case 'operations':
      return operationsOf(recording);
    case 'role':
      return ofRole(recording, shown);
    case 'ops':
      return computing(recording, shown);
    case 'port':
      return readOn(recording, shown);
    case 'output':
      return outputOf(recording);
    case 'inbound':
      return inboundOf(recording);
    case 'outbound':
      return outboundOf(recording);
    case 'shared':
      return sharedOf(recording);
    case 'layers':
      return layersHere(recording, shown);
    case 'rank':
      return ofRank(recording, shown);
    case 'shapes':
      return shapesOf(recording);
    case 'batch':
      return batchOf(recording);
    case 'features':
      return featuresOf(recording);
    case 'compared':
      return comparedAs(recording, shown);
    case 'gradients':
      return gradientsOf(recording);
    case 'paths':
      return pathsHere(recording);
    case 'order':
      return orderOf(recording);
    case 'update':
      return updatedIn(recording);
  }
}

const names = (ids: readonly string[]): string => listed(ids.map(formatName));

/** Nodes with the sentence that names them; undefined for none. */
function these(nodes: readonly string[]): Found | undefined {
  return nodes.length === 0 ? undefined : { nodes, here: `Here: ${names(nodes)}.` };
}

const allEdges = ({ edges }: Recording): string[] => edges.map(({ id }) => id);

/** Tables of data whose rows are examples: what a linear node reads, and what is as long as that. */
function tablesOf(recording: Recording): { readonly features: readonly string[]; readonly tables: readonly string[]; readonly rows: number } | undefined {
  const { nodes, shapes } = indexOf(recording);
  const data = recording.order.filter((id) => {
    const node = nodes.get(id);
    return node !== undefined && isLeaf(node) && node.role === 'data';
  });
  const features = data.filter((id) => shapes.get(id)?.length === 2 && operations(recording).some(({ op, inputs }) => op === 'linear' && inputs[0] === id));
  const rows = features[0] === undefined ? undefined : shapes.get(features[0])?.[0];
  return rows === undefined ? undefined : { features, tables: data.filter((id) => shapes.get(id)?.[0] === rows), rows };
}

function everythingOf(recording: Recording): Found | undefined {
  const size = `${counted(recording.order.length, 'node')} and ${counted(recording.edges.length, 'edge')}`;
  return { nodes: recording.order, edges: allEdges(recording), here: `Here: ${size}; the output is ${formatName(recording.graph.output)}.` };
}

function nodesOf({ order }: Recording): Found | undefined {
  return { nodes: order, here: `Here there are ${formatCount(order.length)}: ${names(order)}.` };
}

function edgesHere(recording: Recording): Found | undefined {
  return recording.edges.length === 0 ? undefined : { edges: allEdges(recording), here: `Here: ${counted(recording.edges.length, 'edge')}, one for every reading.` };
}

function leavesOf(recording: Recording): Found | undefined {
  return these(recording.order.filter((id) => isLeaf(indexOf(recording).nodes.get(id) ?? { id, op: '', inputs: [] })));
}

function operationsOf(recording: Recording): Found | undefined {
  const nodes = operations(recording);
  return nodes.length === 0 ? undefined : { nodes: nodes.map(({ id }) => id), here: `Here: ${listed(nodes.map(({ id, op }) => `${formatName(id)} (${findOp(op)?.title ?? op})`))}.` };
}

function ofRole(recording: Recording, { role }: Extract<Shown, { readonly by: 'role' }>): Found | undefined {
  return these(
    recording.order.filter((id) => {
      const node = indexOf(recording).nodes.get(id);
      return node !== undefined && isLeaf(node) && node.role === role;
    }),
  );
}

function computing(recording: Recording, { ops }: Extract<Shown, { readonly by: 'ops' }>): Found | undefined {
  const nodes = operations(recording).filter(({ op }) => ops.includes(op)).map(({ id }) => id);
  const edges = recording.edges.filter(({ to }) => nodes.includes(to)).map(({ id }) => id);
  const found = these(nodes);
  return found && { ...found, edges };
}

function readOn(recording: Recording, { op, port }: Extract<Shown, { readonly by: 'port' }>): Found | undefined {
  const edges = recording.edges.filter((edge) => {
    const reader = indexOf(recording).nodes.get(edge.to);
    return edge.port === port && reader !== undefined && !isLeaf(reader) && reader.op === op;
  });
  const known = findOp(op);
  if (edges.length === 0 || known === undefined) return undefined;
  const read = edges.map(({ from, to }) => `${formatName(from)}, which ${formatName(to)} reads as ${portName(known, port)}`);
  return { nodes: [...new Set(edges.map(({ from }) => from))], edges: edges.map(({ id }) => id), here: `Here: ${listed(read)}.` };
}

function outputOf({ graph: { output } }: Recording): Found | undefined {
  return { nodes: [output], here: `Here: ${formatName(output)}, where the gradients begin.` };
}

function inboundOf(recording: Recording): Found | undefined {
  const node = operations(recording).at(-1);
  if (node === undefined) return undefined;
  const edges = recording.edges.filter(({ to }) => to === node.id).map(({ id }) => id);
  return { nodes: [node.id, ...node.inputs], edges, here: `Here, for one: ${formatName(node.id)} reads ${names([...new Set(node.inputs)])}.` };
}

function outboundOf(recording: Recording): Found | undefined {
  const { readers } = indexOf(recording);
  const most = recording.order.reduce((best, id) => ((readers.get(id)?.length ?? 0) > (readers.get(best)?.length ?? 0) ? id : best), recording.order[0] ?? '');
  const edges = readers.get(most) ?? [];
  const into = [...new Set(edges.map(({ to }) => to))];
  return edges.length === 0
    ? undefined
    : { nodes: [most, ...into], edges: edges.map(({ id }) => id), here: `Here, for one: ${formatName(most)} is read by ${names(into)}.` };
}

function sharedOf(recording: Recording): Found | undefined {
  const { readers } = indexOf(recording);
  const nodes = recording.order.filter((id) => (readers.get(id)?.length ?? 0) > 1 && receivesGradient(recording, id));
  const found = these(nodes);
  return found && { ...found, edges: nodes.flatMap((id) => readers.get(id)?.map((edge) => edge.id) ?? []) };
}

function layersHere(recording: Recording, { which }: Extract<Shown, { readonly by: 'layers' }>): Found | undefined {
  const layers = layersOf(recording);
  if (which === 'input') return these(tablesOf(recording)?.features ?? []);
  const chosen = { all: layers, hidden: layers.slice(0, -1), output: layers.slice(-1) }[which];
  const input = which === 'all' ? (tablesOf(recording)?.features ?? []) : [];
  const nodes = [...input, ...chosen.flatMap(({ linear, activation }) => (activation === undefined ? [linear] : [linear, activation]))];
  if (chosen.length === 0) return undefined;
  const units = chosen.map(({ linear, activation }) => {
    const size = indexOf(recording).shapes.get(linear)?.at(-1) ?? 1;
    return `${activation === undefined ? formatName(linear) : `${formatName(linear)} with ${formatName(activation)}`} (${counted(size, 'unit')})`;
  });
  return { nodes, here: `Here: ${listed([...input.map((id) => `${formatName(id)} as input layer`), ...units])}.` };
}

function ofRank(recording: Recording, { rank }: Extract<Shown, { readonly by: 'rank' }>): Found | undefined {
  const nodes = recording.order.filter((id) => (indexOf(recording).shapes.get(id)?.length === 0) === (rank === 'scalar'));
  if (rank === 'scalar') return these(nodes);
  return nodes.length === 0 ? undefined : { nodes, here: `Here: ${listed(nodes.map((id) => shapeText(recording, id)))}.` };
}

function shapesOf(recording: Recording): Found | undefined {
  return { nodes: recording.order, here: `Here: ${listed(recording.order.map((id) => shapeText(recording, id)))}.` };
}

function batchOf(recording: Recording): Found | undefined {
  const found = tablesOf(recording);
  return found && { nodes: found.tables, here: `Here: ${counted(found.rows, 'example')}, the rows of ${names(found.tables)}.` };
}

function featuresOf(recording: Recording): Found | undefined {
  const features = tablesOf(recording)?.features ?? [];
  const columns = features.map((id) => `${counted(indexOf(recording).shapes.get(id)?.[1] ?? 1, 'column')} of ${formatName(id)}`);
  return features.length === 0 ? undefined : { nodes: features, here: `Here: the ${listed(columns)}.` };
}

function comparedAs(recording: Recording, { which }: Extract<Shown, { readonly by: 'compared' }>): Found | undefined {
  const edges = recording.edges.filter(({ to, port }) => {
    const node = indexOf(recording).nodes.get(to);
    if (node === undefined || isLeaf(node)) return false;
    if (node.op === 'mse') return port === (which === 'target' ? 0 : 1);
    return node.op === 'softmaxCrossEntropy' && port === (which === 'target' ? 1 : 0);
  });
  const found = these([...new Set(edges.map(({ from }) => from))]);
  return found && { ...found, edges: edges.map(({ id }) => id) };
}

function gradientsOf(recording: Recording): Found | undefined {
  const nodes = recording.order.filter((id) => receivesGradient(recording, id));
  const { flowing } = indexOf(recording);
  if (flowing.size === 0) return undefined;
  const reached = nodes.filter((id) => id !== recording.graph.output).toReversed();
  const carry = flowing.size === 1 ? 'carries' : 'carry';
  return { nodes, edges: [...flowing], here: `Here: ${counted(flowing.size, 'edge')} ${carry} a gradient back, to ${names(reached)}.` };
}

function pathsHere(recording: Recording): Found | undefined {
  const { nodes } = indexOf(recording);
  const receiving = recording.order.filter((id) => receivesGradient(recording, id) && id !== recording.graph.output);
  const isParameter = (id: string): boolean => {
    const node = nodes.get(id);
    return node !== undefined && isLeaf(node) && node.role === 'parameter';
  };
  const node = receiving.find(isParameter) ?? receiving[0];
  if (node === undefined) return undefined;
  const paths = pathsTo(recording, node, 0);
  const [name, output] = [formatName(node), formatName(recording.graph.output)];
  const many = paths.count === 1n ? 'one path leads' : `${formatPathCount(paths.count)} paths lead`;
  return { nodes: [...paths.nodes], edges: [...paths.edges], here: `Here, for one: ${many} from ${output} back to ${name}.` };
}

function orderOf({ order }: Recording): Found | undefined {
  return { nodes: order, here: `Here: ${order.length > 12 ? names(order) : order.map(formatName).join(', ')}.` };
}

function updatedIn(recording: Recording): Found | undefined {
  const { learningRates } = indexOf(recording);
  const nodes = [...learningRates.keys()];
  const [rate] = learningRates.values();
  return rate === undefined ? undefined : { nodes, here: `Here: ${names(nodes)}, at a learning rate of ${formatNumber(rate)}.` };
}

function shapeText(recording: Recording, id: string): string {
  const shape = indexOf(recording).shapes.get(id) ?? [];
  return `${formatName(id)} (${sizeOf(shape) === 1 && shape.length === 0 ? 'a scalar' : formatShape(shape)})`;
}
