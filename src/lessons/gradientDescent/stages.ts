import type { Stage } from '../lesson';

/** x⁴ − 3x³ + 2 with a descent along x, as the lesson begins it: at the lesson's own rate. */
function polynomialFrom(x: number): Stage {
  return {
    kind: 'circuit',
    text: 'x^4 - 3x^3 + 2',
    inputs: [{ name: 'x', value: x, min: Math.min(-2, x), max: Math.max(6.5, x), trainable: true }],
    learningRate: 0.01,
    descent: true,
  };
}

/** What the lesson on gradient descent runs on: one polynomial, from four places. */
export const STAGES = {
  /** To be looked at, and to take a first step from. */
  slope: polynomialFrom(6),
  /** The same once more, to be let run. */
  descent: polynomialFrom(6),
  /** The minimum: 4x³ = 9x². */
  bottom: polynomialFrom(9 / 4),
  /** The flat inflection. */
  level: polynomialFrom(0),
  /** So steep that the lesson's rate is too large. */
  far: polynomialFrom(8),
} as const;
