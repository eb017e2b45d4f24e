import { formatNumber } from '../../scene/format';
import type { AxesData, PlotFrame } from './axes';
import { legendWidth } from './contourLegend';
import { settleLevels, sortedSample } from './contourLevels';
import { frameWithin, TIGHT } from './frames';
import type { Field } from './field';
import type { Iterates, Point } from './iterates';
import { linearTicks, lyingTicks, tickLabels } from './ticks';

/** What a contour drawing shows: a function over two of its inputs, all others as they are. */
export interface ContourData extends Field {
  /** What the function's value is called, as it is to be read: `f`. */
  readonly name: string;
  /** The inputs' names as they are to be read: `w₀`. */
  readonly xInput: string;
  readonly yInput: string;
  /** The present point, in units of the inputs. */
  readonly at: Point;
  /** The function and its gradient there; unknown parts are NaN. */
  readonly value: number;
  readonly gradient: Point;
  /** The descent so far, in units of the inputs. */
  readonly path: Iterates | null;
  /** How its figures are written; to four digits if not said. */
  readonly format?: ((value: number) => string) | undefined;
}

/** A drawing narrower than this has its legend over the plot. */
const NARROW = 340;

/** What a contour drawing looks like, without drawing it. */
export class ContourView {
  frame: PlotFrame = { left: 0, top: 0, right: 0, bottom: 0 };
  levels: readonly number[] = [];
  /** Whether there is room for an upright legend. */
  upright = true;
  #data: Field | null = null;
  /** Grows when the numbers of the grid have changed, also if they were written into the same array. */
  version = 0;
  #seen = new Float64Array(0);

  /** Looks at the data anew, for a drawing of this size. */
  settle(data: ContourData, width: number, height: number): AxesData {
    // Comparing is cheap beside sorting and painting, which are not due while only the point moves.
    if (this.version === 0 || !haveSameNumbers(data.grid, this.#seen)) {
      this.levels = settleLevels(this.levels, sortedSample(data.grid));
      if (this.#seen.length !== data.grid.length) this.#seen = new Float64Array(data.grid.length);
      this.#seen.set(data.grid);
      this.version++;
    }
    this.#data = data;
    this.upright = width >= NARROW;
    const yTicks = linearTicks(data.yRange, height - TIGHT.top - TIGHT.bottom, 28);
    const yLabels = tickLabels(yTicks);
    const beside = this.upright ? Math.ceil(legendWidth(this.levels)) + 2 : 0;
    this.frame = frameWithin([width, height], TIGHT, yLabels, beside);
    const xTicks = lyingTicks(data.xRange, this.frame.right - this.frame.left);
    const xLabels = tickLabels(xTicks);
    return {
      frame: this.frame,
      xTicks: xTicks.map((tick, index) => ({ at: this.x(tick), label: xLabels[index] ?? '' })),
      yTicks: yTicks.map((tick, index) => ({ at: this.y(tick), label: yLabels[index] ?? '' })),
      xLabel: data.xInput,
      yLabel: data.yInput,
      titleInRow: true,
      withoutGrid: true,
    };
  }

  /** From the horizontal input to a pixel. */
  readonly x = (input: number): number => {
    const [from, to] = this.#data?.xRange ?? [0, 1];
    return this.frame.left + ((input - from) / (to - from)) * (this.frame.right - this.frame.left);
  };

  /** From the vertical input to a pixel. */
  readonly y = (input: number): number => {
    const [from, to] = this.#data?.yRange ?? [0, 1];
    return this.frame.bottom - ((input - from) / (to - from)) * (this.frame.bottom - this.frame.top);
  };

  /** The inputs at a pixel, inside their ranges. */
  inputsAt({ x, y }: Point): Point {
    const { left, right, top, bottom } = this.frame;
    const { xRange, yRange } = this.#data ?? { xRange: [0, 1], yRange: [0, 1] };
    const between = ([from, to]: readonly [number, number], share: number): number =>
      Math.max(from, Math.min(to, from + share * (to - from)));
    return { x: between(xRange, (x - left) / (right - left)), y: between(yRange, (bottom - y) / (bottom - top)) };
  }

  /** How much of each input a pixel is. */
  get perPixel(): Point {
    const { left, right, top, bottom } = this.frame;
    const { xRange, yRange } = this.#data ?? { xRange: [0, 1], yRange: [0, 1] };
    return { x: (xRange[1] - xRange[0]) / (right - left), y: (yRange[1] - yRange[0]) / (bottom - top) };
  }
}

function haveSameNumbers(a: Float64Array, b: Float64Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) {
    if (a[index] !== b[index] && !(Number.isNaN(a[index]) && Number.isNaN(b[index]))) return false;
  }
  return true;
}

/**
 * How steep a function is for a reader of its levels: by what part of their whole span it changes over 100 pixels in the
 * direction of the gradient. Infinite if there are no levels to compare with.
 */
export function steepness(gradient: Point, perPixel: Point, levels: readonly number[]): number {
  const span = (levels.at(-1) ?? 0) - (levels[0] ?? 0);
  return (100 * Math.hypot(gradient.x * perPixel.x, gradient.y * perPixel.y)) / span;
}

/** The whole drawing in words. */
export function contourSummary(data: ContourData): string {
  const { name, xInput, yInput, xRange, yRange, grid, path } = data;
  let [least, greatest, known] = [Infinity, -Infinity, 0];
  for (let cell = 0; cell < grid.length; cell++) {
    const value = grid[cell] ?? NaN;
    if (!Number.isFinite(value)) continue;
    known++;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const range = (input: string, [from, to]: readonly [number, number]): string =>
    `${input} from ${formatNumber(from)} to ${formatNumber(to)}`;
  const parts = [`${name} over ${range(xInput, xRange)} and ${range(yInput, yRange)}`];
  parts.push(known === 0 ? 'no value anywhere' : `values from ${formatNumber(least)} to ${formatNumber(greatest)}`);
  if (known > 0 && known < grid.length) {
    parts.push(`no value in ${Math.max(1, Math.round((1 - known / grid.length) * 100))}% of the plane`);
  }
  parts.push(positionWords(data));
  if (path !== null && path.count > 1) parts.push(`a descent of ${path.count - 1} ${path.count === 2 ? 'iteration' : 'iterations'}`);
  return parts.join('; ');
}

/** The present point in words. */
export function positionWords({ name, xInput, yInput, at, value, format = formatNumber }: ContourData): string {
  const height = Number.isFinite(value) ? `${name} ${format(value)}` : `${name} has no value`;
  return `at ${xInput} ${format(at.x)}, ${yInput} ${format(at.y)}: ${height}`;
}
