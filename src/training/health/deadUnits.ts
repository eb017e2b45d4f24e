import { formatCount, formatName } from '../../scene/format';
import { settingsAt } from '../plan';
import type { Finding, HealthInput, Remedy } from './finding';
import { lowerRate } from './learningRate';
import { scalingRemedy } from './unscaled';
import type { Vitals } from './vitals';

/**
 * A unit counts as dead once so many rows in a row have got 0 from it, in at least so many batches: one that answers to
 * one row in fifty would stay silent for that long with a chance of 2%.
 */
const SILENT_ROWS = 200;
const SILENT_LOOKS = 4;

/** A dead unit in a wide layer does no harm. */
const LEAST_SHARE = 0.1;

/** The relus with units that are 0 whatever they read: no gradient gets through them, so that they stay as they are. */
export function deadUnits(input: HealthInput): readonly Finding[] {
  const { vitals } = input;
  return (vitals.at(-1)?.dead ?? []).flatMap(({ id, share, units }) => {
    const columns = Math.round(units.length / share);
    const begins = units.map((unit) => vitals.findLastIndex((look) => !isDead(look, id, unit)) + 1);
    const dead = begins.filter((begin) => vitals.length - begin >= SILENT_LOOKS && hasSeenEnough(input, begin));
    if (dead.length === 0 || dead.length < LEAST_SHARE * columns) return [];
    // Since then, all of them are.
    const step = vitals[Math.max(...dead)]?.step ?? 1;
    const all = dead.length === columns;
    const finding: Finding = {
      kind: 'dead relu',
      step,
      node: id,
      severity: all ? 'error' : 'warning',
      title: all ? `All units of ${formatName(id)} are dead` : `${formatCount(dead.length)} of ${formatCount(columns)} units of ${formatName(id)} are dead`,
      cause:
        `They are 0 for every row that was looked at since step ${formatCount(step)}. Where a ReLU is 0, so is its slope: no gradient gets through, and the weights before it never change again.` +
        (all ? ' What is left is the last bias: the same prediction for every row.' : ''),
      remedy: remedyFor(input, step),
    };
    return [finding];
  });
}

function isDead({ dead }: Vitals, id: string, unit: number): boolean {
  return dead.some((one) => one.id === id && one.units.includes(unit));
}

/** Whether the looks from one on have seen enough rows. */
function hasSeenEnough({ changes, vitals }: HealthInput, begin: number): boolean {
  let rows = 0;
  for (let look = begin; look < vitals.length && rows < SILENT_ROWS; look++) rows += settingsAt(changes, vitals[look]?.step ?? 0)?.batchSize ?? 0;
  return rows >= SILENT_ROWS;
}

function remedyFor(input: HealthInput, step: number): Remedy {
  // Dead from the first look on, it was the start and not the steps.
  const rate = step === 1 ? undefined : lowerRate(input, step, 0);
  return scalingRemedy(input) ?? rate ?? { label: 'the sigmoid', plan: { activation: 'sigmoid' }, at: 0 };
}
