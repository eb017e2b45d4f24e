import type { ChartRun, LossMark } from '../../draw/charts/lossData';
import { runOf, type RunRecord, type RunsState } from '../../store/runs';
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
  front.changes.forEach((change, index) => {
    const before = front.changes[index - 1];
    const words = before === undefined ? '' : settingsWords(change, before);
    if (words !== '') marks.push({ step: change.step, kind: 'change', words });
  });
  if (front.parent !== undefined && front.parent.step > 0) {
    const name = runOf(state, front.parent.id)?.name ?? 'a run that is gone';
    marks.push({ step: front.parent.step, kind: 'branch', words: `branches off from ${name}` });
  }
  for (const { parent, name } of state.runs) {
    if (parent?.id === front.id && parent.step > 0) marks.push({ step: parent.step, kind: 'branch', words: `${name} branches off` });
  }
  return marks;
}
