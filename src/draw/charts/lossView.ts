import { formatCount, formatNumber } from '../../scene/format';
import type { LossSeries } from '../../training/lossSeries';
import { CHARACTER } from '../parts/lettering';
import type { Frame, Tick } from './axes';
import { settleCount, settleLinear, settleLog, type Domain } from './domain';
import { frameWithin, ROOMY } from './frames';
import { PixelColumns } from './pixelColumns';
import { LossRanges } from './lossRange';
import { placeOfStep, stepAtPlace, type AxisUnit } from './stepAxis';
import { countTicks, linearTicks, logTicks } from './ticks';

/** How a loss becomes a height. */
export type LossScale = 'linear' | 'log';

/** What the loss chart shows. */
export interface LossChartData {
  readonly series: LossSeries;
  /** How many steps an epoch has at the present batch size. */
  readonly stepsPerEpoch: number;
  readonly scale: LossScale;
  readonly axis: AxisUnit;
  /** The title of the vertical axis, with the loss's name and unit. */
  readonly lossLabel?: string;
  /** The step at which the run as planned will end; the axis does not go further while the run has not. */
  readonly expectedSteps?: number;
  /** The step at which the loss stopped being finite, if it did. */
  readonly divergedAt?: number | null;
}

/** Between two labels of the vertical axis. */
const Y_SPACING = 20;

/**
 * What the loss chart looks like, without drawing it: both domains (which move only when they must), the scales
 * that follow from them, the ticks, and the decimated columns.
 */
export class LossView {
  readonly columns = new PixelColumns();
  readonly #ranges = new LossRanges();
  frame: Frame = { left: 0, top: 0, right: 0, bottom: 0 };
  xTicks: readonly Tick[] = [];
  yTicks: readonly Tick[] = [];
  /** What the axis cannot show truthfully, in words; empty if nothing. */
  note = '';
  #data: LossChartData | null = null;
  #goal = 0;
  #goalUnit: AxisUnit = 'steps';
  #x: Domain = [0, 1];
  #linear: Domain | null = null;
  #log: Domain | null = null;

  /** Looks at the data anew, for a chart of this size. */
  settle(data: LossChartData, width: number, height: number): void {
    this.#data = data;
    const columns = Math.max(1, Math.round(width - ROOMY.left - ROOMY.right));
    this.#x = this.#settleX(data, columns);
    const [start, end] = this.#x;
    this.columns.fill(data.series, columns, (column) => this.#stepAtPlace(start + ((end - start) * column) / columns));
    const y = this.#settleY(data);
    const length = Math.max(1, height - ROOMY.top - ROOMY.bottom);
    const values = data.scale === 'log' ? logTicks(y, length, Y_SPACING) : linearTicks(y, length, 1.4 * Y_SPACING);
    const labels = values.map((value) => formatNumber(value));
    // To the right, half of the last tick's label hangs over.
    const overhang = Math.ceil((formatCount(Math.floor(end)).length * CHARACTER) / 2);
    this.frame = frameWithin([width, height], ROOMY, labels, overhang);
    const { left } = this.frame;
    this.yTicks = values.map((value, index) => ({ at: this.y(value), label: labels[index] ?? '' }));
    const plotWidth = this.frame.right - left;
    this.xTicks = countTicks(this.#x, plotWidth, formatCount).map((value) => ({
      at: left + ((value - start) / (end - start)) * plotWidth,
      label: formatCount(value),
    }));
  }

  /** The oldest step on the axis. */
  get firstStep(): number {
    return Math.max(0, Math.ceil(this.#stepAtPlace(this.#x[0])));
  }

  /** From a step to a pixel. */
  readonly x = (step: number): number => {
    const data = this.#data;
    if (data === null) return 0;
    const place = placeOfStep(step, data.axis, data.series, data.stepsPerEpoch);
    const [start, end] = this.#x;
    return this.frame.left + ((place - start) / (end - start)) * (this.frame.right - this.frame.left);
  };

  /** From a loss to a pixel; what the axis does not hold lies on its edge. */
  readonly y = (loss: number): number => {
    const { top, bottom } = this.frame;
    const share = this.#share(loss);
    // What the linear axis leaves out would blow up a path's coordinates; what is not above 0 has no logarithm.
    return share >= 1 ? top : share > 0 ? bottom - share * (bottom - top) : bottom;
  };

  /** The kept step nearest to a pixel; null if there is none. */
  nearestStep(pixel: number): number | null {
    const series = this.#data?.series;
    if (series === undefined || series.stepCount === 0) return null;
    const share = (pixel - this.frame.left) / (this.frame.right - this.frame.left);
    const step = Math.round(this.#stepAtPlace(this.#x[0] + share * (this.#x[1] - this.#x[0])));
    return Math.max(series.firstStep, Math.min(series.lastStep, step));
  }

  /** How far up the axis a loss is: 0 at its lower end, 1 at its upper. */
  #share(loss: number): number {
    if (this.#data?.scale === 'log') {
      const [low, high] = this.#log ?? [1, 10];
      return Math.log(loss / low) / Math.log(high / low);
    }
    const [low, high] = this.#linear ?? [0, 1];
    return (loss - low) / (high - low);
  }

  #stepAtPlace(place: number): number {
    const data = this.#data;
    return data === null ? 0 : stepAtPlace(place, data.axis, data.series, data.stepsPerEpoch);
  }

  #settleX(data: LossChartData, columns: number): Domain {
    const { series, axis, stepsPerEpoch } = data;
    if (axis !== this.#goalUnit) this.#goal = 0;
    this.#goalUnit = axis;
    if (axis === 'steps' && series.firstStep > 1) {
      // The window slides. It does so by whole columns: their contents stay the same, and the band does not shimmer.
      const perColumn = Math.max(1, Math.ceil(series.stepCount / columns));
      const start = Math.floor(series.firstStep / perColumn) * perColumn;
      return [start, Math.max(start + perColumn * columns, series.lastStep + 1)];
    }
    const last = placeOfStep(series.lastStep, axis, series, stepsPerEpoch);
    this.#goal = settleCount(this.#goal, last, axis === 'steps' ? 10 : 1);
    const { expectedSteps = 0 } = data;
    const expected = placeOfStep(expectedSteps, axis, series, stepsPerEpoch);
    const end = expectedSteps >= series.lastStep && expectedSteps > 0 ? Math.min(this.#goal, expected) : this.#goal;
    return [0, axis === 'steps' ? Math.min(end, series.capacity) : end];
  }

  #settleY(data: LossChartData): Domain {
    const { series, scale, divergedAt } = data;
    const sight = { series, columns: this.columns, firstStep: this.firstStep, diverged: divergedAt != null };
    if (scale === 'linear') {
      const { low, high, greatest } = this.#ranges.linear(sight);
      const empty = Number.isNaN(low);
      this.#linear = settleLinear(empty ? null : this.#linear, empty ? 0 : low, empty ? 1 : high);
      const top = this.#linear[1];
      this.note = greatest > top ? `losses above ${formatNumber(top)} lie on the upper edge` : '';
      return this.#linear;
    }
    const { low, high, least } = this.#ranges.logarithmic(sight);
    this.#log = Number.isNaN(low) ? [0.1, 1] : settleLog(this.#log, low, high);
    const bottom = this.#log[0];
    this.note = least < bottom ? `losses below ${formatNumber(bottom)} lie on the lower edge` : '';
    return this.#log;
  }
}
