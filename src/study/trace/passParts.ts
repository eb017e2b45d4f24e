import { findOp, formatShape, isLeaf, type Edge, type Recording, type Step, type Tensor, type Working } from '../../engine';
import { behindOperator, formatName, partialName } from '../../scene/format';
import { contributingEdges, indexOf, portNameOf } from '../../scene/recording/recordingIndex';
import { replay } from '../../scene/recording/replay';
import { spelledText } from '../../scene/recording/spelling';
import { formatSubstituted } from '../../scene/recording/substituted';
import { contributionsOf, statesResult, workOf } from '../../scene/recording/working';
import type { TracePart } from './parts';

/** A calculation of more numbers than this is not written out. */
const MOST_OPERANDS = 12;

/** What a step after the sort is told with. */
export interface PassContext {
  readonly recording: Recording;
  /** How a number is written. */
  readonly format: (value: number) => string;
  /** The step before, if there is one. */
  readonly before: Step | undefined;
  /** Each node's gradient once it is complete. */
  readonly gradients: ReadonlyMap<string, Tensor>;
}

/** What a step after the sort has to say. */
export function passParts(step: Exclude<Step, { phase: 'sort' }>, context: PassContext): readonly TracePart[] {
  const { recording, format } = context;
  switch (step.kind) {
    case 'feed': {
      const node = indexOf(recording).nodes.get(step.node);
      const role = node !== undefined && isLeaf(node) ? node.role : 'leaf';
      return told(0, `Feed ${formatName(step.node)}`, `(${role})`, step.value, format);
    }
    case 'carry': {
      const { edge } = step;
      return told(1, `${formatName(edge.to)} reads ${formatName(edge.from)}`, `(port ${portNameOf(recording, edge)})`, step.value, format);
    }
    case 'compute':
      return computed(step.node, step.value, context);
    case 'seed':
      return told(0, `Begin with ${gradientName(recording, step.node)}`, '', step.gradient, format);
    case 'flow':
      return flowed(step, context);
    case 'update':
      return updated(step, context);
  }
}

/** Something with its value: a number on the same line, anything else below. */
function told(depth: number, what: string, note: string, value: Tensor, format: (value: number) => string): readonly TracePart[] {
  const behind = note === '' ? '' : ` ${note}`;
  if (value.shape.length === 0) return [{ depth, text: () => `${what} = ${format(value.data[0] ?? NaN)}${behind}` }];
  return [{ depth, text: () => `${what}, ${shapeWords(value)}${behind}` }, { depth: depth + 1, tensor: value }];
}

function shapeWords({ shape }: Tensor): string {
  return shape.length === 1 ? `vector of ${formatShape(shape)}` : formatShape(shape);
}

function computed(id: string, value: Tensor, { recording, format }: PassContext): readonly TracePart[] {
  const name = formatName(id);
  if (value.shape.length > 0) return told(1, `Compute ${name} = ${callOf(recording, id)}`, '', value, format);
  return [
    {
      depth: 1,
      text: () => {
        const result = format(value.data[0] ?? NaN);
        const work = workOf(replay(recording), id, 0);
        const operands = work?.filter((part) => typeof part !== 'string').length ?? Infinity;
        if (work === undefined || operands > MOST_OPERANDS) return `Compute ${name} = ${callOf(recording, id)} = ${result}`;
        return `Compute ${name} = ${spelled(work, format)}${statesResult(work) ? '' : ` = ${result}`}`;
      },
    },
  ];
}

function flowed({ edge, flow, total }: Extract<Step, { kind: 'flow' }>, { recording, format, before, gradients }: PassContext): readonly TracePart[] {
  const parts: TracePart[] = [];
  const upstream = gradients.get(edge.to);
  if ((before?.kind !== 'flow' || before.edge.to !== edge.to) && upstream !== undefined) {
    const through = `Back through ${formatName(edge.to)} = ${callOf(recording, edge.to)} with ${gradientName(recording, edge.to)}`;
    parts.push(...told(0, through, '', upstream, format));
  }
  const [reader, name] = [formatName(edge.to), formatName(edge.from)];
  const port = `(port ${portNameOf(recording, edge)})`;
  if (flow.shape.length > 0) parts.push(...told(1, `${name} receives from ${reader}`, port, flow, format));
  else parts.push({ depth: 1, text: () => `${name} receives ${productOf(recording, edge, format)}${format(flow.data[0] ?? NaN)} from ${reader} ${port}` });
  const edges = contributingEdges(recording, edge.from);
  const gradient = gradientName(recording, edge.from);
  if (edges.length === 1) parts.push({ depth: 2, text: () => `That is all of ${gradient}` });
  else {
    const arrived = arrivedBy(recording, edge, edges);
    const isLast = arrived === edges.length;
    const what = isLast ? `Sum of ${edges.length}: ${gradient}` : `Sum so far, ${arrived} of ${edges.length}`;
    parts.push(...told(2, what, '', total, format));
  }
  return parts;
}

function updated({ node, before, gradient, after, learningRate }: Extract<Step, { kind: 'update' }>, { recording, format }: PassContext): readonly TracePart[] {
  const name = formatName(node);
  if (after.shape.length > 0) return told(0, `${name} ← ${name} − ${format(learningRate)} · ${gradientName(recording, node)}`, '', after, format);
  const operand = (value: number): Working[number] => ({ port: 0, cell: 0, value });
  return [
    {
      depth: 0,
      text: () => {
        const [was = NaN, slope = NaN, is = NaN] = [before, gradient, after].map(({ data }) => data[0]);
        return `${name} ← ${spelled([operand(was), ' − ', operand(learningRate), ' × ', operand(slope)], format)} = ${format(is)}`;
      },
    },
  ];
}

/** How many of a node's contributions have arrived once this edge has flowed: those of later readers come first. */
function arrivedBy(recording: Recording, edge: Edge, edges: readonly Edge[]): number {
  const place = flowPlaces(recording);
  const mine = place.get(edge.id) ?? 0;
  return edges.filter(({ id }) => (place.get(id) ?? 0) <= mine).length;
}

const places = new WeakMap<Recording, ReadonlyMap<string, number>>();

function flowPlaces(recording: Recording): ReadonlyMap<string, number> {
  const known = places.get(recording);
  if (known !== undefined) return known;
  const found = new Map(recording.steps.flatMap((step, index): [string, number][] => (step.kind === 'flow' ? [[step.edge.id, index]] : [])));
  places.set(recording, found);
  return found;
}

/** Local derivative × upstream, of single numbers; nothing where it is no single product. */
function productOf(recording: Recording, edge: Edge, format: (value: number) => string): string {
  const [only, ...others] = contributionsOf(replay(recording), edge, 0);
  if (only === undefined || others.length > 0) return '';
  return `${format(only.local)} × ${behindOperator(format(only.upstream))} = `;
}

/** `Linear(X, W₁, b₁)`. */
function callOf(recording: Recording, id: string): string {
  const node = indexOf(recording).nodes.get(id);
  if (node === undefined || isLeaf(node)) return formatName(id);
  return `${findOp(node.op)?.title ?? node.op}(${node.inputs.map(formatName).join(', ')})`;
}

function gradientName({ graph }: Recording, id: string): string {
  return partialName(graph.output, id);
}

function spelled(work: Working, format: (value: number) => string): string {
  return spelledText(work, (value) => formatSubstituted(value, format));
}
