import type { Shown, Word } from '../../lessons/glossary/word';
import type { Recording } from '../../engine';
import { spotlightOn, type Spotlight } from '../../scene/spotlight';
import { factorsOf } from './factors';
import { find } from './find';
import type { Found } from './found';

/** A word on a graph: what it is there, and where. */
export interface WordOnGraph {
  /** What of the graph it is; null where it is nothing in particular. */
  readonly spotlight: Spotlight | null;
  /** A sentence about this very graph; undefined where the word is about no graph. */
  readonly here: string | undefined;
}

/** Finds a word on the graph at hand. Where there is no such thing, the word's own sentence says so, and nothing is pointed at. */
export function wordOnGraph(recording: Recording, { shown, absent }: Word): WordOnGraph {
  if (shown.by === 'nothing') return { spotlight: null, here: undefined };
  const found = foundOn(recording, shown);
  if (found === undefined) return { spotlight: null, here: absent };
  const { nodes = [], edges = [], labels, here } = found;
  const lit = spotlightOn(nodes, edges);
  return { spotlight: labels === undefined ? lit : { ...lit, labels }, here };
}

function foundOn(recording: Recording, shown: Exclude<Shown, { readonly by: 'nothing' }>): Found | undefined {
  return shown.by === 'factors' ? factorsOf(recording, shown.which) : find(recording, shown);
}
