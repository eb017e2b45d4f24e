import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { MISTAKES } from '../../../../src/lessons/lesson';
import { MISTAKE_WORDS } from '../../../../src/study/broken/mistakeWords';
import { Broken } from '../../../../src/ui/tools/breakIt/Broken';
import { Explanation } from '../../../../src/ui/tools/breakIt/Explanation';
import { Naming, type Guess } from '../../../../src/ui/tools/breakIt/Naming';

function plain(markup: string): string {
  return markup.replace(/<[^>]*>/g, '').replaceAll('&#x27;', "'");
}

describe('Broken', () => {
  test('says in words that the pass is broken, and that the graph is not', () => {
    expect(plain(renderToStaticMarkup(<Broken>inside</Broken>))).toBe('BROKEN Sandbox: this backward pass is broken on purpose; the graph itself is right.inside');
  });
});

describe('Naming', () => {
  const render = (guess: Guess | undefined): string => renderToStaticMarkup(<Naming guess={guess} onGuess={() => undefined} />);

  test('offers all six mistakes, and says nothing before one is named', () => {
    const markup = render(undefined);
    for (const mistake of MISTAKES) expect(plain(markup)).toContain(MISTAKE_WORDS[mistake].title);
    expect(markup.match(/<button/g)).toHaveLength(6);
    expect(markup).toContain('role="status" class');
    expect(markup).not.toContain('aria-pressed="true"');
  });

  test('answers a wrong name with the reason', () => {
    const markup = render({ mistake: 'not divided', judgement: { right: false, why: 'It is right.' } });
    expect(plain(markup)).toContain('✗ Not 1/m forgotten. It is right.');
    expect(markup.match(/aria-pressed="true"/g)).toHaveLength(1);
  });
});

describe('Explanation', () => {
  test('shows the line with the mistake and the line that mends it', () => {
    const text = plain(renderToStaticMarkup(<Explanation mistake="overwritten" />));
    expect(text).toContain('✗ with the mistakex.gradient = flow');
    expect(text).toContain('✓ as it should bex.gradient += flow');
  });
});
