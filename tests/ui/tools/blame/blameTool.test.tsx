import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { shownIteration } from '../../../../src/store/playback';
import { replay } from '../../../../src/scene/recording/replay';
import { formatFigure } from '../../../../src/scene/format';
import { MiniflowContext, WalkContext } from '../../../../src/ui/context';
import { BlameTool } from '../../../../src/ui/tools/blame/BlameTool';
import { openDesk } from '../../../store/desk';

// KaTeX needs a page; here the formula itself is looked at.
vi.mock('../../../../src/ui/tex/Tex', () => ({ Tex: ({ tex }: { readonly tex: string }) => <code>{tex}</code> }));

const { miniflow } = await openDesk();

function rendered(): string {
  return renderToStaticMarkup(
    <MiniflowContext value={miniflow}>
      <WalkContext value={miniflow}>
        <BlameTool />
      </WalkContext>
    </MiniflowContext>,
  );
}

/** The gradient of a cell, as the inspector writes it. */
function gradientText(node: string, cell: number): string {
  const recording = shownIteration(miniflow.playback.getState())?.timeline.recording;
  return recording === undefined ? '' : formatFigure(replay(recording).gradientView(node).data[cell] ?? NaN);
}

afterEach(() => {
  miniflow.select(null);
  miniflow.choose(null);
});

describe('BlameTool', () => {
  test('proposes the first parameter while nothing is selected, and says so', () => {
    const page = rendered();
    expect(page).toContain('Nothing is selected on the graph, so this is about W₁. One path leads from C back to W₁.');
    expect(page).toContain('The backward pass has not reached W₁ yet; these are the numbers that it will bring.');
    expect(page).toMatch(/<option value="W1" selected="">W₁<\/option>/);
  });

  test('writes the products of the chosen cell and their sum, which is its gradient', () => {
    miniflow.select({ kind: 'node', id: 'W1' });
    miniflow.choose({ node: 'W1', cell: 57 });
    const page = rendered();
    expect(page).toContain('∂C/∂W₁[6, 8]: 11 ways lead through single cells, one line each');
    expect(page).toContain('l₂[1, 1] · s[1, 8] · l₁[1, 8]');
    expect(page).toContain('and 7 more, together');
    expect(page).toMatch(new RegExp(`>sum</th><td[^>]*>${gradientText('W1', 57)}</td>`));
  });

  test('names the features among the rows of the first weights', () => {
    miniflow.select({ kind: 'node', id: 'W1' });
    miniflow.choose({ node: 'W1', cell: 5 * 10 });
    expect(rendered()).toMatch(/aria-label="row, 1 to 13"[^>]*value="6"[^>]*><span>of 13 · rm<\/span>/);
  });

  test('is about the node that a selected edge brings its gradient to', () => {
    miniflow.select({ kind: 'edge', id: 'l2:0' });
    expect(rendered()).toContain('One path leads from C back to s.');
  });

  test('says why nothing is blamed on data', () => {
    miniflow.select({ kind: 'node', id: 'X' });
    const page = rendered();
    expect(page).toContain('X is data. It is not trained, so that no gradient is computed for it here.');
    expect(page).not.toContain('<table');
  });

  test('has nothing to multiply for the cost itself', () => {
    miniflow.select({ kind: 'node', id: 'C' });
    const page = rendered();
    expect(page).toContain('C is where the gradients begin: its gradient with respect to itself is 1.');
    expect(page).not.toContain('<table');
  });
});
