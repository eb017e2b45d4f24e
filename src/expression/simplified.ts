import { math } from './mathjs';
import { parseExpression } from './parseExpression';
import { derivedTree, texOf } from './symbolic';
import { treeTex } from './tex';

/** A formula in TeX, or the sentence that says why there is none. */
export type Simplified = { readonly tex: string; readonly reason?: never } | { readonly reason: string; readonly tex?: never };

/** What the page asks of the worker. */
export interface SimplifyRequest {
  readonly ticket: number;
  readonly text: string;
  readonly input: string;
}

/** What the worker answers, with the ticket of the request. */
export interface SimplifyReply {
  readonly ticket: number;
  readonly simplified: Simplified;
}

/** The derivative of a text by an input, simplified. It may take seconds: that is why it runs in a worker. Never throws. */
export function simplifiedDerivative(text: string, input: string): Simplified {
  const { expression, problem } = parseExpression(text);
  if (expression === undefined) return { reason: problem.message };
  const derived = derivedTree(expression, input);
  if (derived.tree === undefined) return { reason: derived.reason };
  try {
    return { tex: treeTex(math.simplify(derived.tree), texOf(derived.symbols)) };
  } catch {
    return { reason: 'The derivative could not be simplified.' };
  }
}
