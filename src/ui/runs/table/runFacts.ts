import { formatCount, formatNumber } from '../../../scene/format';
import type { RunRecord, RunsState } from '../../../store/runs';
import { settingsAt, type Change } from '../../../training/plan';

/** What a table says of a run; undefined where there is nothing yet. */
export interface RunFacts {
  /** SGD steps and epochs taken. */
  readonly steps: number;
  readonly epochs: number;
  /** The mean loss of the last epoch. */
  readonly last: number | undefined;
  /** The least mean loss, and the number of its epoch. */
  readonly best: { readonly mean: number; readonly epoch: number } | undefined;
  /** The loss of the held-out rows after the last epoch. */
  readonly test: number | undefined;
  /** The settings that the last step was taken with; undefined before the first. */
  readonly now: Change | undefined;
}

/** The facts of a run, as far as it has come. */
export function factsOf({ series: { losses }, changes }: RunRecord): RunFacts {
  const epochs = losses.epochCount;
  let best: RunFacts['best'];
  for (let index = 0; index < epochs; index++) {
    const mean = losses.epochMean(index);
    if (Number.isFinite(mean) && mean < (best?.mean ?? Infinity)) best = { mean, epoch: losses.epochNumber(index) };
  }
  const test = epochs === 0 ? NaN : losses.epochTest(epochs - 1);
  return {
    steps: losses.lastStep,
    epochs: epochs === 0 ? 0 : losses.epochNumber(epochs - 1),
    last: epochs === 0 ? undefined : losses.epochMean(epochs - 1),
    best,
    test: Number.isNaN(test) && !hasTest(losses) ? undefined : test,
    now: settingsAt(changes, Math.max(1, losses.lastStep)),
  };
}

/** NaN stands for no test loss, and for one that is not a number: it is the latter if any epoch had one. */
function hasTest(losses: RunRecord['series']['losses']): boolean {
  for (let index = 0; index < losses.epochCount; index++) if (!Number.isNaN(losses.epochTest(index))) return true;
  return false;
}

/** `0.01 → 0.003` where the setting was changed on the way, `0.01 → … → 0.003` where more than once. */
export function courseOf(changes: readonly Change[], write: (change: Change) => string): string {
  const values = changes.map(write).filter((value, index, all) => value !== all[index - 1]);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (values.length === 1) return first;
  return `${first} → ${values.length > 2 ? '… → ' : ''}${last}`;
}

/** A loss in a cell; a dash where there is none yet. */
export function figureOf(loss: number | undefined): string {
  return loss === undefined ? '–' : formatNumber(loss);
}

/** A learning rate as the reader set it. */
export function rateWords(rate: number): string {
  return formatNumber(rate, 10);
}

/** `branch of Run 1 at step 2,000`; undefined for a run of its own. */
export function parentWords({ parent }: RunRecord, runs: Pick<RunsState, 'runs'>): string | undefined {
  if (parent === undefined) return undefined;
  const name = runs.runs.find(({ id }) => id === parent.id)?.name;
  return `branch of ${name ?? 'a run that was deleted'} at step ${formatCount(parent.step)}`;
}
