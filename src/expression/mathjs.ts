import {
  create,
  derivativeDependencies,
  parseDependencies,
  simplifyDependencies,
  unaryMinusDependencies,
  type MathNode,
} from 'mathjs/number';

/**
 * The part of mathjs that is used: its parser, its rules of differentiation, and its simplifier with the arithmetic that it
 * needs, on plain doubles only. There is no sin and no log in it: the simplifier would turn ln 2 into 0.6931….
 */
export const math = create({
  ...parseDependencies,
  ...derivativeDependencies,
  ...simplifyDependencies,
  ...unaryMinusDependencies,
});

/** Any node of mathjs's. */
export type Tree = MathNode;

/** A node of mathjs's that applies an operator: one or two arguments as parsed, any number as built. */
export interface OperatorTree extends Tree {
  readonly op: string;
  readonly args: readonly Tree[];
}

/** A node of mathjs's that calls a function by its name. */
export interface CallTree extends Tree {
  readonly fn: Tree;
  readonly args: readonly Tree[];
}

/** Whether a node applies an operator. */
export function isOperator(node: Tree): node is OperatorTree {
  return node.type === 'OperatorNode';
}

/** Whether a node calls a function. */
export function isCall(node: Tree): node is CallTree {
  return node.type === 'FunctionNode';
}

/** Whether a node is a name. */
export function isSymbol(node: Tree): node is Tree & { readonly name: string } {
  return node.type === 'SymbolNode';
}

/** Whether a node is a number. */
export function isNumber(node: Tree): node is Tree & { readonly value: number } {
  return node.type === 'ConstantNode' && typeof (node as { readonly value?: unknown }).value === 'number';
}

/** Whether a node is another one in parentheses. */
export function isParenthesis(node: Tree): node is Tree & { readonly content: Tree } {
  return node.type === 'ParenthesisNode';
}
