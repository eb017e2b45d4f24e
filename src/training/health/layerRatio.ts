import { median } from './lastChange';
import type { ParameterVitals, Vitals } from './vitals';

/**
 * How many times greater or smaller than at the last layer the gradient of the first one may be, per number. At the same
 * learning rate a layer moves in proportion to its gradient: at a thousandth, a thousand steps of it are one of the
 * other. Sound trainings of the lesson's network, from 1 to 64 hidden units, stay between 0.05 and 15.
 */
export const EXTREME_RATIO = 1000;

/** Over how many looks the median is taken: single batches scatter far. */
const LOOKS = 8;

/** How the gradients of the first and the last layer compare. */
export interface LayerRatio {
  /** The parameters that were compared: the one farthest from the output, and the one nearest to it. */
  readonly first: string;
  readonly last: string;
  /** Root mean square of the first one's gradient, divided by that of the last one's: the median of the last looks. */
  readonly ratio: number;
  /** Since which step it has been as extreme. */
  readonly step: number;
}

/** The ratio between the layers, if it is extreme at present; undefined if it is not, or there are not enough looks. */
export function layerRatio(vitals: readonly Vitals[], isExtreme: (ratio: number) => boolean): LayerRatio | undefined {
  const ratios = vitals.map(ratioAt);
  const present = median(ratios.slice(-LOOKS));
  const [first, last] = endsOf(vitals.at(-1)) ?? [];
  if (ratios.length < LOOKS || first === undefined || last === undefined || !isExtreme(present)) return undefined;
  let from = ratios.length - LOOKS;
  while (from > 0 && isExtreme(median(ratios.slice(from - 1, from - 1 + LOOKS)))) from--;
  // A median may be extreme by what came later than its first look.
  while (!isExtreme(ratios[from] ?? present)) from++;
  return { first: first.id, last: last.id, ratio: present, step: vitals[from]?.step ?? 1 };
}

function ratioAt(vitals: Vitals): number {
  const [first, last] = endsOf(vitals) ?? [];
  return first === undefined || last === undefined ? NaN : rms(first) / rms(last);
}

/** The weights of the first and the last layer: of the parameters at the same depth, the one with the most numbers. Undefined if there is one layer only. */
function endsOf(vitals: Vitals | undefined): readonly [ParameterVitals, ParameterVitals] | undefined {
  const first = largestAt(vitals, vitals?.parameters[0]?.depth);
  const last = largestAt(vitals, vitals?.parameters.at(-1)?.depth);
  return first === undefined || last === undefined || first.depth === last.depth ? undefined : [first, last];
}

function largestAt(vitals: Vitals | undefined, depth: number | undefined): ParameterVitals | undefined {
  return vitals?.parameters.filter((parameter) => parameter.depth === depth).toSorted((one, other) => other.cells - one.cells)[0];
}

function rms({ gradient, cells }: ParameterVitals): number {
  return gradient / Math.sqrt(cells);
}
