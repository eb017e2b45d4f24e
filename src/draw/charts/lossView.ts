import { formatCount, formatNumber } from '../../scene/format';
import { CHARACTER } from '../parts/lettering';
import type { PlotFrame, Tick } from './axes';
import { roundDown, settleAround, settleCount, settleLinear, settleLog, type Domain } from './domain';
import { frameWithin, isLow, ROOMY, TIGHT } from './frames';
import { LossCurve, type LossLook } from './lossCurve';
import { leadOf, type ChartRun, type LossChartData } from './lossData';
import { labelRoom } from './lossMargin';
import { rangeOfAll } from './lossRange';
import { LossTimeAxis } from './lossTimeAxis';
import { placeOfStep } from './stepAxis';
import { linearTicks, logTicks } from './ticks';

/** Between two labels of the vertical axis. */
const Y_SPACING = 20;

/** How many times as high as the others a run may rise that diverges behind them. */
const OVERSHOOT = { linear: 1.5, log: 10 } as const;

/**
 * What the loss chart looks like, without drawing it: both domains (which move only when they must), the scales
 * that follow from them, the ticks, and the runs' curves.
 */
export class LossView {
  frame: PlotFrame = { left: 0, top: 0, right: 0, bottom: 0 };
  xTicks: readonly Tick[] = [];
  yTicks: readonly Tick[] = [];
  /** What the axis cannot show truthfully, in words; empty if nothing. */
  note = '';
  /** Whether the title of the horizontal axis stands among its labels, since the chart is low. */
  titleInRow = false;
  /** The room beside the plot for what is written at the ends of the lines, in pixels. */
  room = 0;
  axis = new LossTimeAxis('steps', 'linear', [0, 1]);
  readonly #curves = new Map<number, LossCurve>();
  #data: LossChartData | null = null;
  #front: ChartRun | undefined;
  #goal = 0;
  #manner = '';
  #y: Domain | null = null;

  /** Looks at the data anew, for a chart of this size. */
  settle(data: LossChartData, width: number, height: number): void {
    this.#data = data;
    this.#front = leadOf(data);
    this.room = labelRoom(data, width);
    const columns = Math.max(1, Math.round(width - ROOMY.left - Math.max(ROOMY.right, this.room)));
    this.#forgetUnless(data);
    this.axis = this.#settleTime(data, columns);
    const look = { axis: this.axis, columns, smoothing: data.smoothing, scale: data.scale, zoomed: data.zoom !== null };
    const y = this.#settleY(data, look);
    // The note needs a row of its own, where the title stands, too.
    this.titleInRow = isLow(height) && this.note === '';
    const margins = this.titleInRow ? TIGHT : ROOMY;
    const length = Math.max(1, height - margins.top - margins.bottom);
    const values = data.scale === 'log' ? logTicks(y, length, Y_SPACING) : linearTicks(y, length, 1.4 * Y_SPACING);
    const labels = values.map((value) => formatNumber(value));
    // To the right, half of the last tick's label hangs over.
    const overhang = Math.ceil((formatCount(Math.floor(this.axis.domain[1])).length * CHARACTER) / 2);
    this.frame = frameWithin([width, height], margins, labels, Math.max(overhang, this.room));
    this.yTicks = values.map((value, index) => ({ at: this.y(value), label: labels[index] ?? '' }));
    this.xTicks = this.axis.ticks(this.frame.right - this.frame.left).map(({ share, label }) => ({ at: this.#pixel(share), label }));
  }

  /** The curve of a run; it is the same object as long as the run is drawn. */
  curve(run: ChartRun): LossCurve {
    let curve = this.#curves.get(run.id);
    if (curve === undefined) {
      curve = new LossCurve();
      this.#curves.set(run.id, curve);
    }
    return curve;
  }

  /** The paths of a run's curve. */
  paths(run: ChartRun): LossCurve['paths'] {
    const { left, top, right, bottom } = this.frame;
    return this.curve(run).draw(this.#pixel, this.y, `${left} ${top} ${right} ${bottom} ${this.#y?.join(' ') ?? ''}`);
  }

  /** From a step (of the run at the front, unless another is given) to a pixel. */
  readonly x = (step: number, run: ChartRun | undefined = this.#front): number => {
    return run === undefined ? this.frame.left : this.#pixel(this.axis.shareOf(step, run));
  };

  /** From a loss to a pixel; what the axis does not hold lies on its edge. */
  readonly y = (loss: number): number => {
    const { top, bottom } = this.frame;
    const share = this.#share(loss);
    // What the linear axis leaves out would blow up a path's coordinates; what is not above 0 has no logarithm.
    return share >= 1 ? top : share > 0 ? bottom - share * (bottom - top) : bottom;
  };

  /** The height of a run's strong line at a pixel of the horizontal axis; NaN if it has none there. */
  heightAt(run: ChartRun, pixel: number): number {
    const { left, right } = this.frame;
    const { series } = run;
    const step = this.axis.stepAt((pixel - left) / (right - left), run);
    if (step < Math.max(series.firstStep, run.sharedUntil ?? 0) || step > series.lastStep) return NaN;
    if ((this.#data?.smoothing ?? 0) > 0) return this.y(this.curve(run).smoothed.series.at(Math.round(step)));
    const index = series.epochIndexOf(step);
    if (series.epochCount === 0) return this.y(series.at(Math.round(step)));
    const [from, to] = [series.epochEnd(index - 1), series.epochEnd(index)];
    const [before, after] = [this.y(series.epochMean(index - 1)), this.y(series.epochMean(index))];
    return before + ((after - before) * (step - from)) / (to - from);
  }

  /** The height of the strong line of the run at the front at a step; NaN if it has none there. */
  lineAt(step: number): number {
    const front = this.#front;
    if (front === undefined) return NaN;
    const { series } = front;
    const index = series.epochIndexOf(step);
    const mean = index < series.epochCount ? series.epochMean(index) : series.at(step);
    const loss = (this.#data?.smoothing ?? 0) > 0 ? this.curve(front).smoothed.series.at(step) : mean;
    return Number.isFinite(loss) ? this.y(loss) : NaN;
  }

  /** The step of the run at the front nearest to a pixel, among those that are kept and in sight; null if there is none. */
  nearestStep(pixel: number): number | null {
    const range = this.stepsInSight();
    if (range === null || this.#front === undefined) return null;
    const { left, right } = this.frame;
    const share = Math.max(0, Math.min(1, (pixel - left) / (right - left)));
    const step = Math.round(this.axis.stepAt(share, this.#front));
    return Math.max(range.from, Math.min(range.to, step));
  }

  /** The step of another run that lies where this step of the run at the front does; the same one on an axis of steps. */
  stepOf(run: ChartRun, step: number): number {
    if (this.axis.unit === 'steps' || run === this.#front || this.#front === undefined) return step;
    const place = placeOfStep(step, 'epochs', this.#front.series, this.#front.stepsPerEpoch);
    return Math.round(this.axis.stepAt(this.axis.share(place), run));
  }

  /** The steps of the run at the front that are kept and in sight; null if there are none. */
  stepsInSight(): { readonly from: number; readonly to: number } | null {
    const series = this.#front?.series;
    if (series === undefined || series.stepCount === 0) return null;
    const [from, to] = this.#data?.zoom ?? [-Infinity, Infinity];
    const least = Math.max(series.firstStep, Math.min(from, series.lastStep));
    return { from: least, to: Math.max(least, Math.min(to, series.lastStep)) };
  }

  readonly #pixel = (share: number): number => this.frame.left + share * (this.frame.right - this.frame.left);

  /** How far up the axis a loss is: 0 at its lower end, 1 at its upper. */
  #share(loss: number): number {
    const log = this.#data?.scale === 'log';
    const [low, high] = this.#y ?? (log ? [0.1, 1] : [0, 1]);
    return log ? Math.log(loss / low) / Math.log(high / low) : (loss - low) / (high - low);
  }

  #settleTime(data: LossChartData, columns: number): LossTimeAxis {
    const { axis, xScale, zoom, expectedSteps = 0 } = data;
    const front = this.#front;
    if (front !== undefined && zoom !== null) {
      const place = (step: number): number => placeOfStep(step, axis, front.series, front.stepsPerEpoch);
      return new LossTimeAxis(axis, xScale, [place(xScale === 'log' ? Math.max(1, zoom[0]) : zoom[0]), place(zoom[1])]);
    }
    const placeIn = ({ series, stepsPerEpoch }: ChartRun, step: number): number => placeOfStep(step, axis, series, stepsPerEpoch);
    const last = Math.max(0, ...data.runs.map((run) => placeIn(run, run.series.lastStep)));
    const oldest = Math.min(...data.runs.map(({ series }) => (series.stepCount === 0 ? Infinity : series.firstStep)));
    if (axis === 'steps' && xScale === 'linear' && oldest > 1 && oldest < Infinity) {
      // The window slides. It does so by whole columns: their contents stay the same, and the band does not shimmer.
      const perColumn = Math.max(1, Math.ceil((last - oldest + 1) / columns));
      const start = Math.floor(oldest / perColumn) * perColumn;
      return new LossTimeAxis(axis, xScale, [start, Math.max(start + perColumn * columns, last + 1)]);
    }
    this.#goal = settleCount(this.#goal, last, axis === 'steps' ? 10 : 1);
    let end = this.#goal;
    if (front !== undefined && expectedSteps > 0 && expectedSteps >= front.series.lastStep) {
      end = Math.min(end, Math.max(last, placeIn(front, expectedSteps)));
    }
    if (xScale === 'linear') return new LossTimeAxis(axis, xScale, [0, end]);
    const first = axis === 'steps' ? 1 : roundDown(Math.min(0.5, ...data.runs.map((run) => placeIn(run, 1))));
    return new LossTimeAxis(axis, xScale, [first, Math.max(end, 2 * first)]);
  }

  #settleY(data: LossChartData, look: LossLook): Domain {
    const { scale, zoom, runs } = data;
    // Another way of looking: the axis begins anew.
    const manner = `${scale} ${String(zoom)}`;
    if (manner !== this.#manner) this.#y = null;
    this.#manner = manner;
    const ordered = [...runs].sort((a, b) => Number(b.front) - Number(a.front));
    const ranges = ordered.map((run) => {
      const curve = this.curve(run);
      curve.look(run, look);
      return { ...curve.range, diverged: run.divergedAt !== null };
    });
    const { low, high, least, greatest } = rangeOfAll(ranges, OVERSHOOT[scale]);
    const empty = Number.isNaN(low);
    if (scale === 'linear') {
      const settle = zoom === null ? settleLinear : settleAround;
      this.#y = settle(empty ? null : this.#y, empty ? 0 : low, empty ? 1 : high);
      const top = this.#y[1];
      this.note = greatest > top ? `losses above ${formatNumber(top)} lie on the upper edge` : '';
      return this.#y;
    }
    this.#y = empty ? [0.1, 1] : settleLog(this.#y, low, high);
    const [bottom, top] = this.#y;
    const edge = (word: string, value: number, side: string): string => `losses ${word} ${formatNumber(value)} lie on the ${side} edge`;
    this.note = least < bottom ? edge('below', bottom, 'lower') : greatest > top ? edge('above', top, 'upper') : '';
    return this.#y;
  }

  #forgetUnless({ runs, axis, xScale }: LossChartData): void {
    if (axis !== this.axis.unit || xScale !== this.axis.scale) this.#goal = 0;
    for (const id of this.#curves.keys()) {
      if (!runs.some((run) => run.id === id)) this.#curves.delete(id);
    }
  }
}
