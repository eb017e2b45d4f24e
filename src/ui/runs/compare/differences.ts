import { formatCount, formatNumber } from '../../../scene/format';
import { settingsAt, type Change, type RunPlan } from '../../../training/plan';
import { ORDER_WORDS } from '../../training/orderWords';
import { PLAN_LINES } from '../planWords';

/** What two runs were not made or trained with alike. */
export interface Difference {
  /** The setting: `learning rate`. */
  readonly setting: string;
  /** From which step on, for what may change on the way; undefined for what a run begins with. */
  readonly from: number | undefined;
  /** What it is in the one run and in the other; undefined where the run has not come so far. */
  readonly here: string | undefined;
  readonly there: string | undefined;
}

/** As much of a run as its settings need. */
export interface Settled {
  readonly plan: RunPlan;
  readonly changes: readonly Change[];
  /** How many steps it has taken. */
  readonly steps: number;
}

const STEP_LINES: readonly (readonly [name: string, read: (change: Change) => string])[] = [
  ['learning rate', ({ learningRate }) => formatNumber(learningRate, 10)],
  ['batch size', ({ batchSize }) => formatCount(batchSize)],
  ['order of the data', ({ order }) => ORDER_WORDS[order]],
];

/**
 * The settings that differ: those of the plan first, then those of the steps, each with the steps at which one of the two changes.
 * A step that only one run has taken makes no difference.
 */
export function differencesOf(here: Settled, there: Settled): Difference[] {
  const plan = PLAN_LINES.flatMap(([setting, read]): Difference[] => {
    const [mine, other] = [read(here.plan), read(there.plan)];
    return mine === other ? [] : [{ setting, from: undefined, here: mine, there: other }];
  });
  const common = Math.min(here.steps, there.steps);
  const turns = [...new Set([...here.changes, ...there.changes].map(({ step }) => step))]
    .filter((step) => step <= common)
    .sort((a, b) => a - b);
  const steps = STEP_LINES.flatMap(([setting, read]) => {
    const found: Difference[] = [];
    let before = '';
    for (const from of turns) {
      const [mine, other] = [here, there].map(({ changes }) => {
        const change = settingsAt(changes, from);
        return change && read(change);
      });
      const now = mine === other ? '' : `${mine ?? ''} / ${other ?? ''}`;
      if (now !== before) {
        // Where they agree again, that is worth a line as well.
        found.push({ setting, from, here: mine, there: other });
        before = now;
      }
    }
    return found;
  });
  return [...plan, ...steps];
}
