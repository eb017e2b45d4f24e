import type { Stage } from '../lesson';

/** How much of the curve is drawn: the slopes on both sides, or the valley and the level place beside it. */
const WHOLE = [-2, 6.5] as const;
const VALLEY = [-1.25, 3.25] as const;
const HIGHER_UP = [-2, 8] as const;

/** x⁴ − 3x³ + 2 with a descent along x, at the lesson's own rate. */
function polynomialFrom(x: number, [min, max]: readonly [min: number, max: number] = WHOLE): Stage {
  return {
    kind: 'circuit',
    text: 'x^4 - 3x^3 + 2',
    inputs: [{ name: 'x', value: x, min, max, trainable: true }],
    learningRate: 0.01,
    descent: true,
  };
}

/** What the lesson on gradient descent runs on: one polynomial, from five places. */
export const STAGES = {
  /** To be looked at, and to take a first step from. */
  slope: polynomialFrom(6),
  /** Where its two summands are easy, and neither has been on the screen. */
  ways: polynomialFrom(2),
  /** The first once more, to be let run. */
  descent: polynomialFrom(6),
  /** The minimum: 4x³ = 9x². */
  bottom: polynomialFrom(9 / 4, VALLEY),
  /** The flat inflection. */
  level: polynomialFrom(0, VALLEY),
  /** So steep that the lesson's rate is too large. */
  far: polynomialFrom(8, HIGHER_UP),
} as const;
