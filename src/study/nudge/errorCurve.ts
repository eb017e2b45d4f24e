import type { Nudger } from './nudger';

/** How far the slopes are from the gradient, for many ε. */
export interface ErrorCurve {
  /** Ascending, evenly spaced on a logarithmic scale; magnitudes. */
  readonly epsilons: Float64Array;
  /** The error of the forward and of the central slope at each; NaN where there is none (see `slopeError`). */
  readonly forward: Float64Array;
  readonly central: Float64Array;
  /** Whether the errors are relative; they are not where the gradient is 0. */
  readonly relative: boolean;
}

/** ε goes from 1e−16 to 1, so many points a decade. */
const LEAST_EXPONENT = -16;
const A_DECADE = 4;

/** The errors for ε = 1e−16 … 1 in quarters of a decade, on the side that `sign` (1 or −1) says. */
export function errorCurve(nudger: Nudger, node: string, cell: number, sign: number): ErrorCurve {
  const work = errorCurveSteps(nudger, node, cell, sign);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The same with a pause before every point: each takes two forward passes, which are long for a large network. */
export function* errorCurveSteps(nudger: Nudger, node: string, cell: number, sign: number): Generator<void, ErrorCurve> {
  const count = -LEAST_EXPONENT * A_DECADE + 1;
  const curve = {
    epsilons: Float64Array.from({ length: count }, (_, point) => epsilonAt(LEAST_EXPONENT + point / A_DECADE)),
    forward: new Float64Array(count),
    central: new Float64Array(count),
    relative: nudger.gradient(node, cell) !== 0,
  };
  for (const [point, epsilon] of curve.epsilons.entries()) {
    yield;
    const { forward, central } = nudger.slopes(node, cell, sign * epsilon);
    curve.forward[point] = forward.error;
    curve.central[point] = central.error;
  }
  return curve;
}

/** Ten to a power, exact for what can be written exactly: `10 ** −5` is not the double 1e−5. */
function epsilonAt(exponent: number): number {
  return Number.isInteger(exponent) ? Number(`1e${exponent}`) : 10 ** exponent;
}

/**
 * The point whose ε serves best: its error and those of its neighbours are small, since among rounding errors a single one
 * may be small by luck. −1 if no error is finite. Of equally good ones it is the largest ε.
 */
export function bestPoint(errors: Float64Array): number {
  let best = -1;
  let least = Infinity;
  for (let point = 0; point < errors.length; point++) {
    const worst = Math.max(...[point - 1, point, point + 1].map((near) => (near < 0 || near >= errors.length ? 0 : finiteOr(errors[near]))));
    if (worst > least || worst === Infinity) continue;
    least = worst;
    best = point;
  }
  return best;
}

/** An error this many times as large as the best one is not that of rounding. */
const CLEARLY = 10;

/**
 * With which power of ε the error grows to the right of the best ε: 1 for the forward slope and 2 for the central one, as a
 * rule. Undefined where it does not grow: nothing bends, so that nothing is left out.
 */
export function growthOrder(errors: Float64Array): number | undefined {
  const best = bestPoint(errors);
  const floor = finiteOr(errors[best]);
  const rises: number[] = [];
  for (let point = best; point + A_DECADE < errors.length; point++) {
    const [from, to] = [finiteOr(errors[point]), finiteOr(errors[point + A_DECADE])];
    if (from <= CLEARLY * floor || from === 0 || from === Infinity || to === Infinity) continue;
    rises.push(Math.log10(to / from));
  }
  const middle = rises.sort((a, b) => a - b)[rises.length >> 1];
  const order = middle === undefined ? 0 : Math.round(middle);
  return order >= 1 ? order : undefined;
}

function finiteOr(error: number | undefined): number {
  return error === undefined || !Number.isFinite(error) ? Infinity : error;
}
