import type { Lesson } from '../lesson';
import { cycle, diamond } from './graphs';
import Prose from './topologicalSort.mdx';

/** Kahn's algorithm step by step, what it refuses, and why no node may be handled once per path. */
export const lesson: Lesson = {
  Prose,
  stages: {
    diamond: { kind: 'graph', graph: diamond },
    cycle: { kind: 'graph', graph: cycle },
  },
  steps: [
    {
      id: 'waiting',
      title: 'Who waits for whom',
      stage: 'diamond',
      from: 'start',
      select: { kind: 'node', id: 'f' },
      spotlight: { nodes: ['p', 'q', 'f'], edges: ['f:0', 'f:1'] },
    },
    {
      id: 'queue',
      title: 'The queue',
      from: 'start',
      to: { node: 'z', has: 'ready' },
      spotlight: { nodes: ['x', 'y', 'z'] },
    },
    {
      id: 'take-one',
      title: 'Take one, and its edges go',
      from: { node: 'z', has: 'ready' },
      to: { edge: 'p:0', has: 'release' },
      spotlight: { nodes: ['x', 'p'], edges: ['p:0'] },
    },
    {
      id: 'one-more-joins',
      title: 'One more joins',
      from: { edge: 'p:0', has: 'release' },
      to: { edge: 'q:0', has: 'release' },
      spotlight: { nodes: ['y', 'p', 'q'], edges: ['p:1', 'q:0'] },
      exercises: { next: { kind: 'question', ask: { what: 'next', after: 9 } } },
    },
    {
      id: 'the-order',
      title: 'Until nothing is left',
      from: { edge: 'q:0', has: 'release' },
      to: { endOf: 'sort' },
      exercises: { both: { kind: 'choice' } },
    },
    {
      id: 'your-order',
      title: 'Not the only order',
      from: 'start',
      exercises: { yours: { kind: 'order' } },
    },
    {
      id: 'cycle',
      title: 'A cycle is refused',
      from: 'start',
      exercises: { stuck: { kind: 'choice' } },
    },
    {
      id: 'paths',
      title: 'Once per node, not once per path',
      from: 'start',
      spotlight: { nodes: ['y', 'p', 'q', 'f'], edges: ['p:1', 'q:0', 'f:0', 'f:1'] },
      exercises: { doubling: { kind: 'choice' } },
    },
  ],
};
