import { findOp, formatShape, isLeaf, portName, type GraphNode, type Recording } from '../../engine';
import type { Ask } from '../../lessons/ask';
import { formatName } from '../../scene/format';
import { indexOf } from '../../scene/recording/recordingIndex';
import { texFormula } from '../../scene/recording/texFormulas';
import type { Timeline } from '../../scene/timeline';
import { spanOf } from './moments';
import { plainHint, type Hint, type Question } from './question';
import { listed } from './words';

/** Asks for the shape of a node's value. */
export function shapeQuestion(timeline: Timeline, ask: Extract<Ask, { what: 'shape' }>): Question | undefined {
  const { recording } = timeline;
  const node = indexOf(recording).nodes.get(ask.node);
  const shape = timeline.shapes.get(ask.node);
  const span = spanOf(timeline, (step) => (step.kind === 'compute' || step.kind === 'feed') && step.node === ask.node);
  if (node === undefined || shape === undefined || span === undefined) return undefined;
  const name = formatName(node.id);
  return {
    ask,
    prompt: `Which shape has ${name}, and so its gradient?`,
    answer: { kind: 'shape', shape },
    hints: isLeaf(node) ? leafHints(recording, node) : operationHints(recording, node),
    ...span,
    slips: [],
    about: { nodes: [...new Set([node.id, ...(isLeaf(node) ? [] : node.inputs)])], edges: isLeaf(node) ? [] : node.inputs.map((_, port) => `${node.id}:${port}`) },
  };
}

/** What decides about the shape of each op's result; every other op works cell by cell. */
const RULES: Readonly<Record<string, string>> = {
  linear: 'A product has the rows of its left factor and the columns of its right one; the bias changes no shape.',
  matmul: 'A product has the rows of its left factor and the columns of its right one.',
  sum: 'A sum over all cells is a single number; a sum over one axis loses that axis.',
  mean: 'A mean over all cells is a single number; a mean over one axis loses that axis.',
  mse: 'A mean over all cells is a single number.',
  softmaxCrossEntropy: 'A mean over all examples is a single number.',
};

function operationHints(recording: Recording, node: Exclude<GraphNode, { role: string }>): [Hint, Hint, Hint] {
  const formula = texFormula(recording, node);
  const op = findOp(node.op);
  return [
    plainHint(RULES[node.op] ?? 'It works cell by cell: the result has the shape of its inputs, and an axis of length 1 is stretched to the length of the other.'),
    { text: `${formatName(node.id)} reads ${listed(node.inputs.map((id, port) => `${formatName(id)} as ${op === undefined ? port + 1 : portName(op, port)}`))}:`, tex: formula === undefined ? [] : [formula] },
    plainHint(`${listed(node.inputs.map((id) => shapeWords(recording, id)))}.`),
  ];
}

function leafHints(recording: Recording, node: GraphNode): [Hint, Hint, Hint] {
  const reader = indexOf(recording).nodes.get(indexOf(recording).readers.get(node.id)?.[0]?.to ?? '');
  if (reader === undefined || isLeaf(reader)) {
    return [plainHint('A leaf has the shape of what it is given.'), plainHint('Nothing in this graph reads it.'), plainHint('Its value, once it is fed, shows its rows and columns.')];
  }
  const [rule, formula] = operationHints(recording, reader);
  const others = [...reader.inputs.filter((id) => id !== node.id), reader.id];
  return [rule, formula, plainHint(`${listed([...new Set(others)].map((id) => shapeWords(recording, id)))}.`)];
}

function shapeWords(recording: Recording, id: string): string {
  const shape = indexOf(recording).shapes.get(id) ?? [];
  return `${formatName(id)} is ${shape.length === 0 ? 'a single number' : formatShape(shape)}`;
}
