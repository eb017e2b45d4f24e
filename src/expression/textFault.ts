import type { Problem, Span } from './expression';

/** Thrown inside this folder where a text cannot be understood; `parseExpression` turns it into a problem. */
export class TextFault extends Error {
  override readonly name = 'TextFault';

  /** @param message a sentence */
  constructor(
    readonly span: Span,
    message: string,
    readonly suggestion?: string,
  ) {
    super(message);
  }

  /** The same as plain data. */
  get problem(): Problem {
    const { span, message, suggestion } = this;
    return suggestion === undefined ? { span, message } : { span, message, suggestion };
  }
}

const MOST_QUOTED = 40;

/** A piece of the text inside a sentence, cut where it is long. */
export function cited(piece: string): string {
  return piece.length <= MOST_QUOTED ? piece : `${piece.slice(0, MOST_QUOTED - 1)}…`;
}

/** A count inside a sentence: `2,000`. */
export function counted(count: number): string {
  return count.toLocaleString('en-GB');
}
