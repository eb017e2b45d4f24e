import type { ComponentType } from 'react';
import type { Graph } from '../engine';
import type { Ask } from './ask';
import type { ExampleInput } from './circuits';
import type { Moment } from './moment';

/** The tools of understanding, in the order in which they stand. */
export const TOOL_NAMES = ['predict', 'blame', 'unfold', 'nudge', 'break', 'trace', 'code', 'glossary'] as const;

export type ToolName = (typeof TOOL_NAMES)[number];

/** The classic mistakes of a backward pass; each can be switched on in a sandbox. */
export const MISTAKES = [
  /** A gradient that arrives takes the place of what is there, instead of adding to it. */
  'overwritten',
  /** A matrix is read in the other order instead of being transposed. */
  'not transposed',
  /** Gradients of the step before are still there. */
  'not reset',
  /** Parameters move as soon as their own gradient is there. */
  'updated too early',
  /** The cost's slope is not divided by the number of examples. */
  'not divided',
  /** Sigmoid's slope is taken at its input instead of its output. */
  'slope of the input',
] as const;

export type Mistake = (typeof MISTAKES)[number];

/** What a lesson runs on. All of them are computed by the one engine. */
export type Stage =
  /** A graph by itself, whose leaves all have values; with a learning rate, an iteration ends with an update. */
  | { readonly kind: 'graph'; readonly graph: Graph; readonly learningRate?: number }
  /** An expression with its sliders and, if `descent` is set, gradient descent on what is trainable. */
  | { readonly kind: 'circuit'; readonly text: string; readonly inputs: readonly ExampleInput[]; readonly learningRate?: number; readonly descent?: boolean }
  /** The reader's own Boston network, with its training and its charts. */
  | { readonly kind: 'network' };

/** What is to be reached by doing, not by typing an answer. Judged by what the engine says. */
export type Goal =
  /** Some SGD steps have been taken on the network, in all. */
  | { readonly reach: 'sgd steps'; readonly least: number }
  /** An epoch's mean loss has come below this. */
  | { readonly reach: 'epoch loss'; readonly below: number }
  /** A descent has ended by itself, within so much of a place. */
  | { readonly reach: 'descent'; readonly input: string; readonly at: number; readonly within: number }
  /** A descent has run away, or an SGD run has diverged. */
  | { readonly reach: 'divergence' }
  /** The reader has brought an input to a value (to 1e-9), or a node's value to one. */
  | { readonly reach: 'value'; readonly node: string; readonly at: number; readonly within: number };

/** Something to do, which is checked. Its words stand in the prose, around it. */
export type Exercise =
  | { readonly kind: 'question'; readonly ask: Ask }
  /** The words stand in the prose, as options of a `<Choice>`. */
  | { readonly kind: 'choice' }
  /** Put the nodes of the step's graph into an order in which they can be computed. */
  | { readonly kind: 'order' }
  /** A hidden mistake, to be found with the gradient check and named. */
  | { readonly kind: 'find'; readonly mistake: Mistake }
  | { readonly kind: 'goal'; readonly goal: Goal };

/** One step of a lesson's guided sequence: what it shows, and what it asks. Its prose is the `<Step id>` of the same id. */
export interface LessonStep {
  /** Its part of the address: lower case, words joined by hyphens. */
  readonly id: string;
  readonly title: string;
  /** Which of the lesson's stages; that of the step before if left out (of the first step: the first). */
  readonly stage?: string;
  /** Where time is set when the step is opened, and up to where it then plays; left out, it stays there. */
  readonly from?: Moment;
  readonly to?: Moment;
  /** Selected when the step is opened: a node's id, or an edge's `to:port` with `edge`. */
  readonly select?: { readonly kind: 'node' | 'edge'; readonly id: string };
  /** The chosen cell of the selected node. */
  readonly cell?: number;
  /** What it speaks of; all else steps back. */
  readonly spotlight?: { readonly nodes?: readonly string[]; readonly edges?: readonly string[] };
  /** The tool that is opened with it; left out, the one that is open is closed. */
  readonly tool?: ToolName;
  readonly exercises?: Readonly<Record<string, Exercise>>;
}

/** A lesson as data, with its prose. */
export interface Lesson {
  readonly stages: Readonly<Record<string, Stage>>;
  readonly steps: readonly LessonStep[];
  readonly Prose: ComponentType<{ readonly components: Readonly<Record<string, unknown>> }>;
}
