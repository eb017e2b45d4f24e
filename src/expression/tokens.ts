import { LINE_BREAK, SPACE } from './characters';
import type { Span } from './expression';
import { counted, TextFault } from './textFault';
import { MOST_TOKENS } from './limits';
import { pieceAt } from './pieces';
import type { Token } from './token';

/**
 * The pieces of a text, without white space and comments. mathjs's tree does not say where in the text its nodes stand,
 * and its lexer knows much that is no arithmetic on numbers: that is why the text is cut up here.
 *
 * @throws TextFault for a sign or a number that is not supported
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const lineBreak = lineBreakAt(text, at);
    if (lineBreak > 0) {
      tokens.push({ kind: 'break', text: '\n', span: { start: at, end: at + lineBreak }, line });
      line++;
      at += lineBreak;
    } else if (SPACE.test(text.charAt(at))) at++;
    else if (text.charAt(at) === '#') while (at < text.length && lineBreakAt(text, at) === 0) at++;
    else {
      const { parts, length } = pieceAt(text, at);
      const span = { start: at, end: at + length };
      for (const { kind, text: meaning } of parts) tokens.push({ kind, text: meaning, span, line });
      if (tokens.length > MOST_TOKENS) throw tooManyTokens({ start: at, end: text.length });
      at += length;
    }
  }
  return tokens;
}

function tooManyTokens(span: Span): TextFault {
  return new TextFault(span, `The text has more than ${counted(MOST_TOKENS)} names, numbers and signs, which is too much to draw.`);
}

/** How many characters the line break at this place has, 0 if there is none. */
function lineBreakAt(text: string, at: number): number {
  LINE_BREAK.lastIndex = at;
  return LINE_BREAK.exec(text)?.[0].length ?? 0;
}
