import { isLeaf, type GraphNode, type Operation } from '../engine';
import { CONSTANTS } from './constants';
import type { Expression } from './expression';
import { math, type Tree } from './mathjs';

/** An expression as one tree of mathjs's, its intermediate values written out wherever they are used. */
export interface WrittenOut {
  readonly tree: Tree;
  /** The name of each input inside the tree: none that mathjs could take for something else. */
  readonly symbols: ReadonlyMap<string, string>;
}

/** How mathjs writes and calls the ops that have an operator. */
const OPERATOR_NAMES: ReadonlyMap<string, readonly [sign: string, name: string]> = new Map([
  ['add', ['+', 'add']],
  ['sub', ['-', 'subtract']],
  ['neg', ['-', 'unaryMinus']],
  ['mul', ['*', 'multiply']],
  ['div', ['/', 'divide']],
  ['pow', ['^', 'pow']],
]);

/** The names that the constants have inside the tree: mathjs's own, so that it knows that ln e is 1. */
const CONSTANT_SYMBOLS: ReadonlyMap<string, string> = new Map(
  ['pi', 'tau', 'e'].map((name) => [CONSTANTS.get(name)?.id ?? name, name]),
);

/**
 * The tree of an expression that has been found small enough. No two places share a node: mathjs's product rule tells
 * the factors of x · x apart by identity. The sigmoid, which mathjs has no rule for, is spelled out.
 *
 * @throws RangeError where the expression is too deep
 */
export function writtenOut({ graph, inputs }: Expression): WrittenOut {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const symbols = new Map(inputs.map((id, index) => [id, `i${index}`]));
  const treeOf = (id: string): Tree => {
    const node = nodeOf(id, nodes);
    if (!isLeaf(node)) return operationTree(node, termsOf(node, nodes).map(treeOf));
    const symbol = node.role === 'constant' ? CONSTANT_SYMBOLS.get(id) : symbols.get(id);
    return symbol === undefined ? new math.ConstantNode(Number(node.value)) : new math.SymbolNode(symbol);
  };
  return { tree: treeOf(graph.output), symbols };
}

/** What an operation reads; for a sum of sums (or a product of products) all of the terms, in order. */
function termsOf(node: Operation, nodes: ReadonlyMap<string, GraphNode>): readonly string[] {
  if (node.op !== 'add' && node.op !== 'mul') return node.inputs;
  const later: string[] = [];
  let [first = '', ...rest] = node.inputs;
  for (;;) {
    later.push(...rest.reverse());
    const inner = nodeOf(first, nodes);
    if (isLeaf(inner) || inner.op !== node.op) return [first, ...later.reverse()];
    [first = '', ...rest] = inner.inputs;
  }
}

function nodeOf(id: string, nodes: ReadonlyMap<string, GraphNode>): GraphNode {
  const node = nodes.get(id);
  if (node === undefined) throw new RangeError(`there is no node "${id}"`);
  return node;
}

/** One operation as a tree. @param args none of which stands anywhere else */
function operationTree({ op }: Operation, args: Tree[]): Tree {
  const [first, ...rest] = args;
  if (first === undefined) throw new RangeError(`${op} without an argument`);
  if (op === 'add' || op === 'mul') {
    return args.length > LONG ? balanced(op, args) : rest.reduce((left, right) => operator(op, [left, right]), first);
  }
  if (op === 'sigmoid') {
    const exponential = call('exp', [operator('neg', [first])]);
    return operator('div', [new math.ConstantNode(1), operator('add', [new math.ConstantNode(1), exponential])]);
  }
  return OPERATOR_NAMES.has(op) ? operator(op, args) : call(op, args);
}

/** From so many terms on a sum is no longer a tree that leans to the left, but one of the least depth: mathjs recurses. */
const LONG = 8;

function balanced(op: string, args: Tree[]): Tree {
  const [first] = args;
  if (args.length === 1 && first !== undefined) return first;
  const middle = Math.ceil(args.length / 2);
  return operator(op, [balanced(op, args.slice(0, middle)), balanced(op, args.slice(middle))]);
}

function operator(op: string, args: Tree[]): Tree {
  const [sign, name] = OPERATOR_NAMES.get(op) ?? [op, op];
  return new math.OperatorNode<never, never, Tree[]>(sign as never, name as never, args);
}

function call(name: string, args: Tree[]): Tree {
  return new math.FunctionNode(new math.SymbolNode(name), args);
}
