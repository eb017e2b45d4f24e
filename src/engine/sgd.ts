/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import type { Program } from './program';

/**
 * One step of gradient descent: every parameter moves against its gradient, all at once, after all gradients are
 * known. p ← p − learningRate · ∂C/∂p.
 *
 * @returns whether all parameters are still finite numbers
 */
export function sgdUpdate(program: Program, learningRate: number): boolean {
  const { parameters, parameterGradients } = program;
  // x · 0 is 0 for a finite x and NaN otherwise: one sum finds any overflow on the way.
  let probe = 0;
  for (let i = 0; i < parameters.length; i++) {
    const moved = parameters[i]! - learningRate * parameterGradients[i]!;
    parameters[i] = moved;
    probe += moved * 0;
  }
  return probe === 0;
}
