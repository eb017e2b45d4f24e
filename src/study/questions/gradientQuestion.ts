import type { Edge, Recording, Tensor } from '../../engine';
import type { Ask } from '../../lessons/ask';
import { formatName, partialName, texName } from '../../scene/format';
import { contributingEdges } from '../../scene/recording/recordingIndex';
import { replay } from '../../scene/recording/replay';
import { formatSubstituted } from '../../scene/recording/substituted';
import { contributionsOf } from '../../scene/recording/working';
import type { Timeline } from '../../scene/timeline';
import { arithmeticSlips } from './arithmeticSlips';
import { chainSlips, wholeSlips, type Path } from './chainSlips';
import { divisorSlips } from './divisorSlips';
import { gradientHints } from './gradientHints';
import { spanOf, type Span } from './moments';
import type { Question } from './question';
import { realSlips } from './realSlips';
import { seedQuestion } from './seedQuestion';
import { swappedSlips, untransposedSlips } from './transposeSlips';
import { isSteady, reckoningOfContributions, type Reckon } from './workedReckoning';
import { cellPhrase, ordinal, texGradientCell } from './words';

/** Asks for one cell of ∂output/∂node once all of it has arrived; undefined where none arrives, or no finite number. */
export function gradientQuestion(timeline: Timeline, ask: Extract<Ask, { what: 'gradient' }>): Question | undefined {
  const { recording, steps } = timeline;
  if (ask.node === recording.graph.output) return seedQuestion(timeline, ask);
  const edges = contributingEdges(recording, ask.node);
  const span = spanOf(timeline, (step) => step.kind === 'flow' && step.edge.from === ask.node);
  const last = span && steps[span.reveal - 1];
  if (span === undefined || last?.kind !== 'flow') return undefined;
  const prompt = (place: string): string => `What is ${partialName(recording.graph.output, ask.node)}${place}${edges.length > 1 ? ', once all of it has arrived' : ''}?`;
  return chainQuestion(recording, { ask, node: ask.node, cell: ask.cell, edges, span, gradient: last.total, prompt });
}

/** Asks for one cell of what travels back along an edge: its share of the gradient. */
export function flowQuestion(timeline: Timeline, ask: Extract<Ask, { what: 'flow' }>): Question | undefined {
  const { recording, steps } = timeline;
  const span = spanOf(timeline, (step) => step.kind === 'flow' && step.edge.id === ask.edge);
  const step = span && steps[span.before];
  if (span === undefined || step?.kind !== 'flow') return undefined;
  const { edge, flow } = step;
  const [from, to] = [formatName(edge.to), formatName(edge.from)];
  // One that reads a node twice has two edges to it.
  const alike = contributingEdges(recording, edge.from).filter((one) => one.to === edge.to);
  const along = alike.length < 2 ? '' : ` along the ${ordinal(alike.findIndex(({ id }) => id === edge.id) + 1)} of their ${alike.length} edges`;
  const prompt = (place: string): string => `What travels back from ${from} to ${to}${along}${place === '' || along === '' ? place : `,${place}`}?`;
  return chainQuestion(recording, { ask, node: edge.from, cell: ask.cell, edges: [edge], span, gradient: flow, prompt });
}

/** What is asked of the chain rule. */
interface Asked {
  readonly ask: Ask;
  readonly node: string;
  readonly cell: number;
  /** The edges over which what is asked for comes. */
  readonly edges: readonly Edge[];
  readonly span: Span;
  readonly gradient: Tensor;
  readonly prompt: (place: string) => string;
}

function chainQuestion(recording: Recording, { ask, node, cell, edges, span, gradient, prompt }: Asked): Question | undefined {
  const { shape, data } = gradient;
  const value = data[cell];
  if (value === undefined || !Number.isFinite(value)) return undefined;
  const program = replay(recording);
  const paths = edges.map((edge): Path => ({ by: edge.to, contributions: contributionsOf(program, edge, cell) }));
  const all = paths.flatMap(({ contributions }) => contributions);
  const scale = all.reduce((most, { product }) => Math.max(most, Math.abs(product)), Math.abs(value));
  const reckon: Reckon = (round) => reckoningOfContributions(all, round);
  const own = program.view(node).data[cell] ?? NaN;
  const { output } = recording.graph;
  // What comes over a whole edge is a path; a part of one is a summand.
  const isPart = all.map(({ edge }) => all.filter((other) => other.edge.id === edge.id).length > 1);
  return {
    ask,
    prompt: prompt(cellPhrase(shape, cell)),
    tex: ask.what === 'flow' ? flowTex(recording, node, shape, cell, edges) : texGradientCell(recording.graph, node, shape, cell),
    answer: { kind: 'number', value, scale, parts: all.length, isSteady: isSteady(reckon, value, scale) },
    hints: gradientHints(recording, program, { node, cell, edges, paths }),
    ...span,
    slips: realSlips(value, scale, [
      ...chainSlips(node, output, paths, value),
      ...(ask.what === 'flow' ? edges.flatMap((edge) => wholeSlips(recording, edge, program.gradientView(node).data[cell] ?? NaN)) : []),
      ...divisorSlips(program, recording, edges, value),
      ...swappedSlips(shape, data, cell),
      ...untransposedSlips(program, edges, paths.map(({ contributions }) => contributions.reduce((sum, { product }) => sum + product, 0)), cell),
      { kind: 'value', value: own, says: `That is the value of ${formatName(node)}${cellPhrase(shape, cell)}, ${formatSubstituted(own)}, not its gradient.` },
      ...arithmeticSlips(reckon, value, (summand) => isPart[summand] === true),
    ]),
    about: {
      nodes: [...new Set([node, ...edges.map(({ to }) => to)])],
      edges: edges.map(({ id }) => id),
    },
  };
}

/** A flow is a gradient where it is the only one, and else a part of one. */
function flowTex(recording: Recording, node: string, shape: Tensor['shape'], cell: number, [edge]: readonly Edge[]): string {
  const whole = texGradientCell(recording.graph, node, shape, cell);
  if (edge === undefined || contributingEdges(recording, node).length < 2) return whole;
  return `${whole}\\Big|_{\\text{through }${texName(edge.to)}}`;
}
