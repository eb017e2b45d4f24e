import { describe, expect, it } from 'vitest';
import { compile, type GradientCheck, type Graph } from '../../../src/engine';
import { differenceAt, knownDifference } from '../../../src/scene/recording/differences';
import { differenceOf, verdictOf } from '../../../src/scene/recording/verdict';
import { SQUARE, squareRecording } from './recordings';

function finding(node: string, relativeError: number): GradientCheck {
  return { node, checked: 1, total: 1, relativeError, worst: { cell: 0, backprop: 1, numeric: 1 } };
}

describe('verdictOf', () => {
  it('agrees below a relative error of 1e-6 only', () => {
    expect(verdictOf(finding('x', 9e-7), SQUARE)).toEqual({ agrees: true });
    expect(verdictOf(finding('x', 1e-6), SQUARE).agrees).toBe(false);
  });

  it('names the kink that the gradient ran through', () => {
    expect(verdictOf(finding('x', 0.5), SQUARE).reason).toBe(
      'They differ. The likely reason is a kink: where r bends, a central difference straddles two slopes and means nothing.',
    );
  });

  it('finds the kink whatever the order of the nodes', () => {
    const reversed: Graph = { ...SQUARE, nodes: [...SQUARE.nodes].reverse() };
    expect(verdictOf(finding('x', 0.5), reversed).reason).toContain('where r bends');
  });

  it('blames rounding where there is no kink behind the node', () => {
    expect(verdictOf(finding('z', 0.5), SQUARE).reason).toBe(
      'They differ. No kink lies behind this node; the likely reason is rounding, as the numbers are very large or very small.',
    );
  });

  it('does not compare what is not finite', () => {
    expect(verdictOf(finding('x', NaN), SQUARE)).toEqual({
      agrees: false,
      reason: 'Some of these numbers are not finite, so there is nothing to compare.',
    });
  });
});

describe('differenceOf', () => {
  it('is the slope 2 · 2q · z of the square, and agrees only with that', () => {
    const program = compile(SQUARE);
    program.forward();
    program.backward();
    const { numeric, agrees } = differenceOf(program, 'x', 0);
    // q = −2 + 5 − 2 = 1, so that ∂f/∂x = 2q · 2 · z = −16.
    expect(numeric).toBeCloseTo(-16, 8);
    expect(agrees).toBe(true);
    program.gradientView('x').data.fill(-16.001);
    expect(differenceOf(program, 'x', 0).agrees).toBe(false);
  });
});

describe('differenceAt', () => {
  it('is worked out once for each recording, node and cell', () => {
    const recording = squareRecording();
    expect(knownDifference(recording, 'x', 0)).toBeUndefined();
    const difference = differenceAt(recording, 'x', 0);
    expect(difference.agrees).toBe(true);
    expect(differenceAt(recording, 'x', 0)).toBe(difference);
    expect(knownDifference(recording, 'x', 0)).toBe(difference);
    expect(knownDifference(recording, 'y', 0)).toBeUndefined();
    expect(knownDifference(squareRecording(), 'x', 0)).toBeUndefined();
  });
});
