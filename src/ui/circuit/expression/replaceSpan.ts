import type { Span } from '../../../expression/expression';

/** The browser's own typing. It is out of fashion, yet nothing else lets a page type so that undo takes it back. */
interface Typist {
  execCommand(command: 'insertText' | 'delete', showInterface: false, text?: string): boolean;
}

/**
 * Types a text in the place of another, as the reader would: the field gets the focus, the caret stands behind what was
 * typed, `input` is sent, and undo takes it back. A browser that will not be typed for gets the text all the same,
 * without undo.
 */
export function replaceSpan(field: HTMLTextAreaElement, { start, end }: Span, text: string): void {
  const typist: Typist = field.ownerDocument;
  field.focus();
  field.setSelectionRange(start, end);
  if (text === '' && start === end) return;
  const typed = text === '' ? typist.execCommand('delete', false) : typist.execCommand('insertText', false, text);
  if (typed) return;
  field.setRangeText(text, start, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText', data: text }));
}
