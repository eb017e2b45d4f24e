import type { Lesson, LessonStep } from '../lesson';
import Prose from './linear.mdx';
import { STAGES } from './stages';

const STEPS: readonly LessonStep[] = [
  {
    id: 'neuron',
    title: 'One neuron: a weighted sum',
    stage: 'neuron',
    from: { endOf: 'feed' },
    to: { endOf: 'forward' },
    select: { kind: 'node', id: 'y' },
    spotlight: { nodes: ['x1', 'w1', 'x2', 'w2', 'b', 'v1', 'v2', 'v3', 'y'], edges: ['v1:0', 'v1:1', 'v2:0', 'v2:1', 'v3:0', 'v3:1', 'y:0', 'y:1'] },
  },
  {
    id: 'turning',
    title: 'What a nudge does',
    stage: 'neuron',
    from: { endOf: 'seed' },
    to: 'end',
    select: { kind: 'node', id: 'b' },
    spotlight: { nodes: ['w1', 'x1', 'b', 'v1', 'y'], edges: ['v1:0', 'v1:1', 'y:1'] },
    exercises: { zero: { kind: 'goal', goal: { reach: 'value', node: 'y', at: 0, within: 1e-9 } } },
  },
  {
    id: 'rows-and-columns',
    title: 'Rows times columns',
    stage: 'product',
    from: { endOf: 'feed' },
    to: { node: 'P', has: 'compute' },
    select: { kind: 'node', id: 'P' },
    cell: 0,
    spotlight: { nodes: ['X', 'W', 'P'], edges: ['P:0', 'P:1'] },
    tool: 'unfold',
  },
  {
    id: 'bias',
    title: 'The bias, once a column',
    stage: 'layer',
    from: { endOf: 'feed' },
    to: { node: 'l', has: 'compute' },
    select: { kind: 'node', id: 'l' },
    cell: 0,
    spotlight: { nodes: ['X', 'W', 'b', 'l'], edges: ['l:0', 'l:1', 'l:2'] },
    tool: 'unfold',
  },
  {
    id: 'by-hand',
    title: 'By hand, forward',
    stage: 'byHand',
    from: { endOf: 'feed' },
    select: { kind: 'node', id: 'l' },
    spotlight: { nodes: ['X', 'W', 'b', 'l'], edges: ['l:0', 'l:1', 'l:2'] },
    exercises: { upperRight: { kind: 'question', ask: { what: 'value', node: 'l', cell: 1 } } },
  },
  {
    id: 'shapes',
    title: 'Which shapes fit',
    stage: 'shapes',
    from: { endOf: 'feed' },
    spotlight: { nodes: ['X', 'W', 'b', 'l'], edges: ['l:0', 'l:1', 'l:2'] },
    exercises: {
      output: { kind: 'question', ask: { what: 'shape', node: 'l' } },
      refused: { kind: 'choice' },
    },
  },
  {
    id: 'from-above',
    title: 'Backward: what arrives from above',
    stage: 'layer',
    from: { endOf: 'forward' },
    to: { gradientOf: 'l' },
    select: { kind: 'node', id: 'l' },
    spotlight: { nodes: ['l', 'C'], edges: ['C:0'] },
  },
  {
    id: 'gradients',
    title: 'Backward: three gradients',
    stage: 'layer',
    from: { gradientOf: 'l' },
    to: { endOf: 'backward' },
    select: { kind: 'node', id: 'W' },
    cell: 2,
    spotlight: { nodes: ['X', 'W', 'b', 'l'], edges: ['l:0', 'l:1', 'l:2'] },
    tool: 'unfold',
  },
  {
    id: 'transposed',
    title: 'By hand, backward',
    stage: 'byHand',
    from: { gradientOf: 'l' },
    spotlight: { nodes: ['X', 'W', 'b', 'l'], edges: ['l:0', 'l:1', 'l:2'] },
    exercises: {
      weight: { kind: 'question', ask: { what: 'gradient', node: 'W', cell: 2 } },
      input: { kind: 'question', ask: { what: 'gradient', node: 'X', cell: 1 } },
    },
  },
  {
    id: 'find-the-mistake',
    title: 'Find the mistake',
    stage: 'layer',
    from: { endOf: 'backward' },
    select: { kind: 'node', id: 'W' },
    exercises: { mistake: { kind: 'find', mistake: 'not transposed' } },
  },
];

/** The linear node: a layer of neurons as one product of matrices, forward and backward. */
export const lesson: Lesson = { stages: STAGES, steps: STEPS, Prose };
