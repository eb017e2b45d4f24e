import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, test } from 'vitest';
import { glossaryWord, openWord } from '../../../../src/store/glossaryWord';
import { MiniflowContext, WalkContext } from '../../../../src/ui/context';
import { GlossaryTool } from '../../../../src/ui/tools/glossary/GlossaryTool';
import { openDesk } from '../../../store/desk';

const { miniflow } = await openDesk();

function rendered(): string {
  return renderToStaticMarkup(
    <MiniflowContext value={miniflow}>
      <WalkContext value={miniflow}>
        <GlossaryTool />
      </WalkContext>
    </MiniflowContext>,
  );
}

afterEach(() => {
  openWord(null);
  miniflow.select(null);
});

describe('GlossaryTool', () => {
  test('begins with the word that fits what is selected, and with the gradient where nothing is', () => {
    expect(rendered()).toContain('>Gradient</h3>');
    miniflow.select({ kind: 'node', id: 'W1' });
    const page = rendered();
    expect(page).toContain('>Parameter</h3>');
    expect(page).toMatch(/aria-pressed="true">Parameter</);
    openWord('node');
    expect(rendered()).toContain('>Node</h3>');
  });

  test('shows a word that has been opened from elsewhere, on the graph at hand', () => {
    openWord('upstream');
    const page = rendered();
    expect(page).toContain('<h3 class');
    expect(page).toContain('>Upstream gradient</h3>');
    expect(page).toContain('Here, for one: ∂C/∂l₂ is upstream of the edge from s to l₂.');
    expect(page).toMatch(/aria-pressed="true">Upstream gradient</);
    expect(page).toContain('>Go there<');
    expect(page).toContain('One sees it at the end of the backward pass.');
  });

  test('opens a word by another name for it', () => {
    openWord('weights');
    expect(rendered()).toContain('>Weight</h3>');
  });

  test('offers no moment and no sentence for what is no part of a graph', () => {
    openWord('epoch');
    const page = rendered();
    expect(page).toContain('>Epoch</h3>');
    expect(page).not.toContain('Go there');
    expect(page).not.toContain('Here');
  });

  test('says which word it does not have', () => {
    openWord('zebra');
    expect(rendered()).toContain('The glossary has no word “zebra”.');
  });
});

describe('openWord', () => {
  test('keeps the word until another is opened', () => {
    openWord('node');
    expect(glossaryWord.getState()).toEqual({ open: 'node' });
  });
});
