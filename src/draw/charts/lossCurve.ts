import type { ChartRun, LossScale } from './lossData';
import { bandPath, epochMarkers, epochPath, strokePath, type EpochLine, type Place } from './lossPaths';
import { LossRanges, type LossRange } from './lossRange';
import { Smoothed } from './lossSmoothing';
import type { LossTimeAxis } from './lossTimeAxis';
import { PixelColumns } from './pixelColumns';

/** How all curves are looked at: what they share. */
export interface LossLook {
  readonly axis: LossTimeAxis;
  /** Pixel columns. */
  readonly columns: number;
  readonly smoothing: number;
  readonly scale: LossScale;
  readonly zoomed: boolean;
}

/** The curve of one run, as path data. */
export interface CurvePaths {
  /** The faint band, or line, of the single steps. */
  readonly band: string;
  /** The strong line: epochs' means, or the moving average. */
  readonly line: string;
  /** The held-out rows' losses, and the markers on that line. */
  readonly test: string;
  readonly markers: string;
}

/** From one point of the moving average to the next, in pixels, at least: a line that swings faster would be a smear. */
const SMOOTH_SPACING = 3;

/** The radius of the open markers. */
const MARKER = 2.5;

/**
 * One run on the chart: what of it is in sight, decimated, and its paths. Both are made anew only if the run, or the way that
 * it is looked at, has changed: while the run at the front grows, the others cost nothing.
 */
export class LossCurve {
  readonly columns = new PixelColumns();
  readonly smooth = new PixelColumns();
  readonly smoothed = new Smoothed();
  range: LossRange = { low: NaN, high: NaN, least: NaN, greatest: NaN };
  paths: CurvePaths = { band: '', line: '', test: '', markers: '' };
  readonly #ranges = new LossRanges();
  #run: ChartRun | null = null;
  #look: LossLook | null = null;
  #version = -1;
  /** Grows with every change of the columns. */
  #seen = 0;
  #drawn = '';

  /** Looks at a run: fills the columns, and finds what the vertical axis must hold. */
  look(run: ChartRun, look: LossLook): void {
    if (this.#isSame(run, look)) return;
    this.#run = run;
    this.#look = look;
    this.#version = run.series.version;
    this.#seen++;
    const { axis, columns, smoothing, scale, zoomed } = look;
    const { series } = run;
    // A run's own line begins where it parts from the run that it shares its past with.
    const from = run.sharedUntil ?? 0;
    const stepAt = (column: number): number => Math.max(from, axis.stepAt(column / columns, run));
    this.columns.fill(series, columns, stepAt);
    if (smoothing > 0) {
      this.smoothed.follow(series, smoothing);
      this.#fillSmooth(columns, stepAt);
    }
    const sight = {
      series,
      columns: this.columns,
      smooth: smoothing > 0 ? this.smooth : null,
      firstStep: this.firstStep,
      lastStep: Math.floor(axis.stepAt(1, run) + 1e-6),
      diverged: run.divergedAt != null,
      zoomed,
    };
    this.range = scale === 'log' ? this.#ranges.logarithmic(sight) : this.#ranges.linear(sight);
  }

  /** The average's line: step by step where there is room, otherwise by means, or it would fill the whole height of what it swings through. */
  #fillSmooth(columns: number, stepAt: (column: number) => number): void {
    const { series } = this.smoothed;
    const steps = Math.min(stepAt(columns), series.lastStep) - Math.max(stepAt(0), series.firstStep);
    const points = Math.max(1, Math.ceil(columns / SMOOTH_SPACING));
    if (steps <= points) this.smooth.fill(series, columns, stepAt);
    else this.smooth.fillMeans(series, points, (point) => stepAt((point * columns) / points));
  }

  /** The oldest step of its own on the axis. */
  get firstStep(): number {
    if (this.#run === null || this.#look === null) return 0;
    return Math.max(0, this.#run.sharedUntil ?? 0, Math.ceil(this.#look.axis.stepAt(0, this.#run) - 1e-6));
  }

  /**
   * The paths for this place on the page.
   *
   * @param x from a share of the horizontal axis to a pixel.
   * @param y from a loss to a pixel.
   * @param key stands for both: as long as it is the same, so are they.
   */
  draw(x: Place, y: Place, key: string): CurvePaths {
    const [run, look] = [this.#run, this.#look];
    const drawn = `${this.#seen} ${key}`;
    if (run === null || look === null || drawn === this.#drawn) return this.paths;
    this.#drawn = drawn;
    const { axis, smoothing } = look;
    const { series } = run;
    const xOfStep = (step: number): number => x(axis.shareOf(step, run));
    const line = this.#epochs(run, axis, x, (index) => series.epochMean(index));
    const tests = this.#epochs(run, axis, x, (index) => series.epochTest(index));
    this.paths = {
      band: bandPath(this.columns, xOfStep, y),
      line: smoothing > 0 ? strokePath(this.smooth, xOfStep, y) : epochPath(line, y),
      test: epochPath(tests, y),
      markers: epochMarkers(tests, y, MARKER),
    };
    return this.paths;
  }

  #epochs(run: ChartRun, axis: LossTimeAxis, x: Place, value: (index: number) => number): EpochLine {
    const { series } = run;
    const last = axis.stepAt(1, run);
    return {
      // One epoch more on either side, so that the line enters and leaves the plot at its edges.
      from: Math.max(0, series.epochIndexOf(this.firstStep) - 1),
      to: Math.min(series.epochCount, series.epochIndexOf(Math.ceil(last)) + 1),
      value,
      x: (index) => x(axis.share(axis.unit === 'steps' ? series.epochEnd(index) : series.epochNumber(index))),
    };
  }

  #isSame(run: ChartRun, look: LossLook): boolean {
    const [before, seen] = [this.#run, this.#look];
    return (
      before !== null &&
      seen !== null &&
      before.series === run.series &&
      this.#version === run.series.version &&
      before.stepsPerEpoch === run.stepsPerEpoch &&
      before.divergedAt === run.divergedAt &&
      before.sharedUntil === run.sharedUntil &&
      seen.axis.equals(look.axis) &&
      seen.columns === look.columns &&
      seen.smoothing === look.smoothing &&
      seen.scale === look.scale &&
      seen.zoomed === look.zoomed
    );
  }
}
