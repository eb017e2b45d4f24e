import { isLeaf, sizeOf, type Step } from '../../engine';
import type { Ask } from '../../lessons/ask';
import { contributingEdges, indexOf } from '../../scene/recording/recordingIndex';
import type { Timeline } from '../../scene/timeline';
import type { Chance } from '../shuffled';
import type { Difficulty } from './difficulty';

/** So many cells of a tensor are looked at for one whose number can be worked out by hand. */
const MOST_CELLS = 8;

/** Operations that take no more than school arithmetic. */
const PLAIN_OPS: ReadonlySet<string> = new Set(['add', 'sub', 'mul', 'div', 'neg', 'max', 'relu', 'abs']);

/** What can be asked of a step of the recording at a difficulty, fitting or not. */
export function asksOfStep(timeline: Timeline, step: Step, index: number, difficulty: Difficulty, random: Chance): Ask[] {
  const node = step.kind === 'emit' || step.kind === 'compute' ? indexOf(timeline.recording).nodes.get(step.node) : undefined;
  switch (step.kind) {
    case 'emit':
      // Right behind the one before: nothing has been found ready yet.
      return difficulty === 'easy' && node !== undefined && !isLeaf(node) ? [{ what: 'next', after: previousEmit(timeline, index) + 1 }] : [];
    case 'compute': {
      if (node === undefined || isLeaf(node)) return [];
      const cells = cellsOf(step.value.data.length, random).map((cell): Ask => ({ what: 'value', node: step.node, cell }));
      if (difficulty !== 'easy') return cells;
      const next: Ask = { what: 'next', after: index - node.inputs.length };
      return [next, ...(sizeOf(step.value.shape) === 1 && PLAIN_OPS.has(node.op) ? cells : [])];
    }
    case 'flow': {
      if (difficulty === 'easy') return isLeafWithAxes(timeline, step) ? [{ what: 'shape', node: step.edge.from }] : [];
      const cells = cellsOf(step.flow.data.length, random);
      const flows = cells.map((cell): Ask => ({ what: 'flow', edge: step.edge.id, cell }));
      // Of one edge alone, what travels along it is the gradient.
      const isOnly = contributingEdges(timeline.recording, step.edge.from).length === 1;
      if (difficulty === 'medium' && !isOnly) return flows;
      return [...(isOnly ? [] : flows), ...cells.map((cell): Ask => ({ what: 'gradient', node: step.edge.from, cell }))];
    }
    default:
      return [];
  }
}

/** The shape of every value stands in its node from the start; that of a leaf's gradient has to be known. */
function isLeafWithAxes({ recording }: Timeline, { edge, flow }: Extract<Step, { kind: 'flow' }>): boolean {
  const node = indexOf(recording).nodes.get(edge.from);
  return node !== undefined && isLeaf(node) && flow.shape.length > 0;
}

function previousEmit({ steps }: Timeline, index: number): number {
  return steps.findLastIndex((step, at) => at < index && step.kind === 'emit');
}

function cellsOf(count: number, random: Chance): number[] {
  if (count <= MOST_CELLS) return Array.from({ length: count }, (_, cell) => cell);
  const cells = new Set<number>();
  while (cells.size < MOST_CELLS) cells.add(random.below(count));
  return [...cells];
}
