/** How a training on batches stands. */
export interface TrainingFacts {
  /** Which run is at the front. */
  readonly run: number;
  /** SGD steps that it has taken in all. */
  readonly steps: number;
  /** Whether its past is being brought back: steps that count up now have been taken before. */
  readonly returning: boolean;
  /** How many epochs have ended. */
  readonly epochs: number;
  /** The mean loss of the epoch at a place in the list of those that have ended, from 0. */
  readonly epochLoss: (index: number) => number;
  /** The SGD step, from 1, at which a number ceased to be finite. */
  readonly divergedAt: number | undefined;
}

/** How a descent has ended: where a step was short or the slope 0, at its last allowed step, or out of the finite numbers. */
export type DescentEnd = 'at rest' | 'out of steps' | 'run away';

/** How a gradient descent stands. */
export interface DescentFacts {
  /** Which descent it is: another object after every beginning anew. */
  readonly which: object;
  /** How many steps it has taken; −1 before it has begun. */
  readonly iteration: number;
  /** How it has ended, if it has. */
  readonly end: DescentEnd | undefined;
  /** Where an input is; undefined for a name that is none. */
  readonly place: (input: string) => number | undefined;
}

/** What a goal is judged by: all that is known at a moment of the graph on the screen and of what moves it. */
export interface GoalFacts {
  readonly training: TrainingFacts | undefined;
  readonly descent: DescentFacts | undefined;
  /** The value of a node of single numbers in the iteration that is shown; undefined if it has none. */
  readonly value: (node: string) => number | undefined;
}
