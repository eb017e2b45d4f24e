import type { Lesson } from '../lesson';
import Prose from './graphOfNodes.mdx';
import { box, fixedPostage, order, orders } from './graphs';

/** The four things that a node has: value, inputs, outputs, gradient. */
export const lesson: Lesson = {
  Prose,
  stages: {
    order: { kind: 'graph', graph: order },
    fixed: { kind: 'graph', graph: fixedPostage },
    box: { kind: 'graph', graph: box },
    orders: { kind: 'graph', graph: orders },
  },
  steps: [
    {
      id: 'value',
      title: 'A node has a value',
      stage: 'order',
      from: { endOf: 'sort' },
      to: { endOf: 'feed' },
      spotlight: { nodes: ['amount', 'price', 'postage'] },
    },
    {
      id: 'inputs',
      title: 'It has inputs',
      from: { endOf: 'feed' },
      to: { node: 'goods', has: 'compute' },
      select: { kind: 'node', id: 'goods' },
      spotlight: { nodes: ['price', 'amount', 'goods'], edges: ['goods:0', 'goods:1'] },
      exercises: { total: { kind: 'question', ask: { what: 'value', node: 'total', cell: 0 } } },
    },
    {
      id: 'outputs',
      title: 'It has outputs: those that read it',
      from: { node: 'goods', has: 'compute' },
      to: { endOf: 'forward' },
      select: { kind: 'node', id: 'goods' },
      spotlight: { nodes: ['goods', 'total'], edges: ['total:0'] },
      exercises: { known: { kind: 'choice' } },
    },
    {
      id: 'gradient',
      title: 'It has a gradient',
      from: { endOf: 'forward' },
      to: { gradientOf: 'price' },
      select: { kind: 'node', id: 'price' },
      spotlight: { nodes: ['price', 'goods', 'total'], edges: ['goods:0', 'total:0'] },
      exercises: { amount: { kind: 'question', ask: { what: 'gradient', node: 'amount', cell: 0 } } },
    },
    {
      id: 'three-kinds',
      title: 'Three kinds of leaf',
      stage: 'fixed',
      from: { endOf: 'forward' },
      to: 'end',
      spotlight: { nodes: ['amount', 'price', 'total'] },
      exercises: { kind: { kind: 'choice' } },
    },
    {
      id: 'read-twice',
      title: 'Read twice, two edges',
      stage: 'box',
      from: { endOf: 'forward' },
      to: { edge: 'volume:0', has: 'flow' },
      select: { kind: 'node', id: 'side' },
      spotlight: { nodes: ['side', 'volume'], edges: ['volume:0', 'volume:1'] },
      exercises: { side: { kind: 'question', ask: { what: 'gradient', node: 'side', cell: 0 } } },
    },
    {
      id: 'tables',
      title: 'A value may be a table',
      stage: 'orders',
      from: { endOf: 'sort' },
      to: { endOf: 'feed' },
      select: { kind: 'node', id: 'amounts' },
      spotlight: { nodes: ['amounts', 'prices', 'totals'], edges: ['totals:0', 'totals:1'] },
      exercises: {
        second: { kind: 'question', ask: { what: 'value', node: 'totals', cell: 1 } },
        slope: { kind: 'question', ask: { what: 'shape', node: 'prices' } },
      },
    },
  ],
};
