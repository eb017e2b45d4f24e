import { line } from 'd3';
import { formatNumber } from '../../scene/format';
import type { AxesData, PlotFrame } from './axes';
import type { Domain } from './domain';
import { frameWithin, TIGHT } from './frames';
import { logTicks } from './ticks';

/** What the chart of a nudge shows. */
export interface NudgeCurveData {
  /** What is differentiated by what: `∂C/∂W₁`. */
  readonly name: string;
  /** Magnitudes, ascending. */
  readonly epsilons: Float64Array;
  /** The errors of the forward and of the central slope at each ε; NaN where there is none. */
  readonly forward: Float64Array;
  readonly central: Float64Array;
  /** Whether they are relative to the gradient. */
  readonly relative: boolean;
  /** The present magnitude of ε, and both errors there. */
  readonly at: { readonly epsilon: number; readonly forward: number; readonly central: number };
  /** What the errors at the two ends come from. */
  readonly reasons: { readonly left: string; readonly right: string };
}

/** Errors are drawn within these; 0 lies on the lower end of the axis. */
const LEAST = 1e-17;
const GREATEST = 1e6;
/** So many decades at least, so that rounding at the last digit does not fill the chart. */
const LEAST_DECADES = 4;
/** So many decades are close to one another. */
const WIDE = 8;

/** Where everything stands, for a size in pixels. */
export class NudgeCurveView {
  frame: PlotFrame = { left: 0, top: 0, right: 1, bottom: 1 };
  #x: Domain = [1e-16, 1];
  #y: Domain = [1e-16, 1];

  settle({ epsilons, forward, central, relative, at }: NudgeCurveData, width: number, height: number): AxesData {
    this.#x = [Math.min(epsilons[0] ?? 1e-16, at.epsilon), Math.max(epsilons.at(-1) ?? 1, at.epsilon)];
    this.#y = decadesOf([...forward, ...central, at.forward, at.central]);
    const yValues = logTicks(this.#y, Math.max(1, height - TIGHT.top - TIGHT.bottom), 24);
    this.frame = frameWithin([width, height], TIGHT, yValues.map((value) => formatNumber(value)), 16);
    const { left, right } = this.frame;
    return {
      frame: this.frame,
      xTicks: logTicks(this.#x, right - left, 52).map((value) => ({ at: this.x(value), label: formatNumber(value) })),
      yTicks: yValues.map((value) => ({ at: this.y(value), label: formatNumber(value) })),
      xLabel: 'ε',
      titleInRow: true,
      yLabel: relative ? 'relative error of the slope' : 'error of the slope (gradient 0)',
    };
  }

  /** From an ε to a pixel. */
  readonly x = (epsilon: number): number => {
    const { left, right } = this.frame;
    return left + shareOf(epsilon, this.#x) * (right - left);
  };

  /** From an error to a pixel; 0 lies on the lower end, what is not finite nowhere. */
  readonly y = (error: number): number => {
    const { top, bottom } = this.frame;
    return Number.isFinite(error) ? bottom - shareOf(error, this.#y) * (bottom - top) : NaN;
  };

  /** The point nearest to a pixel. */
  nearest(pixel: number, { epsilons }: NudgeCurveData): number {
    let nearest = 0;
    epsilons.forEach((epsilon, point) => {
      if (Math.abs(this.x(epsilon) - pixel) < Math.abs(this.x(epsilons[nearest] ?? 1) - pixel)) nearest = point;
    });
    return nearest;
  }

  /** The line through some errors; broken where there is none. */
  path(errors: Float64Array, epsilons: Float64Array): string {
    const drawn = line<number>()
      .defined((error) => Number.isFinite(error))
      .x((_, point) => this.x(epsilons[point] ?? 1))
      .y((error) => this.y(error));
    return drawn(errors) ?? '';
  }
}

/** The decades around some errors. */
function decadesOf(errors: readonly number[]): Domain {
  const shown = errors.filter((error) => error > 0 && Number.isFinite(error)).map((error) => Math.max(LEAST, Math.min(GREATEST, error)));
  if (shown.length === 0) return [1e-16, 1];
  const low = Math.floor(Math.log10(Math.min(...shown)));
  const high = Math.max(low + LEAST_DECADES, Math.ceil(Math.log10(Math.max(...shown))));
  // The words at the ends stand below the curves.
  return [10 ** (low - (high - low > WIDE ? 2 : 1)), 10 ** high];
}

/** Where on a logarithmic axis a number lies, from 0 to 1; beyond its ends at the ends. */
function shareOf(value: number, [low, high]: Domain): number {
  // Differences of logarithms: the quotient of a number and the least double would be infinite.
  return Math.max(0, Math.min(1, (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))));
}

/** A point in words. */
export function nudgePointWords({ epsilons, forward, central }: NudgeCurveData, point: number): string {
  return `ε ${formatNumber(epsilons[point] ?? NaN, 2)}: error of the forward slope ${errorText(forward[point])}, of the central slope ${errorText(central[point])}`;
}

/** The whole chart in two sentences. */
export function nudgeCurveSummary(data: NudgeCurveData): string {
  const { at, reasons, name } = data;
  return (
    `Error of a measured ${name} over ε from 1e−16 to 1. Left: ${reasons.left}. Right: ${reasons.right}. ` +
    `At ε ${formatNumber(at.epsilon, 2)} the forward error is ${errorText(at.forward)}, the central error ${errorText(at.central)}.`
  );
}

/** An error to two digits; a word where there is none. */
export function errorText(error: number | undefined): string {
  return error === undefined || !Number.isFinite(error) ? 'no value' : formatNumber(error, 2);
}
