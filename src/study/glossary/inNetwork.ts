import { isLeaf, type Recording } from '../../engine';
import type { Shown } from '../../lessons/glossary/word';
import { formatName } from '../../scene/format';
import { listed } from '../../scene/listed';
import { indexOf } from '../../scene/recording/recordingIndex';
import { counted } from './counted';
import { MOST_LISTED, names, these, type Found } from './found';
import { layersOf, operations } from './layers';

/* What a word speaks of on a network: layers, and the data that it is trained on. */

/** The layers of a network: all of them, the hidden ones, the one that is given, or the last. */
export function layersHere(recording: Recording, { which }: Extract<Shown, { readonly by: 'layers' }>): Found | undefined {
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
  return { nodes, here: `Here: ${listed([...input.map((id) => `${formatName(id)} as input layer`), ...units], { most: MOST_LISTED })}.` };
}

/** The tables of data whose rows are the examples of a batch. */
export function batchOf(recording: Recording): Found | undefined {
  const found = tablesOf(recording);
  return found && { nodes: found.tables, here: `Here: ${counted(found.rows, 'example')}, the rows of ${names(found.tables)}.` };
}

/** The tables whose columns are features. */
export function featuresOf(recording: Recording): Found | undefined {
  const features = tablesOf(recording)?.features ?? [];
  const columns = features.map((id) => `${counted(indexOf(recording).shapes.get(id)?.[1] ?? 1, 'column')} of ${formatName(id)}`);
  return features.length === 0 ? undefined : { nodes: features, here: `Here: the ${listed(columns, { most: MOST_LISTED })}.` };
}

/** What a loss compares: the targets, or the predictions. */
export function comparedAs(recording: Recording, { which }: Extract<Shown, { readonly by: 'compared' }>): Found | undefined {
  const edges = recording.edges.filter(({ to, port }) => {
    const node = indexOf(recording).nodes.get(to);
    if (node === undefined || isLeaf(node)) return false;
    if (node.op === 'mse') return port === (which === 'target' ? 0 : 1);
    return node.op === 'softmaxCrossEntropy' && port === (which === 'target' ? 1 : 0);
  });
  const found = these([...new Set(edges.map(({ from }) => from))]);
  return found && { ...found, edges: edges.map(({ id }) => id) };
}

/** Tables of data whose rows are examples: what a linear node reads, and what is as long as that. */
function tablesOf(recording: Recording): { readonly features: readonly string[]; readonly tables: readonly string[]; readonly rows: number } | undefined {
  const { nodes, shapes } = indexOf(recording);
  const data = recording.order.filter((id) => {
    const node = nodes.get(id);
    return node !== undefined && isLeaf(node) && node.role === 'data';
  });
  const read = new Set(operations(recording).flatMap(({ op, inputs }) => (op === 'linear' ? inputs.slice(0, 1) : [])));
  const features = data.filter((id) => shapes.get(id)?.length === 2 && read.has(id));
  const rows = features[0] === undefined ? undefined : shapes.get(features[0])?.[0];
  return rows === undefined ? undefined : { features, tables: data.filter((id) => shapes.get(id)?.[0] === rows), rows };
}
