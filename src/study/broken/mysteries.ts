import { isLeaf, Random, type Recording } from '../../engine';
import { MISTAKES, type Mistake } from '../../lessons/lesson';
import { replay } from '../../scene/recording/replay';
import { shuffled } from '../shuffled';
import { brokenPass } from './brokenPass';
import { receivers } from './effect';

/** The mistakes that make a difference on a graph, so that they can be found. */
export function mysteries(recording: Recording): readonly Mistake[] {
  return MISTAKES.filter((mistake) => brokenPass(recording, mistake).effect.kind === 'wrong');
}

/**
 * One of the mistakes that make a difference, by a seed, each as likely as the others, and another than the last one if
 * there is another; undefined if none makes a difference.
 */
export function hiddenMistake(recording: Recording, seed: number, last?: Mistake): Mistake | undefined {
  const makesDifference = (mistake: Mistake): boolean => brokenPass(recording, mistake).effect.kind === 'wrong';
  // The first of a shuffled list that does: most often one pass has to be run, not all of them.
  const found = shuffled(MISTAKES.filter((mistake) => mistake !== last), new Random(seed)).find(makesDifference);
  return found ?? (last !== undefined && makesDifference(last) ? last : undefined);
}

/** A graph of more nodes than this is looked at by its leaves first. */
const FEW = 40;

/** The nodes whose gradient can be checked, from the output back. */
export interface Checkables {
  readonly all: readonly string[];
  /** Those that are looked at first: in a large graph the leaves alone. */
  readonly first: readonly string[];
}

/** Which nodes of a recording have a gradient that can be checked. */
export function checkables(recording: Recording): Checkables {
  const program = replay(recording);
  const all = receivers(program);
  if (all.length <= FEW) return { all, first: all };
  const leaves = new Set(program.graph.nodes.filter(isLeaf).map(({ id }) => id));
  return { all, first: all.filter((id) => leaves.has(id)) };
}
