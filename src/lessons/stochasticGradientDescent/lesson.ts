import type { Lesson, LessonStep } from '../lesson';
import Prose from './stochasticGradientDescent.mdx';
import { STAGES } from './stages';

const STEPS: readonly LessonStep[] = [
  {
    id: 'homes',
    title: 'Homes, features, prices',
    stage: 'network',
    from: { endOf: 'sort' },
    to: { endOf: 'feed' },
    spotlight: { nodes: ['X', 'y', 'W1', 'b1', 'W2', 'b2'] },
  },
  {
    id: 'a-batch',
    title: 'A batch, not everything',
    from: { node: 'l1', has: 'compute' },
    to: { endOf: 'forward' },
    select: { kind: 'node', id: 'X' },
    spotlight: { nodes: ['X', 'y', 'C'], edges: ['l1:0', 'C:0'] },
    exercises: { few: { kind: 'choice' } },
  },
  {
    id: 'one-step',
    title: 'One SGD step',
    from: { endOf: 'forward' },
    to: 'end',
    exercises: { steps: { kind: 'goal', goal: { reach: 'sgd steps', least: 5 } } },
  },
  {
    id: 'an-epoch',
    title: 'An epoch',
    exercises: { twice: { kind: 'choice' } },
  },
  {
    id: 'the-curve',
    title: 'Watch it learn',
    exercises: { learned: { kind: 'goal', goal: { reach: 'epoch loss', below: 12 } }, jumps: { kind: 'choice' } },
  },
  {
    id: 'too-large',
    title: 'Too large a learning rate',
    exercises: { diverge: { kind: 'goal', goal: { reach: 'divergence' } }, first: { kind: 'choice' } },
  },
  {
    id: 'and-back',
    title: 'Begin anew',
    exercises: { again: { kind: 'goal', goal: { reach: 'epoch loss', below: 20 } } },
  },
  {
    id: 'all-at-once',
    title: 'First all gradients, then the update',
    stage: 'small',
    from: { gradientOf: 'l2' },
    to: 'end',
    spotlight: { nodes: ['W2', 's', 'l2'], edges: ['l2:0', 'l2:1'] },
    exercises: { mistake: { kind: 'find', mistake: 'updated too early' } },
  },
  {
    id: 'choosing',
    title: 'How much, how often',
    stage: 'network',
    exercises: { rate: { kind: 'choice' }, batch: { kind: 'choice' } },
  },
];

/** Stochastic gradient descent: the lesson's network learns the prices of homes. */
export const lesson: Lesson = { stages: STAGES, steps: STEPS, Prose };
