import { formatName } from '../../scene/format';
import type { Finding, HealthInput, Remedy } from './finding';
import { lowerRate } from './learningRate';
import { scalingRemedy } from './unscaled';

/**
 * The share of an activation's inputs beyond ±4 from which on it counts as saturated. The lesson's weights, N(0, 1) on
 * 13 standardized features, put a quarter of them there to begin with, and sound trainings stay below two thirds.
 */
const SATURATED_SHARE = 0.9;
/** Below this it has recovered. Between the two nothing changes: who is told of it must not be told twice. */
const RECOVERED_SHARE = 0.8;

/** On the average of so many looks and of so many rows: single batches scatter. */
const LEAST_LOOKS = 8;
const LEAST_ROWS = 88;

/** The activations that hardly pass on any gradient, because nearly all that they read is far out. */
export function saturated(input: HealthInput): readonly Finding[] {
  const batchSize = input.changes.at(-1)?.batchSize ?? 1;
  const looks = Math.max(LEAST_LOOKS, Math.ceil(LEAST_ROWS / batchSize));
  const { vitals } = input;
  const ids = vitals.at(-1)?.saturated.map(({ id }) => id) ?? [];
  return ids.flatMap((id) => {
    const shares = vitals.map((look) => look.saturated.find((one) => one.id === id)?.share ?? 0);
    const from = beginOf(shares, looks);
    if (from === undefined) return [];
    const present = meanOf(shares.slice(-looks));
    const step = vitals[from]?.step ?? 1;
    const remedy = remedyFor(input, step, from === 0);
    const finding: Finding = {
      kind: 'saturated',
      step,
      node: id,
      severity: 'warning',
      title: `${formatName(id)} is saturated`,
      cause:
        `${percent(present)} of the numbers that ${formatName(id)} reads lie beyond ±4 (in the last ${looks} batches looked at), where its curve is all but flat: ` +
        'hardly any gradient gets past it to the layer before.',
      ...(remedy === undefined ? {} : { remedy }),
    };
    return [finding];
  });
}

/** The look since which shares are those of a saturated activation; undefined if they are not at present. */
function beginOf(shares: readonly number[], looks: number): number | undefined {
  let begin: number | undefined;
  for (let end = looks; end <= shares.length; end++) {
    const mean = meanOf(shares.slice(end - looks, end));
    if (mean < RECOVERED_SHARE) begin = undefined;
    else if (mean >= SATURATED_SHARE) begin ??= end - looks;
  }
  // An average may be high by what came later than its first look.
  while (begin !== undefined && (shares[begin] ?? 1) < SATURATED_SHARE) begin++;
  return begin;
}

function remedyFor(input: HealthInput, began: number, fromTheStart: boolean): Remedy | undefined {
  const scaling = scalingRemedy(input);
  if (scaling !== undefined) return scaling;
  if (fromTheStart && input.plan.weights === 'lesson') return { label: 'scaled initial weights', plan: { weights: 'scaled' }, at: 0 };
  return lowerRate(input, began, 0);
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** A share in whole percent: `97%`; never 100 for what is not all. */
function percent(share: number): string {
  return `${share === 1 ? 100 : Math.min(99, Math.round(share * 100))}%`;
}
