import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import type { Graph } from '../../../../src/engine';
import { replay } from '../../../../src/scene/recording/replay';
import { blameOf } from '../../../../src/study/blame/blame';
import { figuresOf } from '../../../../src/ui/tools/blame/figures';
import { PathSum } from '../../../../src/ui/tools/blame/PathSum';
import { PathPicker } from '../../../../src/ui/tools/blame/PathPicker';
import { ScalarLine } from '../../../../src/ui/tools/blame/ScalarLine';
import { recorded, scalars } from '../../../engine/scalarGraphs';

// KaTeX needs a page; here the formula itself is looked at.
vi.mock('../../../../src/ui/tex/Tex', () => ({ Tex: ({ tex }: { readonly tex: string }) => <code>{tex}</code> }));

const nothing = (): void => undefined;

function sumOf(graph: Graph, isUnknown = false): string {
  const recording = recorded(graph);
  const blame = blameOf(recording, replay(recording), 'x', 0, 24);
  const page = <PathSum recording={recording} blame={blame} place="x" at="all" format={figuresOf(recording, false)} isUnknown={isUnknown} onPick={nothing} />;
  return renderToStaticMarkup(page);
}

const DIAMOND = scalars('x := 3', 'a = mul(x, 2)', 'b = sub(1, x)', 'f = mul(a, b)');

describe('PathSum', () => {
  test('has a line for every path with its product, and their sum', () => {
    // ∂f/∂a = 1 − 3, ∂a/∂x = 2; ∂f/∂b = 6, ∂b/∂x = −1.
    const page = sumOf(DIAMOND);
    expect(page).toContain('>−2 × 2 = </span><strong>−4</strong>');
    expect(page).toContain('6 × (−1) = </span><strong>−6</strong>');
    expect(page).toMatch(/sum over 2 paths: ∂f\/∂x<\/th><td[^>]*>−10<\/td>/);
    expect(page).toContain('aria-label="Path 2: f ← b ← x"');
  });

  test('writes no number where the gradient is unknown', () => {
    const page = sumOf(DIAMOND, true);
    expect(page).toMatch(/sum over 2 paths: ∂f\/∂x<\/th><td[^>]*>\?<\/td>/);
    expect(page).not.toContain('−4');
  });

  test('sums up what it does not list', () => {
    const page = sumOf(scalars('x := 1', 'a1 = add(x, x)', ...Array.from({ length: 11 }, (_, n) => `a${n + 2} = add(a${n + 1}, a${n + 1})`)));
    expect(page).toMatch(/and 4,090 more, together<button[^>]*>show 18 of them<\/button><\/th><td>4090</);
    expect(page).toMatch(/sum over 4,096 paths: ∂a₁₂\/∂x<\/th><td[^>]*>4096</);
  });
});

describe('PathPicker', () => {
  test('says which path it is, and ends at those that are listed', () => {
    const page = renderToStaticMarkup(<PathPicker at={23} listed={24} count={2n ** 60n} onPick={nothing} />);
    expect(page).toContain('path 24 of about 1.1 × 10¹⁸');
    expect(page).toMatch(/aria-label="Next path"[^>]*disabled=""/);
    expect(page).not.toMatch(/aria-label="Previous path"[^>]*disabled=""/);
  });
});

describe('ScalarLine', () => {
  test('leaves out the middle of a very long product', () => {
    const page = renderToStaticMarkup(<ScalarLine locals={Array.from({ length: 40 }, (_, n) => n)} product={0} format={String} />);
    expect(page).toContain('0 × 1 × 2 × 3 × 4 × … 30 more factors … × 35 × 36 × 37 × 38 × 39 ');
  });
});
