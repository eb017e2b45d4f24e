import { isLeaf } from '../../src/engine';
import type { Expression } from '../../src/expression/expression';
import { parseExpression } from '../../src/expression/parseExpression';
import { texOf } from '../../src/expression/symbolic';
import { treeTex } from '../../src/expression/tex';
import { writtenOut } from '../../src/expression/writtenOut';

/** The expression of a text that is one. @throws Error with the problem's sentence if it is none */
export function understood(text: string): Expression {
  const { expression, problem } = parseExpression(text);
  if (expression === undefined) throw new Error(`${JSON.stringify(text)}: ${problem.message}`);
  return expression;
}

/** A text in TeX, written out in one piece. */
export function written(text: string): string {
  const { tree, symbols } = writtenOut(understood(text));
  return treeTex(tree, texOf(symbols));
}

/** The operations of a text, spelled: `v1 = add(x, y)`. */
export function operationsOf(text: string): string[] {
  return understood(text).graph.nodes.flatMap((node) => (isLeaf(node) ? [] : [`${node.id} = ${node.op}(${node.inputs.join(', ')})`]));
}
