import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editorMark } from '../../../../src/ui/circuit/expression/editorMark';

const message = 'Something is wrong.';

describe('editorMark', () => {
  test('underlines the problem', () => {
    expect(editorMark('sigmid(x)', { span: { start: 0, end: 6 }, message }, undefined)).toEqual({
      before: '',
      marked: 'sigmid',
      after: '(x)',
      look: 'problem',
    });
  });

  test.each([
    ['an empty span', 'x + ', { start: 4, end: 4 }],
    ['a line break', 'x\ny', { start: 1, end: 2 }],
    ['a span behind the text', '', { start: 0, end: 1 }],
  ])('shows a caret at %s, where there is nothing to underline', (_, text, span) => {
    expect(editorMark(text, { span, message }, undefined).look).toBe('caret');
  });

  test('shows the problem rather than the selection', () => {
    expect(editorMark('ab', { span: { start: 0, end: 1 }, message }, { start: 1, end: 2 })).toMatchObject({ marked: 'a', look: 'problem' });
  });

  test('tints what is selected where there is no problem', () => {
    expect(editorMark('q = x * y', undefined, { start: 4, end: 9 })).toEqual({ before: 'q = ', marked: 'x * y', after: '', look: 'selected' });
  });

  test('marks nothing where there is neither', () => {
    expect(editorMark('x', undefined, undefined)).toEqual({ before: 'x', marked: '', after: '', look: 'none' });
  });

  test('leaves every character of the text where it was', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(40), fc.nat(40), fc.boolean(), (text, start, length, wrong) => {
        const span = { start, end: start + length };
        const { before, marked, after } = editorMark(text, wrong ? { span, message } : undefined, span);
        expect(before + marked + after).toBe(text);
      }),
    );
  });
});
