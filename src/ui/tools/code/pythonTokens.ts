/** What a stretch of Python is, as far as it is coloured. */
export type TokenKind = 'keyword' | 'number' | 'string' | 'comment' | 'plain';

export interface PythonToken {
  readonly kind: TokenKind;
  readonly text: string;
}

/**
 * One after another in the order of these groups: a string, a comment, a keyword, a number. What is in no group, a name or
 * the rest of one, is there so that no number is found in it: older browsers cannot look behind.
 */
const TOKEN = new RegExp(
  [
    String.raw`("""[^]*?"""|[fr]?"(?:[^"\\]|\\.)*")`,
    String.raw`(#.*)`,
    String.raw`\b(class|continue|def|for|from|if|import|in|None|not|or|and|pass|raise|return|self|while|with|as|True|False)\b`,
    String.raw`(\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?(?!\w))`,
    String.raw`\.?\w+`,
  ].join('|'),
  'g',
);

const KINDS = ['string', 'comment', 'keyword', 'number'] as const;

/** One line of Python in stretches to be coloured. Strings end on the line on which they begin. */
export function pythonTokens(line: string): PythonToken[] {
  const tokens: PythonToken[] = [];
  let end = 0;
  for (const match of line.matchAll(TOKEN)) {
    const [text, ...groups] = match;
    const kind = KINDS[groups.findIndex((one) => (one as string | undefined) !== undefined)];
    if (kind === undefined) continue;
    if (match.index > end) tokens.push({ kind: 'plain', text: line.slice(end, match.index) });
    tokens.push({ kind, text });
    end = match.index + text.length;
  }
  if (end < line.length) tokens.push({ kind: 'plain', text: line.slice(end) });
  return tokens;
}
