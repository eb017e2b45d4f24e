import type { Problem, Span } from '../../../expression/expression';

/** A text in three pieces, of which the one in the middle is marked. */
export interface EditorMark {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** `caret` is a place between characters, or white space: there is nothing to underline. */
  readonly look: 'problem' | 'caret' | 'selected' | 'none';
}

/**
 * What to mark in the text: where its problem is, else where the selected node stands.
 *
 * @param selected the selected node's span in this very text
 */
export function editorMark(text: string, problem: Problem | undefined, selected: Span | undefined): EditorMark {
  if (problem !== undefined) {
    const pieces = piecesOf(text, problem.span);
    return { ...pieces, look: pieces.marked.trim() === '' ? 'caret' : 'problem' };
  }
  if (selected !== undefined) return { ...piecesOf(text, selected), look: 'selected' };
  return { before: text, marked: '', after: '', look: 'none' };
}

function piecesOf(text: string, { start, end }: Span): Omit<EditorMark, 'look'> {
  return { before: text.slice(0, start), marked: text.slice(start, end), after: text.slice(end) };
}
