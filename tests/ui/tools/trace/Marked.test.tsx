import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Marked } from '../../../../src/ui/tools/trace/Marked';

function marked(text: string, wanted: string): string {
  return renderToStaticMarkup(<Marked text={text} wanted={wanted} />);
}

describe('Marked', () => {
  test('marks every place of what is searched for, as it is written', () => {
    expect(marked('W₁ ← W₁ − 0.1', 'w1')).toBe('<mark>W₁</mark> ← <mark>W₁</mark> − 0.1');
    expect(marked('x = −2', '-2')).toBe('x = <mark>−2</mark>');
  });

  test('marks nothing for nothing, and where nothing is found', () => {
    expect(marked('a < b', '')).toBe('a &lt; b');
    expect(marked('a < b', 'c')).toBe('a &lt; b');
  });
});
