import type { Span } from './expression';
import { cited, TextFault } from './textFault';
import type { Token } from './token';

/**
 * Checks that values and operators take turns, as far as that can be said before parsing.
 * @param body the tokens of one expression, at least one; its parentheses match
 * @throws TextFault where a value, an operator or an argument is missing
 */
export function checkOrder(body: readonly Token[]): void {
  /** For every parenthesis that is open, whether it holds the arguments of a call. */
  const calls: boolean[] = [];
  let before: Token | undefined;
  for (const token of body) {
    if (isOperand(before)) {
      if (token.kind === 'number' && before?.kind === 'number') throw missingOperator(token);
      if (token.kind === 'open') calls.push(before?.kind === 'name');
      if (token.kind === 'close') calls.pop();
    } else {
      checkOperand(before, token, calls.at(-1) ?? false);
      if (token.kind === 'open') calls.push(false);
      if (token.kind === 'close') calls.pop();
    }
    if (token.kind === 'comma' && calls.at(-1) !== true) {
      throw new TextFault(token.span, 'A comma stands only between the arguments of a function; decimals are written with a point.');
    }
    before = token;
  }
  if (before !== undefined && !isOperand(before)) throw new TextFault(before.span, `There is nothing to the right of ${before.text}.`);
}

/** The sentence for a number directly behind another value. */
export function missingOperator(token: Token): TextFault {
  return new TextFault(token.span, `There is no operator before ${cited(token.text)}.`, `* ${token.text}`);
}

/** Whether a token ends a value. */
function isOperand(token: Token | undefined): boolean {
  return token?.kind === 'number' || token?.kind === 'name' || token?.kind === 'close';
}

/** @throws TextFault if the token does not begin a value, where one has to begin */
function checkOperand(before: Token | undefined, token: Token, inCall: boolean): void {
  if (token.kind === 'number' || token.kind === 'name' || token.kind === 'open') return;
  if (token.kind === 'operator' && (token.text === '-' || token.text === '+')) return;
  if (token.kind === 'operator') {
    if (before === undefined || before.kind === 'open') throw new TextFault(token.span, `There is nothing to the left of ${token.text}.`);
    throw new TextFault(spanOf(before, token), `A value is missing between ${before.text} and ${token.text}.`);
  }
  if (before?.kind === 'operator') throw new TextFault(before.span, `There is nothing to the right of ${before.text}.`);
  if (token.kind === 'comma' || before?.kind === 'comma') {
    if (inCall) throw new TextFault(spanOf(before, token), 'An argument is missing beside this comma.');
    return;
  }
  // A call without arguments is left to its function, which says how many it takes.
  if (!inCall) throw new TextFault(spanOf(before, token), 'There is nothing between these parentheses.');
}

function spanOf(first: Token | undefined, last: Token): Span {
  return { start: (first ?? last).span.start, end: last.span.end };
}
