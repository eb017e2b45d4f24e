import { compile, isLeaf, type Edge, type Recording, type Tensor } from '../../../src/engine';
import type { Ask } from '../../../src/lessons/ask';
import type { SlipKind } from '../../../src/study/questions/slipKinds';

/** What somebody who makes one mistake comes to. */
export interface Mistake {
  readonly kind: SlipKind;
  readonly value: number;
}

/** What a recording alone knows. */
export interface Known {
  readonly recording: Recording;
  readonly value: (id: string) => Tensor;
  readonly gradient: (id: string) => Tensor;
}

/** Every value and gradient of a recording, read off its steps. */
export function knownOf(recording: Recording): Known {
  const values = new Map<string, Tensor>();
  const gradients = new Map<string, Tensor>();
  for (const step of recording.steps) {
    if (step.kind === 'feed' || step.kind === 'compute') values.set(step.node, step.value);
    if (step.kind === 'seed') gradients.set(step.node, step.gradient);
    if (step.kind === 'flow') gradients.set(step.edge.from, step.total);
  }
  const nothing: Tensor = { shape: [], data: new Float64Array(0) };
  return { recording, value: (id) => values.get(id) ?? nothing, gradient: (id) => gradients.get(id) ?? nothing };
}

/**
 * Local derivatives by moving one cell and computing the reader again as a graph of its own: how much each cell of the
 * reader changes.
 */
function locals({ recording, value }: Known, edge: Edge, cell: number): number[] {
  const reader = recording.graph.nodes.find(({ id }) => id === edge.to);
  if (reader === undefined || isLeaf(reader)) return [];
  const step = 1e-6;
  const moved = (by: number): Float64Array => {
    const inputs = reader.inputs.map((_, port) => `p${port}`);
    const program = compile({
      nodes: [...reader.inputs.map((id, port) => ({ id: `p${port}`, role: 'data' as const, shape: value(id).shape })), { ...reader, inputs }],
      output: reader.id,
    });
    reader.inputs.forEach((id, port) => {
      const data = value(id).data.slice();
      if (port === edge.port) data[cell] = (data[cell] ?? NaN) + by;
      program.feed(`p${port}`, { shape: value(id).shape, data });
    });
    program.forward();
    return program.value(reader.id).data;
  };
  const [up, down] = [moved(step), moved(-step)];
  return Array.from(up, (x, index) => (x - (down[index] ?? NaN)) / (2 * step));
}

/** Wrong answers to what is asked of the chain rule, worked out from the recording and by differences. */
export function chainMistakes(known: Known, asked: Ask, answer: number): Mistake[] {
  if (asked.what === 'value') return [{ kind: 'sign', value: -answer }];
  if (asked.what !== 'gradient' && asked.what !== 'flow') return [];
  const flows = known.recording.steps.flatMap((step) => (step.kind === 'flow' ? [step] : []));
  const mine = flows.filter(({ edge }) => (asked.what === 'flow' ? edge.id === asked.edge : edge.from === asked.node));
  const node = asked.what === 'gradient' ? asked.node : (mine[0]?.edge.from ?? '');
  const mistakes: Mistake[] = [
    { kind: 'sign', value: -answer },
    { kind: 'value', value: known.value(node).data[asked.cell] ?? NaN },
  ];
  if (mine.length === 0) return mistakes;
  let local = 0;
  let upstream = 0;
  for (const { edge } of mine) {
    const gradient = known.gradient(edge.to).data;
    locals(known, edge, asked.cell).forEach((slope, cell) => {
      local += slope;
      // What a cell does not reach does not count.
      if (slope !== 0) upstream += gradient[cell] ?? NaN;
    });
  }
  mistakes.push({ kind: 'local', value: local }, { kind: 'upstream', value: upstream });
  if (asked.what === 'flow') mistakes.push({ kind: 'whole', value: known.gradient(node).data[asked.cell] ?? NaN });
  if (mine.length > 1) {
    for (const { flow } of mine) {
      const share = flow.data[asked.cell] ?? NaN;
      mistakes.push({ kind: 'path', value: share }, { kind: 'path', value: answer - share });
    }
  }
  return mistakes;
}
