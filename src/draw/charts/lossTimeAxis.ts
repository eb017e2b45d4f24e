import { ticks as roundNumbersBetween } from 'd3';
import { formatCount, formatNumber } from '../../scene/format';
import { CHARACTER } from '../parts/lettering';
import type { Domain } from './domain';
import type { ChartRun, LossScale } from './lossData';
import { placeOfStep, stepAtPlace, type AxisUnit } from './stepAxis';
import { countTicks, lyingLogTicks, lyingTicks, tickLabels } from './ticks';

/** What places on the axis are asked of: a run's steps. */
type Timed = Pick<ChartRun, 'series' | 'stepsPerEpoch'>;

/** On a logarithmic axis shorter than this (as the ratio of its ends) powers of ten would be too few. */
const FEW_POWERS = 30;

/**
 * The horizontal axis of the loss chart: steps or epochs, linear or logarithmic. A run's step has a place on it (its
 * number, or the epochs that had passed with it), and every place a share of the axis's length, from 0 to 1.
 */
export class LossTimeAxis {
  constructor(
    readonly unit: AxisUnit,
    readonly scale: LossScale,
    readonly domain: Domain,
  ) {}

  /** Whether another axis is the same. */
  equals({ unit, scale, domain: [low, high] }: LossTimeAxis): boolean {
    return unit === this.unit && scale === this.scale && low === this.domain[0] && high === this.domain[1];
  }

  /** How far along the axis a place lies: 0 at its beginning, 1 at its end. What has no logarithm lies at the beginning. */
  readonly share = (place: number): number => {
    const [low, high] = this.domain;
    if (this.scale === 'linear') return (place - low) / (high - low);
    return place > 0 ? Math.log(place / low) / Math.log(high / low) : 0;
  };

  /** The inverse of `share`. */
  placeAt(share: number): number {
    const [low, high] = this.domain;
    return this.scale === 'linear' ? low + share * (high - low) : low * (high / low) ** share;
  }

  /** How far along the axis a run's step lies. */
  shareOf(step: number, { series, stepsPerEpoch }: Timed): number {
    return this.share(placeOfStep(step, this.unit, series, stepsPerEpoch));
  }

  /** The step of a run (a fraction, in general) that lies so far along the axis. */
  stepAt(share: number, { series, stepsPerEpoch }: Timed): number {
    return stepAtPlace(this.placeAt(share), this.unit, series, stepsPerEpoch);
  }

  /** Round places, as many as fit side by side with their labels into so many pixels. */
  ticks(length: number): { readonly share: number; readonly label: string }[] {
    const values = this.#values(length);
    const labels = values.every(Number.isInteger) ? values.map(formatCount) : tickLabels(values);
    return values.map((value, index) => ({ share: this.share(value), label: labels[index] ?? '' }));
  }

  #values(length: number): number[] {
    const [low, high] = this.domain;
    if (this.scale === 'log') {
      return high / low > FEW_POWERS ? lyingLogTicks(this.domain, length, this.unit === 'steps' ? formatCount : formatNumber) : this.#crowded(length);
    }
    return this.unit === 'steps' || high - low >= 3 ? countTicks(this.domain, length, formatCount) : lyingTicks(this.domain, length);
  }

  /** Round numbers that are apart on a short logarithmic axis: those that keep clear of the one before. */
  #crowded(length: number): number[] {
    const [low, high] = this.domain;
    const found = roundNumbersBetween(low, high, Math.max(2, Math.floor(length / 50)));
    const whole = this.unit === 'steps' ? found.filter(Number.isInteger) : found;
    let free = -Infinity;
    const kept = whole.filter((value) => {
      const at = this.share(value) * length;
      const half = (formatNumber(value).length * CHARACTER) / 2 + 6;
      if (at - half < free) return false;
      free = at + half;
      return true;
    });
    return kept.length > 0 ? kept : [this.unit === 'steps' ? Math.ceil(low) : high];
  }
}
