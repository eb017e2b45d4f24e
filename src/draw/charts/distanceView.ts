import { formatCount } from '../../scene/format';
import { CHARACTER } from '../parts/lettering';
import type { AxesData, PlotFrame } from './axes';
import { settleLinear, settleLog, type Domain } from './domain';
import { frameWithin, isLow, ROOMY, TIGHT } from './frames';
import { countTicks, linearTicks, logTicks, tickLabels } from './ticks';

/** How far two runs are apart over their steps. */
export interface DistanceData {
  /** What the distance is between: `all parameters`, `W₁`. */
  readonly between: string;
  /** SGD steps, ascending. */
  readonly steps: ArrayLike<number>;
  /** At each of them; NaN where there is none. */
  readonly distances: ArrayLike<number>;
  readonly scale: 'linear' | 'log';
}

/** Between two labels of the vertical axis. */
const Y_SPACING = 20;

/** The title of the vertical axis. */
const Y_LABEL = 'distance ‖θ − θ′‖₂';

/** What the distance's curve looks like, without drawing it. */
export class DistanceView {
  /** What the axis cannot show as asked, in words; empty if nothing. */
  note = '';
  #frame: PlotFrame = { left: 0, top: 0, right: 0, bottom: 0 };
  #x: Domain = [1, 2];
  #y: Domain = [0, 1];
  #log = false;
  #steps: ArrayLike<number> = [];

  /** Looks at the data anew, for a chart of this size. */
  settle(data: DistanceData, width: number, height: number): AxesData {
    this.#steps = data.steps;
    this.#settleDomains(data);
    const titleInRow = isLow(height) && this.note === '';
    const margins = titleInRow ? TIGHT : ROOMY;
    const length = Math.max(1, height - margins.top - margins.bottom);
    const values = this.#log ? logTicks(this.#y, length, Y_SPACING) : linearTicks(this.#y, length, 1.4 * Y_SPACING);
    const labels = tickLabels(values);
    const overhang = Math.ceil((formatCount(this.#x[1]).length * CHARACTER) / 2);
    const frame = frameWithin([width, height], margins, labels, overhang);
    this.#frame = frame;
    return {
      frame,
      xTicks: countTicks(this.#x, frame.right - frame.left, formatCount).map((step) => ({ at: this.x(step), label: formatCount(step) })),
      yTicks: values.map((value, index) => ({ at: this.y(value), label: labels[index] ?? '' })),
      xLabel: 'before SGD step',
      yLabel: Y_LABEL,
      titleInRow,
    };
  }

  /** From a step to a pixel. */
  readonly x = (step: number): number => {
    const { left, right } = this.#frame;
    return left + ((step - this.#x[0]) / (this.#x[1] - this.#x[0])) * (right - left);
  };

  /** From a distance to a pixel; what the axis does not hold lies on its edge. */
  readonly y = (distance: number): number => {
    const { top, bottom } = this.#frame;
    const [low, high] = this.#y;
    const share = this.#log ? Math.log(distance / low) / Math.log(high / low) : (distance - low) / (high - low);
    return bottom - Math.max(0, Math.min(1, share)) * (bottom - top);
  };

  /** Whether a distance has a place on the axis: 0 has no logarithm. */
  shows(distance: number): boolean {
    return Number.isFinite(distance) && (!this.#log || distance > 0);
  }

  /** The point nearest to a pixel, as its place in the list; null if there is none. */
  nearest(pixel: number): number | null {
    let [found, least]: [number | null, number] = [null, Infinity];
    for (let index = 0; index < this.#steps.length; index++) {
      const away = Math.abs(this.x(this.#steps[index] ?? NaN) - pixel);
      if (away < least) [found, least] = [index, away];
    }
    return found;
  }

  #settleDomains({ steps, distances, scale }: DistanceData): void {
    const [first = 1, last = 1] = [steps[0], steps[steps.length - 1]];
    this.#x = [first, Math.max(first + 1, last)];
    const known = Array.from(distances).filter(Number.isFinite);
    const positive = known.filter((distance) => distance > 0);
    this.#log = scale === 'log' && positive.length > 0;
    this.note = '';
    if (this.#log) {
      this.#y = settleLog(null, Math.min(...positive), Math.max(...positive));
      const lastZero = Array.from(distances).findLastIndex((distance) => distance === 0);
      if (lastZero >= 0) this.note = `0 up to step ${formatCount(steps[lastZero] ?? NaN)}: not on a log axis`;
    } else this.#y = settleLinear(null, 0, Math.max(0, ...known));
  }
}
