import type { Span } from './expression';
import { TextFault } from './textFault';
import { MOST_LEVELS } from './limits';
import { checkOrder } from './tokenOrder';
import type { Token } from './token';

/** One line of the text, or one part of a line between semicolons. */
export interface Statement {
  /** The name that it defines. */
  readonly name: Token | undefined;
  /** What is computed; never empty. */
  readonly body: readonly Token[];
  readonly span: Span;
  /** Counted from 1. */
  readonly line: number;
}

/** The statements of a text. @throws TextFault for what cannot be an expression, whatever its names mean */
export function statementsOf(tokens: readonly Token[]): Statement[] {
  checkParentheses(tokens);
  return splitLines(tokens).map(statementOf);
}

/** @throws TextFault for a parenthesis without its partner */
function checkParentheses(tokens: readonly Token[]): void {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'open') open.push(token);
    else if (token.kind === 'close' && open.pop() === undefined) {
      throw new TextFault(token.span, 'This parenthesis closes nothing: there is no ( before it.');
    }
  }
  const [first] = open;
  if (first !== undefined) throw new TextFault(first.span, 'This parenthesis is never closed.');
}

/** Line breaks inside parentheses and after an operator go on with the line, as in mathjs. */
function splitLines(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [];
  let current: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth--;
    if (token.kind !== 'break') current.push(token);
    else if (token.text === ';' && depth > 0) throw new TextFault(token.span, 'A semicolon ends a line, which cannot be inside parentheses.');
    else if (token.text === ';' || !(depth > 0 || goesOn(current))) {
      if (current.length > 0) lines.push(current);
      current = [];
    }
  }
  if (current.length > 0) lines.push(current);
  return lines;
}

function goesOn(line: readonly Token[]): boolean {
  const last = line.at(-1);
  return last?.kind === 'operator' || last?.kind === 'equals';
}

function statementOf(tokens: readonly Token[]): Statement {
  const [first, second] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a line without tokens');
  const isNamed = first.kind === 'name' && second?.kind === 'equals';
  const body = isNamed ? tokens.slice(2) : tokens;
  refuseEquals(tokens, body, isNamed);
  if (isNamed && body.length === 0) throw new TextFault(second.span, 'There is nothing to the right of =.');
  checkOrder(body);
  checkLevels(body);
  return {
    name: isNamed ? first : undefined,
    body,
    span: { start: first.span.start, end: last.span.end },
    line: first.line,
  };
}

/** @throws TextFault for an equals sign anywhere but behind the name of the line */
function refuseEquals(tokens: readonly Token[], body: readonly Token[], isNamed: boolean): void {
  const position = body.findIndex(({ kind }) => kind === 'equals');
  const equals = body[position];
  if (equals === undefined) return;
  if (isNamed) throw new TextFault(equals.span, 'There is a second = in this line; each definition needs a line of its own.');
  const [first] = tokens;
  if (first === undefined || position === 0) throw new TextFault(equals.span, 'There is nothing to the left of =.');
  const before = body.slice(0, position);
  const opened = before.filter(({ kind }) => kind === 'open').length - before.filter(({ kind }) => kind === 'close').length;
  if (opened > 0) throw new TextFault(equals.span, 'A definition cannot stand inside parentheses.');
  const span = { start: first.span.start, end: equals.span.end };
  if (first.kind === 'name' && body[1]?.kind === 'open' && before.at(-1)?.kind === 'close') {
    throw new TextFault(span, 'Functions cannot be defined; write the line with the inputs themselves.', `${first.text} =`);
  }
  throw new TextFault(span, 'Only a single name can stand to the left of =.');
}

/** @throws TextFault where parentheses, signs and powers go deeper than the parser can follow */
function checkLevels(body: readonly Token[]): void {
  const outer: number[] = [];
  let here = 0;
  body.forEach((token, index) => {
    if (token.kind === 'open') {
      outer.push(here);
      here++;
    } else if (token.kind === 'close') here = outer.pop() ?? 0;
    else if (token.kind === 'comma') here = (outer.at(-1) ?? -1) + 1;
    else {
      const isFirst = index === 0 || ['operator', 'open', 'comma'].includes(body[index - 1]?.kind ?? '');
      if (token.kind === 'operator' && (isFirst || token.text === '^')) here++;
      // Another term, or another factor without a sign between.
      else if (token.kind === 'operator' || !isFirst) here = (outer.at(-1) ?? -1) + 1;
    }
    if (here > MOST_LEVELS) throw new TextFault(token.span, `This is nested too deeply: ${MOST_LEVELS} levels are the most.`);
  });
}
