/** Steps of a descent per second, or as many as the machine can. */
export const DESCENT_PACES = [2, 10, 30, 'full'] as const;
export type DescentPace = (typeof DESCENT_PACES)[number];

/** The least and the greatest value of each number of a descent; the least of the rate and of the threshold are exclusive. */
export const DESCENT_LIMITS = {
  learningRate: { min: 0, max: 100 },
  threshold: { min: 0, max: 1 },
  iterations: { min: 1, max: 100_000 },
} as const;

/** How a descent goes, and when it ends. */
export interface DescentSettings {
  readonly learningRate: number;
  /** It ends when a step, the distance that all trainable inputs move together, is at most this long. */
  readonly threshold: number;
  /** It ends after so many iterations in any case. */
  readonly iterations: number;
  readonly pace: DescentPace;
}

/** The lesson's own rate and precision. */
export const DESCENT_DEFAULTS: DescentSettings = { learningRate: 0.01, threshold: 1e-5, iterations: 1000, pace: 30 };
