import { isLeaf, type Edge, type Program, type Recording, type Tensor } from '../../engine';
import type { Ask } from '../../lessons/ask';
import { formatName, partialName, texName } from '../../scene/format';
import { listed } from '../../scene/listed';
import { contributingEdges, indexOf } from '../../scene/recording/recordingIndex';
import { replay } from '../../scene/recording/replay';
import { spelledText } from '../../scene/recording/spelling';
import { formatSubstituted } from '../../scene/recording/substituted';
import { texDerivative } from '../../scene/recording/texFormulas';
import { contributionsOf, slopeOf, statesResult } from '../../scene/recording/working';
import type { Timeline } from '../../scene/timeline';
import { arithmeticSlips } from './arithmeticSlips';
import { chainSlips, type Path } from './chainSlips';
import { divisorSlips } from './divisorSlips';
import { spanOf, type Span } from './moments';
import { plainHint, type Hint, type Question } from './question';
import { realSlips } from './realSlips';
import { seedQuestion } from './seedQuestion';
import { swappedSlips, untransposedSlips } from './transposeSlips';
import { isSteady, reckoningOfContributions, type Reckon } from './workedReckoning';
import { cellPhrase, MOST_LISTED, texGradientCell } from './words';
import { writtenReckoning } from './writtenReckoning';

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
  const prompt = (place: string): string => `What travels back from ${from} to ${to}${place}?`;
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
  const [only, ...others] = edges;
  const own = program.view(node).data[cell] ?? NaN;
  // What comes over a whole edge is a path; a part of one is a summand.
  const isPart = all.map(({ edge }) => all.filter((other) => other.edge.id === edge.id).length > 1);
  return {
    ask,
    prompt: prompt(cellPhrase(shape, cell)),
    tex: ask.what === 'flow' ? flowTex(recording, node, shape, cell, edges) : texGradientCell(recording.graph, node, shape, cell),
    answer: { kind: 'number', value, scale, parts: all.length, isSteady: isSteady(reckon, value, scale) },
    hints: hintsOf(recording, program, node, cell, paths, edges),
    ...span,
    slips: realSlips(value, scale, [
      ...chainSlips(node, paths, value),
      ...divisorSlips(program, recording, edges, value),
      ...swappedSlips(shape, data, cell),
      ...(only !== undefined && others.length === 0 ? untransposedSlips(program, only, cell) : []),
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

function hintsOf(recording: Recording, program: Program, node: string, cell: number, paths: readonly Path[], edges: readonly Edge[]): [Hint, Hint, Hint] {
  const name = formatName(node);
  const above = listed([...new Set(edges.map(({ to }) => partialName(recording.graph.output, to)))], { most: MOST_LISTED });
  const parts = paths.reduce((count, { contributions }) => count + contributions.length, 0);
  const rule =
    paths.length > 1
      ? `The chain rule, once for each of the ${paths.length} times that ${name} is read: the local derivative × what arrives from above (${above}). Then the sum.`
      : `The chain rule: the local derivative of ${formatName(edges[0]?.to ?? '')} by ${name} × what arrives from above, ${above}.`;
  const tex = edges.flatMap(({ to, port }) => {
    const reader = indexOf(recording).nodes.get(to);
    const formula = reader === undefined || isLeaf(reader) ? undefined : texDerivative(recording, reader, port);
    return formula ?? [];
  });
  const sum = parts > paths.length ? `This cell has a part in ${parts} numbers, so that as many products are added. ` : '';
  return [
    plainHint(rule),
    { text: `${sum}In this graph:`, tex: [...new Set(tex)] },
    plainHint(`With the numbers of the graph: ${withNumbers(program, edges, cell, paths)} = ?`),
  ];
}

/** The sum of products, the local derivatives worked out where they are more than a given number. */
function withNumbers(program: Program, edges: readonly Edge[], cell: number, paths: readonly Path[]): string {
  const all = paths.flatMap(({ contributions }) => contributions);
  const [only, ...others] = all;
  const [edge] = edges;
  const slope = only === undefined || edge === undefined || others.length > 0 ? undefined : slopeOf(program, edge, cell);
  if (only === undefined || slope === undefined || slope.length < 2 || statesResult(slope)) return writtenReckoning(reckoningOfContributions(all));
  const upstream = formatSubstituted(only.upstream);
  return `(${spelledText(slope, formatSubstituted)}) × ${only.upstream < 0 ? `(${upstream})` : upstream}`;
}
