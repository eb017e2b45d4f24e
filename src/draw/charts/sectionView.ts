import { formatNumber } from '../../scene/format';
import type { AxesData, PlotFrame } from './axes';
import { settleAround, type Domain } from './domain';
import { frameWithin, TIGHT } from './frames';
import type { Iterates } from './iterates';
import { robustRange } from './robustRange';
import { gapsOf, type Sampled } from './sampled';
import { linearTicks, lyingTicks, tickLabels } from './ticks';

/** What a section shows: a function along one of its inputs, all others as they are. */
export interface SectionData extends Sampled {
  /** What the function's value is called, as it is to be read: `f`. */
  readonly name: string;
  /** The input's name as it is to be read: `w₀`. */
  readonly input: string;
  /** The present point: the input's value, the function's and the derivative there. Any of them may be unknown (NaN). */
  readonly at: number;
  readonly value: number;
  readonly slope: number;
  /** The descent so far: the input as `x`, the function as `y`. */
  readonly path: Iterates | null;
  /** How its figures are written; to four digits if not said. */
  readonly format?: ((value: number) => string) | undefined;
}

/** A stretch without a value, in pixels. */
export interface GapBox {
  readonly x: number;
  readonly width: number;
}

/** Narrower than this, in pixels, a gap is a pole or a single point: a hatched sliver would only look like an error. */
const LEAST_GAP = 3;

/** What a section looks like, without drawing it. */
export class SectionView {
  frame: PlotFrame = { left: 0, top: 0, right: 0, bottom: 0 };
  /** The vertical domain; it moves only when it must. */
  domain: Domain = [0, 1];
  gaps: readonly GapBox[] = [];
  #settled: Domain | null = null;
  #range: Domain = [0, 1];

  /** Looks at the data anew, for a drawing of this size. */
  settle(data: SectionData, width: number, height: number): AxesData {
    const { from, to, value } = data;
    this.#range = [from, to];
    const seen = robustRange(data.samples);
    const present = Number.isFinite(value) ? value : (seen?.[0] ?? 0);
    const [low, high] = seen ?? [present, present];
    this.#settled = settleAround(seen === null ? null : this.#settled, Math.min(low, present), Math.max(high, present));
    this.domain = this.#settled;
    const yTicks = linearTicks(this.domain, height - TIGHT.top - TIGHT.bottom, 28);
    const yLabels = tickLabels(yTicks);
    this.frame = frameWithin([width, height], TIGHT, yLabels);
    const xTicks = lyingTicks(this.#range, this.frame.right - this.frame.left);
    const xLabels = tickLabels(xTicks);
    this.gaps = gapsOf(data)
      .map((gap) => ({ x: this.x(gap.from), width: this.x(gap.to) - this.x(gap.from) }))
      .filter((gap) => gap.width >= LEAST_GAP);
    return {
      frame: this.frame,
      xTicks: xTicks.map((tick, index) => ({ at: this.x(tick), label: xLabels[index] ?? '' })),
      yTicks: yTicks.map((tick, index) => ({ at: this.y(tick), label: yLabels[index] ?? '' })),
      xLabel: data.input,
      yLabel: data.name,
      titleInRow: true,
    };
  }

  /** From the input to a pixel. */
  readonly x = (input: number): number => {
    const [from, to] = this.#range;
    return this.frame.left + ((input - from) / (to - from)) * (this.frame.right - this.frame.left);
  };

  /** From a value to a pixel, which may lie far outside of the plot. */
  readonly y = (value: number): number => {
    const [low, high] = this.domain;
    return this.frame.bottom - ((value - low) / (high - low)) * (this.frame.bottom - this.frame.top);
  };

  /** The input at a pixel, inside the range. */
  inputAt(pixel: number): number {
    const [from, to] = this.#range;
    const share = (pixel - this.frame.left) / (this.frame.right - this.frame.left);
    return Math.max(from, Math.min(to, from + share * (to - from)));
  }

  /** How much of the input a pixel is. */
  get resolution(): number {
    return (this.#range[1] - this.#range[0]) / (this.frame.right - this.frame.left);
  }

  /** How many pixels a line of this slope goes down per pixel to the right. */
  descentOf(slope: number): number {
    const [low, high] = this.domain;
    return (-slope * this.resolution * (this.frame.bottom - this.frame.top)) / (high - low);
  }
}

/** The whole section in words. */
export function sectionSummary({ name, input, from, to, at, value, slope, samples, path, format }: SectionData): string {
  const known = Array.from(samples).filter(Number.isFinite);
  const parts = [`${name} along ${input}, from ${formatNumber(from)} to ${formatNumber(to)}`];
  if (known.length === 0) parts.push('no value anywhere');
  else parts.push(`values from ${formatNumber(Math.min(...known))} to ${formatNumber(Math.max(...known))}`);
  if (known.length > 0 && known.length < samples.length) {
    parts.push(`no value in ${Math.max(1, Math.round((1 - known.length / samples.length) * 100))}% of the range`);
  }
  parts.push(pointWords({ name, input, at, value, slope, format }));
  if (path !== null && path.count > 1) parts.push(`a descent of ${path.count - 1} ${path.count === 2 ? 'iteration' : 'iterations'}`);
  return parts.join('; ');
}

/** The present point in words. */
export function pointWords({
  name,
  input,
  at,
  value,
  slope,
  format = formatNumber,
}: Pick<SectionData, 'name' | 'input' | 'at' | 'value' | 'slope' | 'format'>): string {
  const height = Number.isFinite(value) ? `${name} ${format(value)}` : `${name} has no value`;
  return `at ${input} ${format(at)}: ${height}${Number.isFinite(slope) ? `, slope ${format(slope)}` : ''}`;
}
