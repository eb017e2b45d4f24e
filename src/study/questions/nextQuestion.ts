import { isLeaf, type GraphNode } from '../../engine';
import type { Ask } from '../../lessons/ask';
import { formatName } from '../../scene/format';
import { listed } from '../../scene/listed';
import { indexOf } from '../../scene/recording/recordingIndex';
import type { Timeline } from '../../scene/timeline';
import { plainHint, type Question } from './question';
import { MOST_LISTED } from './words';

/**
 * Asks which node is next, after some steps: computed in the forward pass, or placed by the sort. Right is every node
 * that can be; undefined once none is left.
 */
export function nextQuestion(timeline: Timeline, ask: Extract<Ask, { what: 'next' }>): Question | undefined {
  const { steps, recording } = timeline;
  if (!Number.isInteger(ask.after) || ask.after < 0) return undefined;
  const isSorting = (steps[ask.after]?.phase ?? 'sort') === 'sort' && steps.slice(ask.after).some(({ kind }) => kind === 'emit');
  const kind = isSorting ? 'emit' : 'compute';
  const reveal = steps.findIndex((step, index) => index >= ask.after && step.kind === kind);
  const next = steps[reveal];
  if (next === undefined || !('node' in next)) return undefined;

  const done = new Set(steps.slice(0, ask.after).flatMap((step) => (step.kind === kind ? step.node : [])));
  // While leaves are fed, all of them will be there before the first node is computed.
  if (!isSorting) for (const node of recording.graph.nodes) if (isLeaf(node)) done.add(node.id);
  const nodes = new Set<string>();
  const others = new Map<string, string>();
  for (const node of recording.graph.nodes) {
    const missing = inputsOf(node).filter((id) => !done.has(id));
    if (!done.has(node.id) && missing.length === 0) nodes.add(node.id);
    else others.set(node.id, reasonOf(node, missing, done.has(node.id), isSorting));
  }
  const taken = indexOf(recording).nodes.get(next.node);
  const reads = taken === undefined ? [] : [...new Set(inputsOf(taken))].map(formatName);
  const left = recording.graph.nodes.filter(({ id }) => !done.has(id)).map(({ id }) => formatName(id));
  return {
    ask,
    prompt: isSorting ? 'Which node can come next in the order?' : 'Which node can be computed next?',
    answer: { kind: 'node', nodes, taken: next.node, others },
    hints: [
      plainHint(isSorting ? 'A node can take its place as soon as every node that it reads has one.' : 'A node can be computed as soon as every node that it reads has its value.'),
      plainHint(`Still to come: ${listed(left, { most: MOST_LISTED })}. Look for one that reads none of these.`),
      plainHint(reads.length === 0 ? 'One that reads no other node will do.' : `One that reads ${reads.length === 1 ? 'only ' : ''}${listed(reads, { most: MOST_LISTED })} will do.`),
    ],
    before: ask.after,
    reveal: reveal + 1,
    slips: [],
    // To light what it reads would give it away.
    about: { nodes: [], edges: [] },
  };
}

function inputsOf(node: GraphNode): readonly string[] {
  return isLeaf(node) ? [] : node.inputs;
}

function reasonOf(node: GraphNode, missing: readonly string[], isDone: boolean, isSorting: boolean): string {
  const name = formatName(node.id);
  if (isSorting && isDone) return `${name} has its place already.`;
  if (isDone) return isLeaf(node) ? `${name} is given; nothing has to be computed for it.` : `${name} has its value already.`;
  const names = listed([...new Set(missing)].map(formatName), { most: 4 });
  const single = new Set(missing).size === 1;
  if (isSorting) return `Not yet: ${name} reads ${names}, which ${single ? 'has no place' : 'have no places'} yet.`;
  return `Not yet: ${name} reads ${names}, which ${single ? 'has no value' : 'have no values'} yet.`;
}
