import type { Lesson, LessonStep } from '../lesson';
import Prose from './chainRule.mdx';
import { STAGES } from './stages';

const STEPS: readonly LessonStep[] = [
  {
    id: 'dominoes',
    title: 'A row of dominoes',
    stage: 'chain',
    from: { endOf: 'feed' },
    to: { endOf: 'forward' },
    select: { kind: 'node', id: 'x' },
    spotlight: { nodes: ['x', 'q', 'f'], edges: ['q:0', 'f:0'] },
  },
  {
    id: 'last-link',
    title: 'The last link first',
    stage: 'chain',
    from: { endOf: 'forward' },
    to: { gradientOf: 'z' },
    select: { kind: 'node', id: 'f' },
    spotlight: { nodes: ['q', 'z', 'f'], edges: ['f:0', 'f:1'] },
  },
  {
    id: 'multiply',
    title: 'Along a path, multiply',
    stage: 'chain',
    from: { gradientOf: 'z' },
    to: 'end',
    select: { kind: 'node', id: 'x' },
    tool: 'blame',
  },
  {
    id: 'by-hand',
    title: 'By hand',
    stage: 'byHand',
    from: { endOf: 'forward' },
    select: { kind: 'node', id: 'y' },
    exercises: {
      middle: { kind: 'question', ask: { what: 'gradient', node: 'q', cell: 0 } },
      subtracted: { kind: 'question', ask: { what: 'gradient', node: 'y', cell: 0 } },
    },
  },
  {
    id: 'two-readers',
    title: 'Where paths meet, add',
    stage: 'shared',
    from: { endOf: 'forward' },
    to: 'end',
    select: { kind: 'node', id: 'x' },
    spotlight: { nodes: ['x', 'q', 'f'], edges: ['q:0', 'f:0', 'f:1'] },
    tool: 'blame',
  },
  {
    id: 'add-by-hand',
    title: 'By hand, along both paths',
    stage: 'sharedByHand',
    from: { endOf: 'forward' },
    select: { kind: 'node', id: 'x' },
    exercises: { both: { kind: 'question', ask: { what: 'gradient', node: 'x', cell: 0 } } },
  },
  {
    id: 'neuron',
    title: 'The neuron, backward',
    stage: 'neuron',
    from: { endOf: 'forward' },
    to: { gradientOf: 'l' },
    select: { kind: 'node', id: 'u' },
    spotlight: { nodes: ['l', 'n', 'u', 'p', 'f'], edges: ['n:0', 'u:0', 'p:1', 'f:1'] },
  },
  {
    id: 'weights',
    title: 'On to the weights',
    stage: 'neuron',
    from: { gradientOf: 'l' },
    select: { kind: 'node', id: 'w1' },
    spotlight: { nodes: ['l', 'v1', 'v2', 'v3', 'w0', 'x0', 'w1', 'x1', 'w2'], edges: ['l:0', 'l:1', 'v3:0', 'v3:1', 'v1:0', 'v1:1', 'v2:0', 'v2:1'] },
    tool: 'predict',
    exercises: {
      weight: { kind: 'question', ask: { what: 'gradient', node: 'w1', cell: 0 } },
      downhill: { kind: 'choice' },
    },
  },
  {
    id: 'find-the-mistake',
    title: 'Find the mistake',
    stage: 'shared',
    from: { endOf: 'backward' },
    select: { kind: 'node', id: 'x' },
    exercises: { mistake: { kind: 'find', mistake: 'overwritten' } },
  },
];

/** The chain rule: multiply along a path, add where paths meet; then a neuron, operation by operation. */
export const lesson: Lesson = { stages: STAGES, steps: STEPS, Prose };
