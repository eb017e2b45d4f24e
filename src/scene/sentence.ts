import type { Edge } from '../engine/graph';
import { norm } from '../engine/norm';
import type { Phase, Step } from '../engine/recording';
import type { Tensor } from '../engine/tensor';
import { figureWordsOf, type FigureWords } from './figure';
import { formatName, partialName } from './format';
import type { Frame } from './frame';
import type { Granularity } from './granularity';
import { strideAt } from './stride';
import { nodeWords, phaseWords, spokenNodeWords } from './strideWords';
import type { Timeline } from './timeline';

/** What is happening, in the three parts that stand beside the transport: `backward · s → l₁ · step 15 of 24`. */
export interface Sentence {
  /** Undefined before the first step. */
  readonly phase: Phase | undefined;
  readonly what: string;
  readonly position: string;
}

/**
 * The sentence of a frame. Walking node by node it tells all that the node does; phase by phase it tells what the phase
 * came to, once it is over.
 */
export function sentenceOf(timeline: Timeline, frame: Frame, granularity: Granularity = 'edge'): Sentence {
  const position = `step ${frame.index + 1} of ${timeline.steps.length}`;
  if (frame.step === undefined) return { phase: undefined, what: 'nothing computed yet', position };
  return { phase: frame.step.phase, what: strideWords(timeline, frame, granularity) ?? whatHappens(frame.step, figureWordsOf(timeline.recording.graph)), position };
}

/** A sentence as one line of text. */
export function sentenceText({ phase, what, position }: Sentence): string {
  return [phase ?? 'start', what, position].join(' · ');
}

/** The same for the ear, with the values: `Backward: from s to l1, gradient norm 0.214. Step 15 of 24.` */
export function spokenSentence(timeline: Timeline, frame: Frame, granularity: Granularity = 'edge'): string {
  const total = timeline.steps.length;
  if (frame.step === undefined) return `Start of the iteration: nothing is computed yet. ${total} ${total === 1 ? 'step' : 'steps'}.`;
  const end = frame.completed === total ? ' End of the iteration.' : '';
  return `${spokenStride(timeline, frame, granularity) ?? spokenStep(frame.step, figureWordsOf(timeline.recording.graph))}. Step ${frame.index + 1} of ${total}.${end}`;
}

/** What a whole stride does; undefined where its last step says it better. */
function strideWords(timeline: Timeline, frame: Frame, granularity: Granularity): string | undefined {
  if (granularity === 'edge') return undefined;
  const stride = strideAt(timeline, frame, granularity);
  if (stride === undefined) return undefined;
  if (granularity === 'node') return nodeWords(stride);
  const [{ phase }] = stride.steps;
  // The seed is one step, and its formula says more than that the phase is over.
  return stride.complete && phase !== 'seed' ? phaseWords(phase, timeline.recording.graph) : undefined;
}

function spokenStride(timeline: Timeline, frame: Frame, granularity: Granularity): string | undefined {
  if (granularity === 'edge') return undefined;
  const stride = strideAt(timeline, frame, granularity);
  // What has not all happened yet is told as it comes.
  if (stride?.complete !== true) return undefined;
  if (granularity === 'node') return spokenNodeWords(stride, figureWordsOf(timeline.recording.graph));
  const [{ phase }] = stride.steps;
  if (phase === 'seed') return undefined;
  const name = phase.charAt(0).toUpperCase() + phase.slice(1);
  const { graph } = timeline.recording;
  const value = phase === 'forward' ? frame.state.nodes.get(graph.output)?.value : undefined;
  return `${name}: ${phaseWords(phase, graph)}${value === undefined ? '' : `, ${graph.output} has the ${figureWordsOf(graph).spoken('value', value)}`}`;
}

function whatHappens(step: Step, { written }: FigureWords): string {
  switch (step.kind) {
    case 'ready':
      return `${formatName(step.node)} is ready`;
    case 'emit':
      return `${formatName(step.node)} is number ${step.position + 1}`;
    case 'release':
    case 'carry':
      return arrow(step.edge.from, step.edge.to);
    case 'flow':
      return arrow(step.edge.to, step.edge.from);
    case 'seed':
      return `${partialName(step.node, step.node)} = ${written(step.gradient)}`;
    case 'feed':
    case 'compute':
    case 'update':
      return formatName(step.node);
  }
}

function spokenStep(step: Step, { written, spoken, amount }: FigureWords): string {
  switch (step.kind) {
    case 'ready':
      return `Sort: ${step.node} is ready`;
    case 'emit':
      return `Sort: ${step.node} is number ${step.position + 1}`;
    case 'release':
      return `Sort: the edge from ${step.edge.from} to ${step.edge.to} goes, ${stillWaiting(step.edge, step.waiting)}`;
    case 'feed':
      return `Feed: ${step.node}, ${spoken('value', step.value)}`;
    case 'carry':
      return `Forward: from ${step.edge.from} to ${step.edge.to}, ${spoken('value', step.value)}`;
    case 'compute':
      return `Forward: ${step.node} computes, ${spoken('value', step.value)}`;
    case 'seed':
      return `Seed: the gradient of ${step.node} with respect to itself is ${written(step.gradient)}`;
    case 'flow':
      return `Backward: from ${step.edge.to} to ${step.edge.from}, ${spoken('gradient', step.flow)}`;
    case 'update':
      return `Update: ${step.node} moves by ${amount(moveOf(step.before, step.after))}, against its gradient`;
  }
}

function stillWaiting({ to }: Edge, waiting: number): string {
  return waiting === 0 ? `${to} waits for nothing more` : `${to} still waits for ${waiting}`;
}

/** How far a parameter moves: the norm of the difference. */
function moveOf(before: Tensor, after: Tensor): number {
  return norm(after.data.map((value, cell) => value - (before.data[cell] ?? NaN)));
}

function arrow(from: string, to: string): string {
  return `${formatName(from)} → ${formatName(to)}`;
}
