import { describe, expect, it } from 'vitest';
import { Probe } from '../../../src/engine';
import { GradientLens } from '../../../src/scene/circuit/gradientLens';
import { expressionOf } from './gradientRecording';

/** The size of the step in parts of the size of the difference. */
const STEP = Number.EPSILON ** 0.2;

describe('surroundings', () => {
  const { graph } = expressionOf('relu(x - 0.001) + exp(x)');
  const lens = new GradientLens(graph);
  const at = new Map([['x', 1e-8]]);

  it('go two steps of the given size to either side', () => {
    expect(lens.surroundings(at, 'x', 1).step).toBeCloseTo(STEP, 12);
    expect(lens.surroundings(at, 'x', 1).kinks.map(({ node, exact }) => [node.id, exact])).toEqual([['v2', false]]);
    expect(lens.surroundings(at, 'x', 0.1)).toMatchObject({ kinks: [], lost: undefined });
  });

  it('are those of the steps that the probe takes', () => {
    const probe = new Probe(graph);
    probe.set('x', 1e-8);
    const size = probe.differenceSize('x');
    expect(size).toBeGreaterThan(1e-6);
    expect(size).toBeLessThan(0.01);
    expect(lens.surroundings(at, 'x', size).step / size).toBeCloseTo(STEP, 6);
  });
});
