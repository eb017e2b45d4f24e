import { formatCount } from '../../scene/format';
import { CHARACTER } from '../parts/lettering';
import type { AxesData, PlotFrame } from './axes';
import { settleAround, settleCount, settleLog, type Domain } from './domain';
import { allPositive, DescentReadings, type DescentValues } from './descentReadings';
import { frameWithin, isLow, ROOMY, TIGHT } from './frames';
import { PixelColumns } from './pixelColumns';
import { countTicks, linearTicks, logTicks, tickLabels } from './ticks';

/** What the descent's curve shows. */
export interface DescentCurveData extends DescentValues {
  /** What the function's value is called, as it is to be read: `f`. */
  readonly name: string;
  /** `log` only takes effect if every finite value is above 0. */
  readonly scale: 'linear' | 'log';
  /** Where the descent came to its end, and why; `calm` if that is no misfortune, such as a step that was small enough. */
  readonly stoppedAt: { readonly iteration: number; readonly words: string; readonly calm?: boolean } | null;
  /** The iteration at which the descent as planned will end; the axis does not go further while the descent has not. */
  readonly expected?: number;
  /** How its figures are written; to four digits if not said. */
  readonly format?: ((value: number) => string) | undefined;
}

/** Between two labels of the vertical axis. */
const Y_SPACING = 20;

/** In a chart narrower than this, a note and the title of the horizontal axis do not fit into one row. */
const NARROW = 320;

/** The title of the horizontal axis. */
const X_LABEL = 'iteration';

/** Whether the axis is logarithmic, which may be asked for in vain. */
export function isLogarithmic(data: DescentCurveData): boolean {
  return data.scale === 'log' && allPositive(data);
}

/** What the descent's curve looks like, without drawing it: domains (which move only when they must), scales, ticks, columns. */
export class DescentView {
  readonly columns = new PixelColumns();
  readonly readings = new DescentReadings();
  /** What the axis cannot show as asked, in words; empty if nothing. */
  note = '';
  #end = 0;
  #goal = 0;
  #linear: Domain | null = null;
  #log: Domain | null = null;
  #isLog = false;
  #frame: PlotFrame = { left: 0, top: 0, right: 0, bottom: 0 };

  /** Looks at the data anew, for a chart of this size. */
  settle(data: DescentCurveData, width: number, height: number): AxesData {
    const { readings, columns } = this;
    readings.take(data);
    const { expected = 0 } = data;
    this.#goal = settleCount(this.#goal, readings.lastStep, 10);
    this.#end = expected > 0 && expected >= readings.lastStep ? Math.min(this.#goal, expected) : this.#goal;
    const pixels = Math.max(1, Math.round(width - ROOMY.left - ROOMY.right));
    columns.fill(readings, pixels, (column) => (this.#end * column) / pixels);
    const domain = this.#settleY(data);

    const titleInRow = isLow(height) || width < NARROW;
    // The note needs a row of its own.
    const margins = titleInRow && this.note === '' ? TIGHT : ROOMY;
    const length = Math.max(1, height - margins.top - margins.bottom);
    const values = this.#isLog ? logTicks(domain, length, Y_SPACING) : linearTicks(domain, length, 1.4 * Y_SPACING);
    const labels = tickLabels(values);
    const overhang = Math.ceil((formatCount(this.#end).length * CHARACTER) / 2);
    const frame = frameWithin([width, height], margins, labels, overhang);
    this.#frame = frame;
    return {
      frame,
      xTicks: countTicks([0, this.#end], frame.right - frame.left, formatCount).map((value) => ({
        at: this.x(value),
        label: formatCount(value),
      })),
      yTicks: values.map((value, index) => ({ at: this.y(value), label: labels[index] ?? '' })),
      xLabel: X_LABEL,
      yLabel: data.name,
      titleInRow,
    };
  }

  /** From an iteration to a pixel. */
  readonly x = (iteration: number): number => {
    const { left, right } = this.#frame;
    return left + (iteration / this.#end) * (right - left);
  };

  /** From a value to a pixel; what the axis does not hold lies on its edge. */
  readonly y = (value: number): number => {
    const { top, bottom } = this.#frame;
    const share = this.#share(value);
    return share >= 1 ? top : share > 0 ? bottom - share * (bottom - top) : bottom;
  };

  /** The iteration nearest to a pixel; null if there is none. */
  nearest(pixel: number): number | null {
    const { lastStep } = this.readings;
    if (lastStep < 0) return null;
    const { left, right } = this.#frame;
    return Math.max(0, Math.min(lastStep, Math.round(((pixel - left) / (right - left)) * this.#end)));
  }

  #share(value: number): number {
    if (this.#isLog) {
      const [low, high] = this.#log ?? [0.1, 1];
      return Math.log(value / low) / Math.log(high / low);
    }
    const [low, high] = this.#linear ?? [0, 1];
    return (value - low) / (high - low);
  }

  #settleY(data: DescentCurveData): Domain {
    let low = Infinity;
    let high = -Infinity;
    for (let column = 0; column < this.columns.count; column++) {
      const [least = NaN, greatest = NaN] = [this.columns.low[column], this.columns.high[column]];
      if (least < low) low = least;
      if (greatest > high) high = greatest;
    }
    const empty = low > high;
    this.#isLog = isLogarithmic(data);
    this.note = '';
    if (this.#isLog) {
      this.#log = empty ? [0.1, 1] : settleLog(this.#log, low, high);
      if (low < this.#log[0]) this.note = `values below ${tickLabels([this.#log[0]]).join('')} lie on the lower edge`;
      return this.#log;
    }
    if (data.scale === 'log') this.note = `linear, as ${data.name} is not always above 0`;
    this.#linear = empty ? [0, 1] : settleAround(this.#linear, low, high);
    return this.#linear;
  }
}
