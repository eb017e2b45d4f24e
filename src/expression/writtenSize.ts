import { isLeaf, type Operation } from '../engine';
import type { Expression } from './expression';

/** How large an expression is once it is written out in one piece, and its derivative, in nodes of a tree. */
export interface WrittenSize {
  readonly tree: number;
  readonly derivative: number;
}

interface Size extends WrittenSize {
  /** Whether the input is in it. */
  readonly depends: boolean;
}

/**
 * Counts before anything is written: intermediate values that are used again and again grow exponentially. The counts
 * of the derivative follow mathjs's rules and are never too small.
 *
 * @param input the one to differentiate by
 */
export function writtenSize({ graph }: Expression, input: string): WrittenSize {
  const sizes = new Map<string, Size>();
  for (const node of graph.nodes) {
    if (isLeaf(node)) sizes.set(node.id, { tree: 1, derivative: 1, depends: node.id === input });
    else sizes.set(node.id, sizeOf(node, node.inputs.map((id) => sizes.get(id) ?? LEAF)));
  }
  return sizes.get(graph.output) ?? LEAF;
}

const LEAF: Size = { tree: 1, derivative: 1, depends: false };

function sizeOf({ op }: Operation, args: readonly Size[]): Size {
  const trees = args.reduce((total, { tree }) => total + tree, 0);
  // The sigmoid spelled out is 1 / (1 + exp(-x)); a sum of many has as many operators but one.
  const tree = trees + (op === 'sigmoid' ? 6 : Math.max(1, args.length - 1));
  const depends = args.some((one) => one.depends);
  if (!depends) return { tree, derivative: 1, depends };
  const derived = args.reduce((total, { derivative }) => total + derivative, 0);
  return { tree, depends, derivative: derivativeOf(op, args, trees, derived) };
}

/** @param trees the size of all arguments @param derived the size of all their derivatives */
function derivativeOf(op: string, args: readonly Size[], trees: number, derived: number): number {
  const moving = args.filter(({ depends }) => depends);
  const [, second] = args;
  switch (op) {
    case 'add':
    case 'sub':
    case 'neg':
      return args.length + derived;
    // One term a factor that moves, in which all of the others stand.
    case 'mul':
      return moving.length === 1 ? args.length + trees + derived : derived + 3 * args.length + args.length * trees;
    case 'div':
      return second?.depends === false ? 1 + derived + trees : 8 + derived + 2 * trees;
    case 'pow':
      return second?.depends === false ? 6 + derived + 2 * trees : 10 + derived + 4 * trees;
    case 'sigmoid':
      return 20 + derived + 2 * trees;
    default:
      return 6 + derived + 2 * trees;
  }
}
