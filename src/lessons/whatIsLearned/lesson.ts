import type { Lesson } from '../lesson';
import { improvedNetwork, LEARNING_RATE, measuredNetwork, scaledNetwork } from './neighbourhoods';
import Prose from './whatIsLearned.mdx';

/** What is being learned: from rows of numbers to a model in use, by way of one iteration. */
export const lesson: Lesson = {
  Prose,
  stages: {
    measured: { kind: 'graph', graph: measuredNetwork, learningRate: LEARNING_RATE },
    scaled: { kind: 'graph', graph: scaledNetwork, learningRate: LEARNING_RATE },
    improved: { kind: 'graph', graph: improvedNetwork, learningRate: LEARNING_RATE },
    network: { kind: 'network' },
  },
  steps: [
    {
      id: 'rows',
      title: 'Rows of numbers',
      stage: 'measured',
      from: { endOf: 'sort' },
      to: { endOf: 'feed' },
      select: { kind: 'node', id: 'X' },
      spotlight: { nodes: ['X', 'y'] },
    },
    {
      id: 'three-kinds',
      title: 'Three kinds of learning',
      from: { endOf: 'feed' },
      select: { kind: 'node', id: 'y' },
      spotlight: { nodes: ['y'] },
      exercises: { kind: { kind: 'choice' } },
    },
    {
      id: 'scaled',
      title: 'Scaled, and in batches',
      stage: 'scaled',
      from: { endOf: 'sort' },
      to: { endOf: 'feed' },
      select: { kind: 'node', id: 'X' },
      spotlight: { nodes: ['X', 'y'] },
    },
    {
      id: 'layers',
      title: 'Layers, weights and biases',
      from: { endOf: 'feed' },
      spotlight: { nodes: ['X', 'W1', 'b1', 'l1', 's', 'W2', 'b2', 'l2'] },
      exercises: { learned: { kind: 'choice' } },
    },
    {
      id: 'predict',
      title: 'Forward, to a prediction',
      from: { endOf: 'feed' },
      to: { node: 'l2', has: 'compute' },
      select: { kind: 'node', id: 'l2' },
      spotlight: { nodes: ['X', 'l1', 's', 'l2'], edges: ['l1:0', 's:0', 'l2:0'] },
    },
    {
      id: 'error',
      title: 'The error, one number',
      from: { node: 'l2', has: 'compute' },
      to: { endOf: 'forward' },
      select: { kind: 'node', id: 'C' },
      spotlight: { nodes: ['y', 'l2', 'C'], edges: ['C:0', 'C:1'] },
    },
    {
      id: 'improve',
      title: 'Backward, then a small move',
      from: { edge: 'C:1', has: 'flow' },
      to: 'end',
      select: { kind: 'node', id: 'b2' },
      spotlight: { nodes: ['W1', 'b1', 'W2', 'b2', 'l1', 's', 'l2', 'C'], edges: ['l1:1', 'l1:2', 's:0', 'l2:0', 'l2:1', 'l2:2', 'C:1'] },
      exercises: { against: { kind: 'choice' } },
    },
    {
      id: 'again',
      title: 'Round again',
      stage: 'improved',
      from: { node: 'l1', has: 'compute' },
      to: { endOf: 'forward' },
      select: { kind: 'node', id: 'C' },
      spotlight: { nodes: ['l2', 'y', 'C'], edges: ['C:0', 'C:1'] },
    },
    {
      id: 'in-use',
      title: 'From training to use',
      stage: 'network',
      exercises: {
        train: { kind: 'goal', goal: { reach: 'sgd steps', least: 200 } },
        'fresh-rows': { kind: 'choice' },
      },
    },
  ],
};
