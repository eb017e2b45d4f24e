import { findOp, formatShape, isLeaf, portName, sizeOf, type Recording } from '../../engine';
import type { Shown } from '../../lessons/glossary/word';
import { formatCount, formatName, formatNumber } from '../../scene/format';
import { indexOf, receivesGradient } from '../../scene/recording/recordingIndex';
import { formatPathCount } from '../blame/counted';
import { pathsTo } from '../blame/paths';
import { layersOf, operations } from './layers';
import { counted, listed } from './listed';
import type { Found } from './onGraph';

type Finder<By extends Shown['by']> = (recording: Recording, shown: Extract<Shown, { readonly by: By }>) => Found | undefined;

/** What a word speaks of on the graph of a recording; undefined where there is no such thing. */
export function find<By extends Exclude<Shown['by'], 'nothing' | 'factors'>>(recording: Recording, shown: Extract<Shown, { readonly by: By }>): Found | undefined {
  const finder: Finder<By> = FINDERS[shown.by as By];
  return finder(recording, shown);
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

const FINDERS: { readonly [By in Exclude<Shown['by'], 'nothing' | 'factors'>]: Finder<By> } = {
  everything: (recording) => ({
    nodes: recording.order,
    edges: allEdges(recording),
    here: `Here: ${counted(recording.order.length, 'node')} and ${counted(recording.edges.length, 'edge')}; all ways lead towards ${formatName(recording.graph.output)}.`,
  }),
  nodes: ({ order }) => ({ nodes: order, here: `Here there are ${formatCount(order.length)}: ${names(order)}.` }),
  edges: (recording) =>
    recording.edges.length === 0 ? undefined : { edges: allEdges(recording), here: `Here: ${counted(recording.edges.length, 'edge')}, one for every reading.` },
  leaves: (recording) => these(recording.order.filter((id) => isLeaf(indexOf(recording).nodes.get(id) ?? { id, op: '', inputs: [] }))),
  operations: (recording) => {
    const nodes = operations(recording);
    return nodes.length === 0 ? undefined : { nodes: nodes.map(({ id }) => id), here: `Here: ${listed(nodes.map(({ id, op }) => `${formatName(id)} (${findOp(op)?.title ?? op})`))}.` };
  },
  role: (recording, { role }) =>
    these(
      recording.order.filter((id) => {
        const node = indexOf(recording).nodes.get(id);
        return node !== undefined && isLeaf(node) && node.role === role;
      }),
    ),
  ops: (recording, { ops }) => {
    const nodes = operations(recording).filter(({ op }) => ops.includes(op)).map(({ id }) => id);
    const edges = recording.edges.filter(({ to }) => nodes.includes(to)).map(({ id }) => id);
    const found = these(nodes);
    return found && { ...found, edges };
  },
  port: (recording, { op, port }) => {
    const edges = recording.edges.filter((edge) => {
      const reader = indexOf(recording).nodes.get(edge.to);
      return edge.port === port && reader !== undefined && !isLeaf(reader) && reader.op === op;
    });
    const known = findOp(op);
    if (edges.length === 0 || known === undefined) return undefined;
    const read = edges.map(({ from, to }) => `${formatName(from)}, which ${formatName(to)} reads as ${portName(known, port)}`);
    return { nodes: [...new Set(edges.map(({ from }) => from))], edges: edges.map(({ id }) => id), here: `Here: ${listed(read)}.` };
  },
  output: ({ graph: { output } }) => ({ nodes: [output], here: `Here: ${formatName(output)}, where the gradients begin.` }),
  inbound: (recording) => {
    const node = operations(recording).at(-1);
    if (node === undefined) return undefined;
    const edges = recording.edges.filter(({ to }) => to === node.id).map(({ id }) => id);
    return { nodes: [node.id, ...node.inputs], edges, here: `Here, for one: ${formatName(node.id)} reads ${names([...new Set(node.inputs)])}.` };
  },
  outbound: (recording) => {
    const { readers } = indexOf(recording);
    const most = recording.order.reduce((best, id) => ((readers.get(id)?.length ?? 0) > (readers.get(best)?.length ?? 0) ? id : best), recording.order[0] ?? '');
    const edges = readers.get(most) ?? [];
    const into = [...new Set(edges.map(({ to }) => to))];
    return edges.length === 0
      ? undefined
      : { nodes: [most, ...into], edges: edges.map(({ id }) => id), here: `Here, for one: ${formatName(most)} is read by ${names(into)}.` };
  },
  shared: (recording) => {
    const { readers } = indexOf(recording);
    const nodes = recording.order.filter((id) => (readers.get(id)?.length ?? 0) > 1 && receivesGradient(recording, id));
    const found = these(nodes);
    return found && { ...found, edges: nodes.flatMap((id) => readers.get(id)?.map((edge) => edge.id) ?? []) };
  },
  layers: (recording, { which }) => {
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
  },
  rank: (recording, { rank }) => {
    const nodes = recording.order.filter((id) => (indexOf(recording).shapes.get(id)?.length === 0) === (rank === 'scalar'));
    if (rank === 'scalar') return these(nodes);
    return nodes.length === 0 ? undefined : { nodes, here: `Here: ${listed(nodes.map((id) => shapeText(recording, id)))}.` };
  },
  shapes: (recording) => ({ nodes: recording.order, here: `Here: ${listed(recording.order.map((id) => shapeText(recording, id)))}.` }),
  batch: (recording) => {
    const found = tablesOf(recording);
    return found && { nodes: found.tables, here: `Here: ${counted(found.rows, 'example')}, the rows of ${names(found.tables)}.` };
  },
  features: (recording) => {
    const features = tablesOf(recording)?.features ?? [];
    const columns = features.map((id) => `${counted(indexOf(recording).shapes.get(id)?.[1] ?? 1, 'column')} of ${formatName(id)}`);
    return features.length === 0 ? undefined : { nodes: features, here: `Here: the ${listed(columns)}.` };
  },
  compared: (recording, { which }) => {
    const edges = recording.edges.filter(({ to, port }) => {
      const node = indexOf(recording).nodes.get(to);
      if (node === undefined || isLeaf(node)) return false;
      if (node.op === 'mse') return port === (which === 'target' ? 0 : 1);
      return node.op === 'softmaxCrossEntropy' && port === (which === 'target' ? 1 : 0);
    });
    const found = these([...new Set(edges.map(({ from }) => from))]);
    return found && { ...found, edges: edges.map(({ id }) => id) };
  },
  gradients: (recording) => {
    const nodes = recording.order.filter((id) => receivesGradient(recording, id));
    const { flowing } = indexOf(recording);
    return flowing.size === 0 ? undefined : { nodes, edges: [...flowing], here: `Here: ${counted(flowing.size, 'edge')} carry a gradient back, to ${names(nodes.filter((id) => id !== recording.graph.output).toReversed())}.` };
  },
  paths: (recording) => {
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
  },
  order: ({ order }) => ({ nodes: order, here: `Here: ${order.length > 12 ? names(order) : order.map(formatName).join(', ')}.` }),
  update: (recording) => {
    const { learningRates } = indexOf(recording);
    const nodes = [...learningRates.keys()];
    const [rate] = learningRates.values();
    return rate === undefined ? undefined : { nodes, here: `Here: ${names(nodes)}, at a learning rate of ${formatNumber(rate)}.` };
  },
};

function shapeText(recording: Recording, id: string): string {
  const shape = indexOf(recording).shapes.get(id) ?? [];
  return `${formatName(id)} (${sizeOf(shape) === 1 && shape.length === 0 ? 'a scalar' : formatShape(shape)})`;
}
