/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { GraphError } from './errors';
import type { Program } from './program';

/**
 * One step of gradient descent: every parameter moves against its gradient, all at once, after all gradients are
 * known. p ← p − learningRate · ∂C/∂p.
 *
 * @returns whether all parameters are still finite numbers
 */
export function sgdUpdate(program: Program, learningRate: number): boolean {
  const { parameters, parameterGradients } = program;
  // x · 0 is 0 for a finite x and NaN otherwise: one sum finds any overflow on the way. Four at a time, because each
  // addition has to wait for the one before.
  let probe = 0;
  let i = 0;
  for (; i + 4 <= parameters.length; i += 4) {
    const p0 = parameters[i]! - learningRate * parameterGradients[i]!;
    const p1 = parameters[i + 1]! - learningRate * parameterGradients[i + 1]!;
    const p2 = parameters[i + 2]! - learningRate * parameterGradients[i + 2]!;
    const p3 = parameters[i + 3]! - learningRate * parameterGradients[i + 3]!;
    parameters[i] = p0;
    parameters[i + 1] = p1;
    parameters[i + 2] = p2;
    parameters[i + 3] = p3;
    probe += p0 * 0 + p1 * 0 + (p2 * 0 + p3 * 0);
  }
  for (; i < parameters.length; i++) {
    const p = parameters[i]! - learningRate * parameterGradients[i]!;
    parameters[i] = p;
    probe += p * 0;
  }
  return probe === 0;
}

/** The learning rate itself. @throws GraphError if it is not a positive finite number */
export function checkedLearningRate(rate: number): number {
  if (Number.isFinite(rate) && rate > 0) return rate;
  throw new GraphError(`The learning rate is ${rate}; it must be a number above 0`);
}
