import type { Lesson } from './lesson';

/** A lesson in the list; all else is fetched when it is opened. */
export interface LessonEntry {
  /** Its part of the address: lower case, words joined by hyphens. */
  readonly id: string;
  readonly title: string;
  /** What a reader can do afterwards, in a sentence. */
  readonly aim: string;
  /** About how long it takes. */
  readonly minutes: number;
  readonly load: () => Promise<{ readonly lesson: Lesson }>;
}

/** The lessons, in their order. */
export const LESSONS: readonly LessonEntry[] = [
  {
    id: 'what-is-learned',
    title: 'What is being learned',
    aim: 'Say what data, parameters, predictions and error are, and what one round of training does.',
    minutes: 10,
    load: () => import('./whatIsLearned/lesson'),
  },
  {
    id: 'graph-of-nodes',
    title: 'A graph of nodes',
    aim: 'Name the four things that every node has, and read them off a graph.',
    minutes: 8,
    load: () => import('./graphOfNodes/lesson'),
  },
  {
    id: 'topological-sort',
    title: 'Topological sort',
    aim: 'Put the nodes of a graph into an order that works, and say why a cycle has none.',
    minutes: 9,
    load: () => import('./topologicalSort/lesson'),
  },
  {
    id: 'add-and-multiply',
    title: 'Add and multiply',
    aim: 'Work out the value and every gradient of a graph of sums and products by hand.',
    minutes: 8,
    load: () => import('./addAndMultiply/lesson'),
  },
  {
    id: 'linear',
    title: 'Linear: rows times columns',
    aim: 'Compute a layer and its three gradients by hand, and say which shapes fit.',
    minutes: 13,
    load: () => import('./linear/lesson'),
  },
  {
    id: 'sigmoid',
    title: 'Sigmoid: where the line bends',
    aim: 'Write the slope of the sigmoid by its own output, and say where a neuron stops learning.',
    minutes: 11,
    load: () => import('./sigmoid/lesson'),
  },
  {
    id: 'mean-squared-error',
    title: 'Mean squared error: how wrong',
    aim: 'Compute a cost and what it asks of each prediction, and tell a wrong shape from a right one.',
    minutes: 11,
    load: () => import('./meanSquaredError/lesson'),
  },
  {
    id: 'chain-rule',
    title: 'The chain rule',
    aim: 'Work out any gradient of a small graph by hand: multiply along a path, add where paths meet.',
    minutes: 13,
    load: () => import('./chainRule/lesson'),
  },
  {
    id: 'backpropagation',
    title: 'Backpropagation through layers',
    aim: 'Compute every gradient of a network with one layer and with two, walking back edge by edge.',
    minutes: 14,
    load: () => import('./backpropagation/lesson'),
  },
  {
    id: 'gradient-descent',
    title: 'Gradient descent',
    aim: 'Use a gradient to go downhill, and say why a descent arrives, stands still or runs away.',
    minutes: 11,
    load: () => import('./gradientDescent/lesson'),
  },
  {
    id: 'stochastic-gradient-descent',
    title: 'Stochastic gradient descent',
    aim: 'Train a network batch by batch, read its loss curve, and choose a learning rate and a batch size.',
    minutes: 12,
    load: () => import('./stochasticGradientDescent/lesson'),
  },
];
