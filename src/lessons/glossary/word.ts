import type { Role } from '../../engine';
import type { Moment } from '../moment';

/** What of a graph a word speaks of, as data; which nodes and edges that is, is found out on the graph at hand. */
export type Shown =
  /** All of it. */
  | { readonly by: 'everything' }
  /** All nodes, or all edges. */
  | { readonly by: 'nodes' }
  | { readonly by: 'edges' }
  | { readonly by: 'leaves' }
  | { readonly by: 'operations' }
  | { readonly by: 'role'; readonly role: Role }
  /** What one of some ops computes. */
  | { readonly by: 'ops'; readonly ops: readonly string[] }
  /** What is read on a port of an op, such as W of `linear`. */
  | { readonly by: 'port'; readonly op: string; readonly port: number }
  | { readonly by: 'output' }
  /** A node with what it reads, or with what reads it. */
  | { readonly by: 'inbound' }
  | { readonly by: 'outbound' }
  /** What is read more than once. */
  | { readonly by: 'shared' }
  /** The layers of a network: data that a linear layer reads, each linear node with its activation, the last of them. */
  | { readonly by: 'layers'; readonly which: 'all' | 'input' | 'hidden' | 'output' }
  /** Values by their number of axes. */
  | { readonly by: 'rank'; readonly rank: 'scalar' | 'tensor' }
  /** Every node, with the shape of its value. */
  | { readonly by: 'shapes' }
  /** Data whose rows are examples. */
  | { readonly by: 'batch' }
  /** Its columns. */
  | { readonly by: 'features' }
  /** What the cost compares: the target, or the prediction. */
  | { readonly by: 'compared'; readonly which: 'target' | 'prediction' }
  /** Every edge that a gradient travels. */
  | { readonly by: 'gradients' }
  /** One edge of the backward pass, with the factors that meet there. */
  | { readonly by: 'factors'; readonly which: 'upstream' | 'local' | 'both' }
  /** One node with every path from the output to it. */
  | { readonly by: 'paths' }
  /** The order of the sort. */
  | { readonly by: 'order' }
  /** The parameters that an update moves. */
  | { readonly by: 'update' }
  /** Nothing of a single graph: it is about what happens around it. */
  | { readonly by: 'nothing' };

/** The groups in which the words stand. */
export const WORD_GROUPS = ['The graph', 'The network', 'Gradients', 'Learning', 'The pipeline'] as const;

export type WordGroup = (typeof WORD_GROUPS)[number];

/** A word of the lessons. */
export interface Word {
  /** The word in lower case, as it is linked to. */
  readonly id: string;
  readonly title: string;
  /** Further words for the same thing, in lower case. */
  readonly also?: readonly string[];
  readonly group: WordGroup;
  /** What it means, in one to three sentences. */
  readonly meaning: string;
  readonly shown: Shown;
  /** Said of a graph that has no such thing; needed wherever a graph may have none. */
  readonly absent?: string;
  /** The moment of an iteration at which one sees it. */
  readonly moment?: Moment;
}
