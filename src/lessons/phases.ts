import type { Phase } from '../engine';

/** What is said of a moment: a title and a sentence or two. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
}

/** What is said of every moment of an iteration. */
export interface Explanations {
  /** Before the first step. */
  readonly start: Explanation;
  readonly phases: Readonly<Record<Phase, Explanation>>;
  /** While steps follow one another too quickly for words of their own. @param step its number */
  readonly running: (step: string) => Explanation;
}

/** Before the first step. */
const START: Explanation = {
  title: 'One iteration of learning',
  text: 'Nothing has been computed yet. Step forward: first the graph is sorted, then fed, then the passes follow.',
};

/** What each phase of an iteration is for. */
const PHASE_EXPLANATIONS: Readonly<Record<Phase, Explanation>> = {
  sort: {
    title: 'Sort: who comes first?',
    text: 'Every node has to come after all that it reads. A node that waits for nothing more is ready; taking it away frees its readers.',
  },
  feed: {
    title: 'Feed: a batch arrives',
    text: 'The leaves receive their values: a batch of homes, drawn at random and put back, and the parameters as they are.',
  },
  forward: {
    title: 'Forward: from the data to the cost',
    text: 'In the sorted order, every node computes its value from the values of its inputs, up to the cost C.',
  },
  seed: {
    title: 'Backward: it starts at the cost',
    text: 'How much does C change with C? Exactly as much: the gradient of the cost with respect to itself is 1.',
  },
  backward: {
    title: 'Backward: sharing the blame',
    text: 'Against the order, each edge carries the local derivative times the gradient from above. Where several arrive, they add up.',
  },
  update: {
    title: 'Update: a small step downhill',
    text: 'With all gradients known, each parameter moves against its own, by the learning rate times the gradient.',
  },
};

/** While the graph follows a training, whose steps are too quick for words of their own. */
function trainingExplanation(step: string): Explanation {
  return {
    title: 'Training: step after step',
    text: `Forward, backward, update, with a new batch each time. The graph shows SGD step ${step}, one out of many.`,
  };
}

/** The words for an iteration of a network's training. */
export const NETWORK_EXPLANATIONS: Explanations = { start: START, phases: PHASE_EXPLANATIONS, running: trainingExplanation };
