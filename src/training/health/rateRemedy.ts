import { formatNumber } from '../../scene/format';
import type { Remedy } from './finding';

/** Another learning rate from a step on. */
export function rateRemedy(learningRate: number, at: number): Remedy {
  return { label: `learning rate ${formatNumber(learningRate)}`, settings: { learningRate }, at };
}
