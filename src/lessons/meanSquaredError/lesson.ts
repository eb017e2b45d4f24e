import type { Lesson, LessonStep } from '../lesson';
import Prose from './meanSquaredError.mdx';
import { STAGES } from './stages';

const STEPS: readonly LessonStep[] = [
  {
    id: 'one-number',
    title: 'One number for how wrong',
    stage: 'errors',
    from: { endOf: 'feed' },
    to: { endOf: 'forward' },
    select: { kind: 'node', id: 'C' },
    spotlight: { nodes: ['y', 'a', 'C'], edges: ['C:0', 'C:1'] },
  },
  {
    id: 'why-squares',
    title: 'Why squares',
    stage: 'single',
    from: { endOf: 'feed' },
    to: { endOf: 'forward' },
    select: { kind: 'node', id: 'a' },
    spotlight: { nodes: ['y', 'a', 'v1', 'C'], edges: ['v1:0', 'v1:1', 'C:0'] },
    exercises: {
      squares: { kind: 'choice' },
      fourfold: { kind: 'goal', goal: { reach: 'value', node: 'C', at: 9, within: 0.01 } },
    },
  },
  {
    id: 'one-slope',
    title: 'The slope of one error',
    stage: 'single',
    from: { endOf: 'seed' },
    to: 'end',
    select: { kind: 'node', id: 'a' },
    spotlight: { nodes: ['a', 'v1', 'C'], edges: ['v1:1', 'C:0'] },
  },
  {
    id: 'gradients',
    title: 'Two divided by how many',
    stage: 'errors',
    from: { endOf: 'forward' },
    to: 'end',
    select: { kind: 'node', id: 'a' },
    cell: 2,
    spotlight: { nodes: ['y', 'a', 'C'], edges: ['C:0', 'C:1'] },
  },
  {
    id: 'by-hand',
    title: 'By hand',
    stage: 'byHand',
    from: { endOf: 'feed' },
    select: { kind: 'node', id: 'a' },
    spotlight: { nodes: ['y', 'a', 'C'], edges: ['C:0', 'C:1'] },
    exercises: {
      cost: { kind: 'question', ask: { what: 'value', node: 'C', cell: 0 } },
      third: { kind: 'question', ask: { what: 'gradient', node: 'y', cell: 2 } },
      first: { kind: 'question', ask: { what: 'gradient', node: 'a', cell: 0 } },
    },
  },
  {
    id: 'column',
    title: 'A vector meets a column',
    stage: 'column',
    from: { endOf: 'feed' },
    to: { endOf: 'forward' },
    select: { kind: 'node', id: 'C' },
    spotlight: { nodes: ['y', 'a', 'C'], edges: ['C:0', 'C:1'] },
  },
  {
    id: 'stretched',
    title: 'Where shapes are stretched',
    stage: 'table',
    from: { endOf: 'feed' },
    select: { kind: 'node', id: 'a' },
    spotlight: { nodes: ['y', 'a', 'd'], edges: ['d:0', 'd:1'] },
    exercises: { table: { kind: 'question', ask: { what: 'shape', node: 'd' } } },
  },
  {
    id: 'wrong-cost',
    title: 'A cost that nobody wanted',
    stage: 'stretched',
    from: { endOf: 'feed' },
    to: { endOf: 'forward' },
    select: { kind: 'node', id: 'd' },
    spotlight: { nodes: ['d', 'q', 'C'], edges: ['q:0', 'q:1', 'C:0'] },
    exercises: { noticed: { kind: 'choice' } },
  },
  {
    id: 'find-the-mistake',
    title: 'Find the mistake',
    stage: 'errors',
    from: { endOf: 'backward' },
    select: { kind: 'node', id: 'a' },
    exercises: { mistake: { kind: 'find', mistake: 'not divided' } },
  },
];

/** The mean squared error: one number for how wrong, its two gradients, and why its shapes must agree. */
export const lesson: Lesson = { stages: STAGES, steps: STEPS, Prose };
