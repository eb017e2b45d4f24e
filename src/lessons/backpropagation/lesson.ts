import type { Lesson, LessonStep } from '../lesson';
import Prose from './backpropagation.mdx';
import { STAGES } from './stages';

const STEPS: readonly LessonStep[] = [
  {
    id: 'one-layer',
    title: 'One layer and a cost',
    stage: 'oneLayer',
    from: { endOf: 'feed' },
    to: { node: 'C', has: 'compute' },
  },
  {
    id: 'first-slope',
    title: 'The first slope: the cost',
    from: { endOf: 'forward' },
    to: { endOf: 'seed' },
    spotlight: { nodes: ['s', 'y', 'C'], edges: ['C:0', 'C:1'] },
    exercises: { second: { kind: 'question', ask: { what: 'flow', edge: 'C:1', cell: 1 } } },
  },
  {
    id: 'closed-gate',
    title: 'A gate that is nearly closed',
    from: { gradientOf: 's' },
    to: { gradientOf: 'l1' },
    select: { kind: 'edge', id: 's:0' },
    spotlight: { nodes: ['l1', 's'], edges: ['s:0', 'C:1'] },
    exercises: { tiny: { kind: 'choice' } },
  },
  {
    id: 'sharing',
    title: 'The layer shares it out',
    from: { gradientOf: 'l1' },
    spotlight: { nodes: ['X', 'W1', 'b1', 'l1'], edges: ['l1:0', 'l1:1', 'l1:2'] },
    exercises: { weight: { kind: 'question', ask: { what: 'gradient', node: 'W1', cell: 1 } } },
  },
  {
    id: 'two-layers',
    title: 'Another layer on top',
    stage: 'twoLayers',
    from: { node: 's', has: 'compute' },
    to: { node: 'C', has: 'compute' },
    spotlight: { nodes: ['s', 'W2', 'b2', 'l2', 'y', 'C'], edges: ['l2:0', 'l2:1', 'l2:2', 'C:0', 'C:1'] },
  },
  {
    id: 'second-weight',
    title: 'Blame for the second weight',
    from: { endOf: 'forward' },
    to: { edge: 'l2:1', has: 'flow' },
    select: { kind: 'node', id: 'W2' },
    spotlight: { nodes: ['C', 'l2', 'W2'], edges: ['C:1', 'l2:1'] },
    tool: 'blame',
    exercises: { bias: { kind: 'question', ask: { what: 'gradient', node: 'b2', cell: 0 } } },
  },
  {
    id: 'first-weights',
    title: 'Blame for the first weights',
    from: { gradientOf: 'l2' },
    to: { gradientOf: 'W1' },
    select: { kind: 'node', id: 'W1' },
    cell: 0,
    spotlight: { nodes: ['C', 'l2', 's', 'l1', 'W1'], edges: ['C:1', 'l2:0', 's:0', 'l1:1'] },
    tool: 'blame',
  },
  {
    id: 'the-pattern',
    title: 'Multiply along a path, add where paths meet',
    from: { endOf: 'seed' },
    to: { endOf: 'backward' },
    exercises: { meeting: { kind: 'choice' } },
  },
  {
    id: 'by-hand',
    title: 'By hand, from the cost to the first weights',
    stage: 'openGate',
    from: { endOf: 'seed' },
    exercises: {
      secondWeight: { kind: 'question', ask: { what: 'gradient', node: 'W2', cell: 0 } },
      behindTheGate: { kind: 'question', ask: { what: 'gradient', node: 'l1', cell: 0 } },
      firstWeight: { kind: 'question', ask: { what: 'gradient', node: 'W1', cell: 1 } },
    },
  },
];

/** Backpropagation through one layer and through two, every gradient of both. */
export const lesson: Lesson = { stages: STAGES, steps: STEPS, Prose };
