import type { Span } from './expression';

/** What a piece of the text is. A `break` ends a line: a line break or a semicolon. */
export type TokenKind = 'number' | 'name' | 'operator' | 'open' | 'close' | 'comma' | 'equals' | 'break';

/** A piece of the text. */
export interface Token {
  readonly kind: TokenKind;
  /** As mathjs writes it: `*` for `×`. */
  readonly text: string;
  readonly span: Span;
  /** Counted from 1. */
  readonly line: number;
}
