import type { Edge } from '../engine/graph';
import type { Phase, Step } from '../engine/recording';
import type { Tensor } from '../engine/tensor';
import type { Frame } from './frame';
import { formatName } from './format';
import { figure, spokenFigure } from './figure';
import type { Timeline } from './timeline';

/** What is happening, in the three parts that stand beside the transport: `backward · s → l₁ · step 15 of 24`. */
export interface Sentence {
  /** Undefined before the first step. */
  readonly phase: Phase | undefined;
  readonly what: string;
  readonly position: string;
}

/** The sentence of a frame. */
export function sentenceOf(timeline: Timeline, frame: Frame): Sentence {
  const position = `step ${frame.index + 1} of ${timeline.steps.length}`;
  if (frame.step === undefined) return { phase: undefined, what: 'nothing computed yet', position };
  return { phase: frame.step.phase, what: whatHappens(frame.step), position };
}

/** A sentence as one line of text. */
export function sentenceText({ phase, what, position }: Sentence): string {
  return [phase ?? 'start', what, position].join(' · ');
}

/** The same for the ear, with the values: `Backward: from s to l1, gradient norm 0.214. Step 15 of 24.` */
export function spokenSentence(timeline: Timeline, frame: Frame): string {
  const total = timeline.steps.length;
  if (frame.step === undefined) return `Start of the iteration: nothing is computed yet. ${total} steps.`;
  const end = frame.completed === total ? ' End of the iteration.' : '';
  return `${spokenStep(frame.step)}. Step ${frame.index + 1} of ${total}.${end}`;
}

function whatHappens(step: Step): string {
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
      return `∂${formatName(step.node)}/∂${formatName(step.node)} = ${figure(step.gradient)}`;
    case 'feed':
    case 'compute':
    case 'update':
      return formatName(step.node);
  }
}

function spokenStep(step: Step): string {
  switch (step.kind) {
    case 'ready':
      return `Sort: ${step.node} is ready`;
    case 'emit':
      return `Sort: ${step.node} is number ${step.position + 1}`;
    case 'release':
      return `Sort: the edge from ${step.edge.from} to ${step.edge.to} goes, ${stillWaiting(step.edge, step.waiting)}`;
    case 'feed':
      return `Feed: ${step.node}, ${spokenFigure('value', step.value)}`;
    case 'carry':
      return `Forward: from ${step.edge.from} to ${step.edge.to}, ${spokenFigure('value', step.value)}`;
    case 'compute':
      return `Forward: ${step.node} computes, ${spokenFigure('value', step.value)}`;
    case 'seed':
      return `Seed: the gradient of ${step.node} by itself is ${figure(step.gradient)}`;
    case 'flow':
      return `Backward: from ${step.edge.to} to ${step.edge.from}, ${spokenFigure('gradient', step.flow)}`;
    case 'update':
      return `Update: ${step.node}, ${spokenChange(step.before, step.after)}`;
  }
}

function stillWaiting({ to }: Edge, waiting: number): string {
  return waiting === 0 ? `${to} waits for nothing more` : `${to} still waits for ${waiting}`;
}

function spokenChange(before: Tensor, after: Tensor): string {
  const what = before.shape.length === 0 ? 'value' : 'value norm';
  return `${what} from ${figure(before)} to ${figure(after)}`;
}

function arrow(from: string, to: string): string {
  return `${formatName(from)} → ${formatName(to)}`;
}
