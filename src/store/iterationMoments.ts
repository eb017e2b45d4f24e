import { firstNonFiniteCell, isLeaf, type NonFinite, type Step, type Tensor } from '../engine';
import type { Timeline } from '../scene/timeline';

/** The moment at which an iteration has its batch and nothing is computed yet: where one begins to watch. */
export function fedAt(timeline: Timeline): number {
  return timeline.phases.find(({ phase }) => phase === 'feed')?.end ?? 0;
}

/**
 * The moment before the first of the batch arrives; without data, before the first parameter. Later iterations begin
 * here: the graph has been sorted once, and the parameters are there already.
 */
export function batchAt({ steps, recording }: Timeline): number {
  const data = new Set(recording.graph.nodes.filter((node) => isLeaf(node) && node.role === 'data').map(({ id }) => id));
  const first = steps.findIndex((step) => step.kind === 'feed' && data.has(step.node));
  return first === -1 ? Math.max(0, steps.findIndex(({ kind }) => kind === 'feed')) : first;
}

/** The moment at which every value and every gradient is there, and nothing has been updated. */
export function completeAt({ phases, steps }: Timeline): number {
  return phases.findLast(({ phase }) => phase !== 'update')?.end ?? steps.length;
}

/** The moment at which something stopped being finite: as soon as it has happened. */
export function momentOf(timeline: Timeline, { node, part }: NonFinite): number {
  const happened = (step: Step): boolean => {
    switch (part) {
      case 'value':
        return (step.kind === 'feed' || step.kind === 'compute') && step.node === node;
      case 'gradient':
        return step.kind === 'flow' && step.edge.from === node && firstNonFiniteCell(step.total.data) !== -1;
      case 'updated value':
        return step.kind === 'update' && step.node === node;
    }
  };
  const index = timeline.steps.findIndex(happened);
  return index === -1 ? timeline.steps.length : index + 1;
}

/** The moment up to which two recordings of the same iteration are alike: with another batch, the one when it is there. */
export function changeAt(before: Timeline, after: Timeline): number {
  const index = after.steps.findIndex((step, at) => {
    const was = before.steps[at];
    if (step.kind === 'update') return was?.kind !== 'update' || was.learningRate !== step.learningRate;
    return step.kind === 'feed' && (was?.kind !== 'feed' || !sameNumbers(was.value, step.value));
  });
  if (index === -1) return Infinity;
  return after.steps[index]?.kind === 'feed' ? fedAt(after) : index;
}

function sameNumbers(a: Tensor, b: Tensor): boolean {
  return a.data.length === b.data.length && a.data.every((x, cell) => Object.is(x, b.data[cell]));
}
