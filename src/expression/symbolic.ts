import { dependentsOf, findOp, isLeaf, leadingTo } from '../engine';
import type { Expression } from './expression';
import { counted } from './textFault';
import { MOST_DERIVED, MOST_WRITTEN_OUT } from './limits';
import { math, type Tree } from './mathjs';
import { tapeOf } from './tape';
import { nameTex } from './nameTex';
import { treeTex } from './tex';
import { writtenOut } from './writtenOut';
import { writtenSize } from './writtenSize';

/** A derivative by the rules, as they give it, not simplified. */
export interface Derivative {
  readonly tex: string;
  /** Its value; NaN where the rules have none, such as |x|/x at 0, and where a number on the way overflows. @param values one for every input */
  readonly evaluate: (values: ReadonlyMap<string, number>) => number;
}

/** A derivative, or the sentence that says why there is none. */
export type Symbolic =
  | { readonly derivative: Derivative; readonly reason?: never }
  | { readonly reason: string; readonly derivative?: never };

/** The tree of a derivative and the names in it, or why there is none. */
export type DerivedTree =
  | { readonly tree: Tree; readonly symbols: ReadonlyMap<string, string>; readonly reason?: never }
  | { readonly reason: string; readonly tree?: never };

/** The derivative of the whole expression by one of its inputs, by mathjs's rules. Never throws. */
export function differentiate(expression: Expression, input: string): Symbolic {
  const derived = derivedTree(expression, input);
  if (derived.tree === undefined) return { reason: derived.reason };
  const { tree, symbols } = derived;
  try {
    const tex = treeTex(tree, texOf(symbols));
    const inputs = [...symbols.keys()];
    const run = tapeOf(tree, [...symbols.values()]);
    const evaluate = (values: ReadonlyMap<string, number>): number => run((index) => values.get(inputs[index] ?? '') ?? NaN);
    return { derivative: { tex, evaluate } };
  } catch (error) {
    return { reason: failure(error) };
  }
}

/** The derivative as a tree of mathjs's. Never throws. */
export function derivedTree(expression: Expression, input: string): DerivedTree {
  if (!expression.inputs.includes(input)) return { reason: `"${input}" is no input of the expression.` };
  const missing = missingRule(expression, input);
  if (missing !== undefined) return { reason: missing };
  const size = writtenSize(expression, input);
  if (size.tree > MOST_WRITTEN_OUT) {
    return {
      reason:
        'Written out in one piece, with everything that is used several times repeated, the expression would have more than ' +
        `${counted(MOST_WRITTEN_OUT)} parts. Backpropagation never writes it out.`,
    };
  }
  if (size.derivative > MOST_DERIVED) {
    return { reason: 'The derivative would have thousands of parts, which is too long to read.' };
  }
  try {
    const { tree, symbols } = writtenOut(expression);
    const by = symbols.get(input) ?? '';
    return { tree: math.derivative(tree, new math.SymbolNode(by), { simplify: false }), symbols };
  } catch (error) {
    return { reason: failure(error) };
  }
}

const CONSTANT_TEX: ReadonlyMap<string, string> = new Map([
  ['pi', '\\pi'],
  ['tau', '\\tau'],
  ['e', 'e'],
]);

/** Turns the names of a tree back into the reader's, in TeX. */
export function texOf(symbols: ReadonlyMap<string, string>): (symbol: string) => string {
  const names = new Map(Array.from(symbols, ([name, symbol]) => [symbol, nameTex(name)]));
  return (symbol) => names.get(symbol) ?? CONSTANT_TEX.get(symbol) ?? symbol;
}

/** The sentence for the first op between input and output that jumps and that mathjs has no rule for. */
function missingRule({ graph }: Expression, input: string): string | undefined {
  const dependents = dependentsOf(graph, [input]);
  const needed = leadingTo(graph, graph.output);
  for (const node of graph.nodes) {
    if (isLeaf(node) || node.op === 'abs' || !dependents.has(node.id) || !needed.has(node.id)) continue;
    if (findOp(node.op)?.kinked !== true) continue;
    const decides = node.op === 'max' ? 'which argument is larger' : 'whether its argument is above 0';
    return `There is no symbolic rule for ${node.op} here, because its slope depends on ${decides}.`;
  }
  return undefined;
}

function failure(error: unknown): string {
  if (error instanceof RangeError) return 'The expression is nested too deeply for the rules.';
  return 'The expression has something in it that the rules do not know.';
}
