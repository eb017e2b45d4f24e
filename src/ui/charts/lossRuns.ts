import type { ChartRun, LossMark } from '../../draw/charts/lossData';
import { shortened } from '../../draw/charts/lossMargin';
import { formatCount, formatNumber } from '../../scene/format';
import { runOf, type RunRecord, type RunsState } from '../../store/runs';
import { settingsAt, type Change } from '../../training/plan';
import { settingsWords } from '../training/words';

/** The runs that the loss chart draws: those that are shown, and in any case the one at the front. */
export function chartRuns(state: RunsState): ChartRun[] {
  const shown = state.runs.filter((run) => run.shown || run.id === state.current);
  return shown.map((run) => ({
    id: run.id,
    name: run.name,
    slot: run.slot,
    series: run.series.losses,
    // Not known before the run is open.
    stepsPerEpoch: Math.max(1, run.stepsPerEpoch),
    front: run.id === state.current,
    divergedAt: run.divergence === undefined ? null : run.divergence.step + 1,
    sharedUntil: sharedUntil(run, shown, state),
  }));
}

/** How many of a run's first steps another run draws: the one at the front those that they share, an ancestor all of them. */
function sharedUntil(run: RunRecord, shown: readonly RunRecord[], state: RunsState): number {
  if (run.id === state.current) return 0;
  const ancestors = ancestry(run, state);
  return Math.max(
    0,
    ...shown.map((other) => {
      if (other.id === run.id) return 0;
      // Of two branches of a run that is not drawn, the older one draws what they share, unless the other is at the front.
      const drawn = other.id === state.current || ancestors.has(other.id) || (other.id < run.id && !ancestry(other, state).has(run.id));
      return drawn ? sharedSteps(ancestors, ancestry(other, state)) : 0;
    }),
  );
}

/** A run and all that it branches off from, each with the number of steps that are the run's, too. */
function ancestry(run: RunRecord, state: RunsState): ReadonlyMap<number, number> {
  const found = new Map([[run.id, Infinity]]);
  let steps = Infinity;
  let parent = run.parent;
  while (parent !== undefined && !found.has(parent.id)) {
    steps = Math.min(steps, parent.step);
    found.set(parent.id, steps);
    parent = runOf(state, parent.id)?.parent;
  }
  return found;
}

/** How many steps two runs have in common, going by their ancestries. */
function sharedSteps(here: ReadonlyMap<number, number>, there: ReadonlyMap<number, number>): number {
  let most = 0;
  for (const [id, steps] of here) most = Math.max(most, Math.min(steps, there.get(id) ?? 0));
  return Number.isFinite(most) ? most : 0;
}

/** What has happened to the run at the front: changes of its settings, and branches. */
export function chartMarks(state: RunsState): LossMark[] {
  const front = runOf(state, state.current);
  if (front === undefined) return [];
  const marks: LossMark[] = [];
  const { parent: stem } = front;
  const parent = stem === undefined ? undefined : runOf(state, stem.id);
  const others = stem === undefined || parent === undefined ? '' : otherSettings(front, parent, stem.step);
  front.changes.forEach((change, index) => {
    const before = front.changes[index - 1];
    // What a branch begins with is told with the branch.
    if (others !== '' && change.step === (stem?.step ?? NaN) + 1) return;
    const words = before === undefined ? '' : settingsWords(change, before);
    if (before !== undefined && words !== '') marks.push({ step: change.step, kind: 'change', words, short: shortWords(change, before) });
  });
  if (stem !== undefined && stem.step > 0) {
    const name = parent?.name ?? 'a run that is gone';
    marks.push({ step: stem.step, kind: 'branch', words: `branches off from ${name}${others}`, short: parent === undefined ? 'branch' : `from ${shortened(name, SHORT_NAME)}` });
  }
  for (const run of state.runs) {
    const { parent: from, name } = run;
    if (from?.id !== front.id || from.step === 0) continue;
    marks.push({ step: from.step, kind: 'branch', words: `${name} branches off here${otherSettings(run, front, from.step)}`, short: shortened(name, SHORT_NAME) });
  }
  return marks;
}

/** So many characters of a branch's name stand beside its sign. */
const SHORT_NAME = 12;

/** What a branch takes its first step of its own with, as far as its parent did not: `: learning rate 0.003`; nothing if there is no difference. */
function otherSettings(branch: RunRecord, parent: RunRecord, step: number): string {
  const [own, others] = [settingsAt(branch.changes, step + 1), settingsAt(parent.changes, step + 1)];
  const words = own === undefined || others === undefined ? '' : settingsWords(own, others);
  return words === '' ? '' : `: ${words}`;
}

/** What has changed, in as few words as there are: `rate 0.003`, `batch 32`. */
function shortWords(then: Change, before: Change): string {
  return [
    then.learningRate === before.learningRate ? [] : `rate ${formatNumber(then.learningRate, 10)}`,
    then.batchSize === before.batchSize ? [] : `batch ${formatCount(then.batchSize)}`,
    then.order === before.order ? [] : 'order',
  ]
    .flat()
    .join(', ');
}
