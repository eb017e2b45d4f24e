import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DiamondChain } from '../../../../src/ui/lessons/figures/DiamondChain';
import { Paths } from '../../../../src/ui/lessons/figures/Paths';

describe('Paths', () => {
  const markup = renderToStaticMarkup(<Paths />);
  const terms = [...markup.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, term, said = '']) => [term, said.replace(/<[^>]*>/g, '')]);

  test('begins with three diamonds, and says what there is to count', () => {
    // Three diamonds: 3 · 3 + 1 nodes, 4 · 3 edges, 2³ paths; 1 + (2 + 2) + (4 + 4) + (8 + 4) = 29 ways to some node.
    expect(terms).toEqual([
      ['nodes', '10'],
      ['edges', '12'],
      ['paths, first to last', '8'],
      ['once for each node', '10'],
      ['once for each path', '29'],
    ]);
  });

  test('has a slider with a name that tells the counts aloud', () => {
    const [, id] = /<label for="([^"]+)">Diamonds in a row<\/label>/.exec(markup) ?? [];
    expect(id).toBeDefined();
    expect(markup).toContain(`<input id="${id ?? ''}"`);
    expect(markup).toContain('aria-valuetext="3: 10 nodes, 12 edges, 8 paths"');
  });
});

describe('DiamondChain', () => {
  test('draws a node for each node of the chain, and four edges a diamond', () => {
    for (const depth of [1, 4, 30]) {
      const markup = renderToStaticMarkup(<DiamondChain depth={depth} />);
      expect(markup.match(/<circle/g)?.length).toBe(3 * depth + 1);
      expect(markup.match(/<path/g)?.length).toBe(depth);
    }
  });
});
