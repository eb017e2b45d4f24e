import { findOp, formatShape, isLeaf, portName, type Edge, type Operation, type Recording } from '../../engine';
import type { Ask } from '../../lessons/ask';
import { formatName, partialName } from '../../scene/format';
import { listed } from '../../scene/listed';
import { contributingEdges, indexOf } from '../../scene/recording/recordingIndex';
import { texDerivative, texFormula } from '../../scene/recording/texFormulas';
import type { Timeline } from '../../scene/timeline';
import { spanOf } from './moments';
import { plainHint, type Hint, type Question } from './question';
import { MOST_LISTED } from './words';

/** Asks for the shape of what an operation computes; of a leaf, whose value is given, for that of its gradient. */
export function shapeQuestion(timeline: Timeline, ask: Extract<Ask, { what: 'shape' }>): Question | undefined {
  const { recording } = timeline;
  const node = indexOf(recording).nodes.get(ask.node);
  const shape = timeline.shapes.get(ask.node);
  if (node === undefined || shape === undefined) return undefined;
  const [reader] = contributingEdges(recording, node.id);
  if (isLeaf(node)) {
    const span = spanOf(timeline, (step) => step.kind === 'flow' && step.edge.from === node.id);
    if (span === undefined || reader === undefined) return undefined;
    return {
      ask,
      prompt: `Which shape will ${partialName(recording.graph.output, node.id)} have?`,
      answer: { kind: 'shape', shape },
      hints: gradientHints(recording, node.id, reader),
      ...span,
      slips: [],
      about: { nodes: [node.id, reader.to], edges: [reader.id] },
    };
  }
  const span = spanOf(timeline, (step) => step.kind === 'compute' && step.node === node.id);
  return span && {
    ask,
    prompt: `What shape does ${formatName(node.id)} have?`,
    answer: { kind: 'shape', shape },
    hints: operationHints(recording, node),
    ...span,
    slips: [],
    about: { nodes: [...new Set([node.id, ...node.inputs])], edges: node.inputs.map((_, port) => `${node.id}:${port}`) },
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

function operationHints(recording: Recording, node: Operation): [Hint, Hint, Hint] {
  const formula = texFormula(recording, node);
  const op = findOp(node.op);
  return [
    plainHint(RULES[node.op] ?? 'It works cell by cell: the result has the shape of its inputs, and an axis of length 1 is stretched to the length of the other.'),
    { text: `${formatName(node.id)} reads ${listed(node.inputs.map((id, port) => `${formatName(id)} as ${op === undefined ? port + 1 : portName(op, port)}`), { most: MOST_LISTED })}:`, tex: formula === undefined ? [] : [formula] },
    plainHint(`${listed(node.inputs.map((id) => shapeWords(recording, id)), { most: MOST_LISTED })}.`),
  ];
}

function gradientHints(recording: Recording, id: string, { to, port }: Edge): [Hint, Hint, Hint] {
  const [name, output] = [formatName(id), formatName(recording.graph.output)];
  const reader = indexOf(recording).nodes.get(to);
  const formula = reader === undefined || isLeaf(reader) ? undefined : texDerivative(recording, reader, port);
  const others = reader === undefined || isLeaf(reader) ? [] : reader.inputs.filter((input) => input !== id);
  const shapes = [...new Set(others)].map((input) => shapeWords(recording, input));
  return [
    plainHint(`It holds one number for every number of ${name}: how ${output} changes with that one.`),
    { text: 'In this graph:', tex: formula === undefined ? [] : [formula] },
    plainHint(`${listed([...shapes, `${partialName(recording.graph.output, to)} is ${bareShape(recording, to)}`], { most: MOST_LISTED })}.`),
  ];
}

function shapeWords(recording: Recording, id: string): string {
  return `${formatName(id)} is ${bareShape(recording, id)}`;
}

function bareShape(recording: Recording, id: string): string {
  const shape = indexOf(recording).shapes.get(id) ?? [];
  return shape.length === 0 ? 'a single number' : formatShape(shape);
}
