import type { Lesson, LessonStep } from '../lesson';
import Prose from './sigmoid.mdx';
import { STAGES } from './stages';

const STEPS: readonly LessonStep[] = [
  {
    id: 'straight',
    title: 'Why anything has to bend',
    stage: 'straight',
    from: { endOf: 'forward' },
    to: 'end',
    select: { kind: 'node', id: 'x' },
    spotlight: { nodes: ['x', 'v1', 'l1', 'v2', 'l2'], edges: ['v1:1', 'l1:0', 'v2:1', 'l2:0'] },
    exercises: { layers: { kind: 'choice' } },
  },
  {
    id: 'curve',
    title: 'From any number to one between 0 and 1',
    stage: 'curve',
    from: { endOf: 'feed' },
    to: { endOf: 'forward' },
    select: { kind: 'node', id: 's' },
    spotlight: { nodes: ['x', 's'], edges: ['s:0'] },
  },
  {
    id: 'slope',
    title: 'A slope made of its own output',
    stage: 'curve',
    from: { endOf: 'seed' },
    to: 'end',
    select: { kind: 'node', id: 'x' },
    spotlight: { nodes: ['x', 's'], edges: ['s:0'] },
    exercises: { steepest: { kind: 'choice' } },
  },
  {
    id: 'nudge',
    title: 'Does the formula keep its word?',
    stage: 'curve',
    from: 'end',
    select: { kind: 'node', id: 'x' },
    tool: 'nudge',
  },
  {
    id: 'by-hand',
    title: 'By hand: local times upstream',
    stage: 'byHand',
    from: { endOf: 'feed' },
    select: { kind: 'node', id: 'x' },
    spotlight: { nodes: ['x', 's', 'C'], edges: ['s:0', 'C:1'] },
    exercises: {
      output: { kind: 'question', ask: { what: 'value', node: 's', cell: 0 } },
      input: { kind: 'question', ask: { what: 'gradient', node: 'x', cell: 0 } },
    },
  },
  {
    id: 'layer',
    title: 'A layer through the curve',
    stage: 'layer',
    from: { endOf: 'feed' },
    to: { node: 's', has: 'compute' },
    select: { kind: 'node', id: 's' },
    cell: 0,
    spotlight: { nodes: ['X', 'W', 'b', 'l', 's'], edges: ['l:0', 'l:1', 'l:2', 's:0'] },
  },
  {
    id: 'backward',
    title: 'Back through the curve',
    stage: 'layer',
    from: { endOf: 'seed' },
    to: { gradientOf: 'l' },
    select: { kind: 'node', id: 'l' },
    cell: 1,
    spotlight: { nodes: ['l', 's', 'C'], edges: ['s:0', 'C:0'] },
    exercises: { learns: { kind: 'choice' } },
  },
  {
    id: 'far-out',
    title: 'Far out, nearly flat',
    stage: 'farOut',
    from: { endOf: 'feed' },
    to: 'end',
    select: { kind: 'node', id: 'x' },
    spotlight: { nodes: ['x', 's'], edges: ['s:0'] },
    exercises: { subtracted: { kind: 'choice' } },
  },
  {
    id: 'find-the-mistake',
    title: 'Find the mistake',
    stage: 'layer',
    from: { endOf: 'backward' },
    select: { kind: 'node', id: 'l' },
    exercises: { mistake: { kind: 'find', mistake: 'slope of the input' } },
  },
];

/** The sigmoid: why a network has to bend, its slope by its own output, and where it goes flat. */
export const lesson: Lesson = { stages: STAGES, steps: STEPS, Prose };
