import { isLeaf, type Recording, type Step } from '../../engine';
import { formatCount, formatName } from '../../scene/format';
import { indexOf, portNameOf } from '../../scene/recording/recordingIndex';
import type { TracePart } from './parts';

/** The queue and the sorted list after each step of a sort, as places in the order in which nodes have joined them. */
export interface SortCounts {
  /** The nodes in the order in which they have joined the queue, which is that in which they leave it. */
  readonly joined: readonly string[];
  /** For each step, how many have joined by its end, and how many have left. */
  readonly ready: Int32Array;
  readonly emitted: Int32Array;
}

/** Follows the queue through a recording. */
export function countSort({ steps }: Recording): SortCounts {
  const end = steps.findIndex(({ phase }) => phase !== 'sort');
  const sort = end === -1 ? steps : steps.slice(0, end);
  const joined: string[] = [];
  const [ready, emitted] = [new Int32Array(sort.length), new Int32Array(sort.length)];
  let left = 0;
  sort.forEach((step, index) => {
    if (step.kind === 'ready') joined.push(step.node);
    if (step.kind === 'emit') left++;
    ready[index] = joined.length;
    emitted[index] = left;
  });
  return { joined, ready, emitted };
}

/** What a step of the sort has to say. */
export function sortParts(recording: Recording, step: Extract<Step, { phase: 'sort' }>, index: number, counts: SortCounts): readonly TracePart[] {
  const { joined, ready, emitted } = counts;
  const [from, to] = [emitted[index] ?? 0, ready[index] ?? 0];
  switch (step.kind) {
    case 'ready': {
      const node = indexOf(recording).nodes.get(step.node);
      // That an operation waits for nothing more has just been said, of the edge that went last.
      const readsNothing = node === undefined || isLeaf(node);
      const why = readsNothing ? ' reads nothing and' : '';
      return [{ depth: readsNothing ? 0 : 1, text: () => `${formatName(step.node)}${why} joins the queue: ${listed(joined, from, to)}` }];
    }
    case 'emit':
      return [
        { depth: 0, text: () => `Pop ${formatName(step.node)} from the queue, which leaves ${listed(joined, from, to)}` },
        { depth: 1, text: () => `Add ${formatName(step.node)} to the sorted list as number ${formatCount(step.position + 1)}: ${listed(joined, 0, from)}` },
      ];
    case 'release': {
      const { edge, waiting } = step;
      const [start, end] = [formatName(edge.from), formatName(edge.to)];
      const rest = waiting === 0 ? 'nothing more' : `${formatCount(waiting)} more`;
      return [{ depth: 1, text: () => `Remove the edge ${start} → ${end} (port ${portNameOf(recording, edge)}); ${end} waits for ${rest}` }];
    }
  }
}

/** A list of more names than this is cut short. */
const MOST_NAMES = 12;

function listed(names: readonly string[], from: number, to: number): string {
  if (to <= from) return '[]';
  const count = to - from;
  if (count <= MOST_NAMES) return `[${names.slice(from, to).map(formatName).join(', ')}]`;
  const half = MOST_NAMES / 2;
  const [head, tail] = [names.slice(from, from + half), names.slice(to - half, to)].map((part) => part.map(formatName).join(', '));
  return `[${head ?? ''}, …, ${tail ?? ''}] (${formatCount(count)})`;
}
