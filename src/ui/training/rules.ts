import { LIMITS, OPTIONAL_LIMITS } from '../../store/settings';
import type { NumberRule } from '../controls/numberRule';

/** Which numbers the settings of training take. */
export const RULES = {
  learningRate: { ...LIMITS.learningRate, whole: false, above: true, logFrom: 1e-5 },
  batchSize: { ...LIMITS.batchSize, whole: true, unit: 'examples' },
  hidden: { ...LIMITS.hidden, whole: true, unit: 'units' },
  epochs: { ...LIMITS.epochs, whole: true, logFrom: 1, unit: 'epochs' },
  targetLoss: { ...OPTIONAL_LIMITS.targetLoss, whole: false },
  patience: { ...OPTIONAL_LIMITS.patience, whole: true },
  /** In percent, as it is typed. */
  accuracyShare: { min: 0, max: 100, whole: false },
  accuracyWithin: { ...OPTIONAL_LIMITS.accuracyWithin, whole: false },
} as const satisfies Readonly<Record<string, NumberRule>>;
