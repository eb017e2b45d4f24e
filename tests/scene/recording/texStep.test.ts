import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/engine';
import { texDescent, texSteps } from '../../../src/scene/recording/texStep';
import { expressionOf, recordingOf } from '../circuit/gradientRecording';
import { networkRecording } from './recordings';

const recording = networkRecording();
const where = (matches: (step: Step) => boolean): readonly string[] => texSteps(recording, recording.steps.filter(matches));

describe('texSteps', () => {
  it('gives an operation’s formula once, for its inputs and its computation together', () => {
    expect(where((step) => (step.kind === 'carry' && step.edge.to === 'l1') || (step.kind === 'compute' && step.node === 'l1'))).toEqual([
      'l_{1} = X W_{1} + b_{1}',
    ]);
  });

  it('gives a derivative for every port that passes a gradient back', () => {
    const all = where((step) => step.kind === 'flow' && step.edge.to === 'l2');
    expect(all.map((tex) => /partial ([^}]+(_\{\d\})?)\} =/.exec(tex)?.[1])).toEqual(['s', 'W_{2}', 'b_{2}']);
  });

  it('gives seed, update and feed', () => {
    expect(where(({ kind }) => kind === 'seed')).toEqual(['\\frac{\\partial C}{\\partial C} = 1']);
    expect(where((step) => step.kind === 'update' && step.node === 'b2')).toEqual([
      'b_{2} \\leftarrow b_{2} - 0.01 \\cdot \\frac{\\partial C}{\\partial b_{2}}',
    ]);
    expect(where((step) => step.kind === 'feed' && step.node === 'X')).toEqual(['X \\in \\mathbb{R}^{4 \\times 3}']);
  });

  it('tells a single number that is fed, but of a constant, whose name is its number, only what it is', () => {
    const expression = expressionOf('3 * x * pi');
    const scalar = recordingOf(expression, { x: 6.5 });
    const feeds = scalar.steps.filter(({ kind }) => kind === 'feed');
    expect(new Set(texSteps(scalar, feeds))).toEqual(new Set(['x = 6.5', '3 \\in \\mathbb{R}', 'π = 3.142']));
  });

  it('writes a tiny learning rate as a power of ten', () => {
    const update = recording.steps.find((step) => step.kind === 'update');
    if (update?.kind !== 'update') throw new Error('no update');
    expect(texSteps(recording, [{ ...update, learningRate: 3e-6 }])[0]).toContain(' - 3 \\cdot 10^{-6} \\cdot ');
  });

  it('has nothing for the sort', () => {
    expect(where(({ phase }) => phase === 'sort')).toEqual([]);
  });
});

describe('texDescent', () => {
  it('is the rule of gradient descent with the graph’s output', () => {
    expect(texDescent(recording.graph)).toContain('\\partial C}{\\partial \\theta}');
  });
});
