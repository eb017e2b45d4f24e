import type { Lesson } from '../lesson';
import Prose from './addAndMultiply.mdx';
import { both, product, sum } from './graphs';

/** Add and Multiply, forward and backward: what each hands to its inputs. */
export const lesson: Lesson = {
  Prose,
  stages: {
    sum: { kind: 'graph', graph: sum },
    product: { kind: 'graph', graph: product },
    sliders: {
      kind: 'circuit',
      text: 'f = mul(x, y, z)',
      inputs: [
        { name: 'x', value: 4, min: -10, max: 10 },
        { name: 'y', value: 5, min: -10, max: 10 },
        { name: 'z', value: 10, min: -20, max: 20 },
      ],
    },
    both: { kind: 'graph', graph: both },
  },
  steps: [
    {
      id: 'add',
      title: 'Add, forward',
      stage: 'sum',
      from: { endOf: 'feed' },
      to: { endOf: 'forward' },
      select: { kind: 'node', id: 'f' },
    },
    {
      id: 'add-back',
      title: 'Add, backward',
      from: { endOf: 'forward' },
      to: { edge: 'f:0', has: 'flow' },
      select: { kind: 'edge', id: 'f:0' },
      spotlight: { nodes: ['x', 'f'], edges: ['f:0'] },
      exercises: { z: { kind: 'question', ask: { what: 'gradient', node: 'z', cell: 0 } } },
    },
    {
      id: 'multiply',
      title: 'Multiply, forward',
      stage: 'product',
      from: { endOf: 'sort' },
      to: { endOf: 'feed' },
      exercises: { f: { kind: 'question', ask: { what: 'value', node: 'f', cell: 0 } } },
    },
    {
      id: 'multiply-back',
      title: 'Multiply, backward',
      from: { endOf: 'forward' },
      to: { edge: 'f:0', has: 'flow' },
      select: { kind: 'edge', id: 'f:0' },
      spotlight: { nodes: ['x', 'y', 'z', 'f'], edges: ['f:0'] },
      exercises: {
        y: { kind: 'question', ask: { what: 'gradient', node: 'y', cell: 0 } },
        z: { kind: 'question', ask: { what: 'gradient', node: 'z', cell: 0 } },
      },
    },
    {
      id: 'compare',
      title: 'Who gets most?',
      from: 'end',
      select: { kind: 'node', id: 'x' },
      exercises: { most: { kind: 'choice' } },
    },
    {
      id: 'zero',
      title: 'A factor of zero',
      stage: 'sliders',
      from: 'end',
      select: { kind: 'node', id: 'x' },
      exercises: {
        off: { kind: 'goal', goal: { reach: 'value', node: 'x', at: 0, within: 1e-9 } },
        switch: { kind: 'choice' },
      },
    },
    {
      id: 'both',
      title: 'Both together, by hand',
      stage: 'both',
      from: { endOf: 'sort' },
      to: { endOf: 'feed' },
      spotlight: { nodes: ['c', 'g', 'h'], edges: ['g:2', 'h:1'] },
      exercises: {
        h: { kind: 'question', ask: { what: 'value', node: 'h', cell: 0 } },
        a: { kind: 'question', ask: { what: 'gradient', node: 'a', cell: 0 } },
        c: { kind: 'question', ask: { what: 'gradient', node: 'c', cell: 0 } },
      },
    },
  ],
};
