import { standardize } from '../../datasets/scaling';
import type { TableVitals } from './finding';

/**
 * What findings need to know of a table.
 * @param features rows × names, row-major, not scaled
 * @returns undefined if no feature varies
 */
export function tableVitalsOf(features: Float64Array, names: readonly string[], target: Float64Array): TableVitals | undefined {
  const { deviation } = standardize(features, names.length);
  const spreads = names.map((name, column) => ({ name, deviation: deviation[column] ?? 0 })).filter((spread) => spread.deviation > 0);
  const sorted = spreads.sort((one, other) => one.deviation - other.deviation);
  const [least, greatest] = [sorted[0], sorted.at(-1)];
  if (least === undefined || greatest === undefined) return undefined;
  return { least, greatest, targetVariance: (standardize(target, 1).deviation[0] ?? 0) ** 2 };
}
