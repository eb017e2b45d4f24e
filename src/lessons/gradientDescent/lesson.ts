import type { Lesson, LessonStep } from '../lesson';
import Prose from './gradientDescent.mdx';
import { STAGES } from './stages';

/** Where the descent should end; it stops a little short of 9/4, where its steps have become short. */
const MINIMUM = { reach: 'descent', input: 'x', at: 9 / 4 } as const;

const STEPS: readonly LessonStep[] = [
  {
    id: 'downhill',
    title: 'Which way is down?',
    stage: 'slope',
    from: { endOf: 'forward' },
    to: { endOf: 'backward' },
    select: { kind: 'node', id: 'x' },
    exercises: { direction: { kind: 'choice' } },
  },
  {
    id: 'two-ways',
    title: 'The slope, along two paths',
    stage: 'ways',
    from: { endOf: 'seed' },
    spotlight: { nodes: ['x', 'v1', 'v2', 'v3', 'v4', 'f'], edges: ['v1:0', 'v2:0', 'v3:1', 'v4:0', 'v4:1', 'f:0'] },
    exercises: { fourthPower: { kind: 'question', ask: { what: 'flow', edge: 'v1:0', cell: 0 } } },
  },
  {
    id: 'the-rule',
    title: 'The rule',
    stage: 'slope',
    from: { endOf: 'backward' },
    to: 'end',
    select: { kind: 'node', id: 'x' },
    spotlight: { nodes: ['x'], edges: ['v1:0', 'v2:0'] },
  },
  {
    id: 'again',
    title: 'Again and again',
    stage: 'descent',
    from: 'end',
    exercises: { arrive: { kind: 'goal', goal: { ...MINIMUM, within: 1e-4 } } },
  },
  {
    id: 'bottom',
    title: 'Where the slope is 0',
    stage: 'bottom',
    from: { endOf: 'seed' },
    to: { endOf: 'backward' },
    spotlight: { nodes: ['x', 'v1', 'v2'], edges: ['v1:0', 'v2:0'] },
    exercises: { short: { kind: 'choice' } },
  },
  {
    id: 'level-ground',
    title: 'Level ground that is no minimum',
    stage: 'level',
    from: { endOf: 'backward' },
    exercises: { out: { kind: 'goal', goal: { ...MINIMUM, within: 1e-3 } }, left: { kind: 'choice' } },
  },
  {
    id: 'too-far',
    title: 'Steps that are too long',
    stage: 'far',
    from: { endOf: 'backward' },
    to: 'end',
    exercises: { runAway: { kind: 'goal', goal: { reach: 'divergence' } } },
  },
  {
    id: 'and-back',
    title: 'Shorter steps',
    exercises: { arrive: { kind: 'goal', goal: { ...MINIMUM, within: 1e-2 } }, smaller: { kind: 'choice' } },
  },
];

/** Gradient descent on one number: the rule, where it ends, and where it does not. */
export const lesson: Lesson = { stages: STAGES, steps: STEPS, Prose };
