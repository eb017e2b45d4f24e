import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Graph } from '../../../../src/engine';
import { cycle } from '../../../../src/lessons/topologicalSort/graphs';
import { deadlockOf } from '../../../../src/lessons/topologicalSort/ring';
import { RefusedRing } from '../../../../src/ui/lessons/figures/RefusedRing';

function drawn(graph: Graph): string {
  const deadlock = deadlockOf(graph);
  if (deadlock === undefined) throw new Error('the graph can be sorted');
  return renderToStaticMarkup(<RefusedRing deadlock={deadlock} />);
}

/** Where the nodes stand, by name, with their mark and their badge. */
function nodesIn(markup: string): Record<string, { readonly kind: string; readonly x: number; readonly y: number; readonly badge: string }> {
  const nodes = markup.matchAll(/<g[^>]*data-kind="(taken|stuck)" transform="translate\(([^,]*),([^)]*)\)"><circle[^>]*><\/circle><text[^>]*>(.*?)<\/text><g.*?<text[^>]*>(.*?)<\/text>/g);
  return Object.fromEntries([...nodes].map(([, kind = '', x, y, name = '', badge = '']) => [name, { kind, x: Number(x), y: Number(y), badge }]));
}

const kinds = (markup: string): string[] => [...markup.matchAll(/<path[^>]*data-kind="(\w+)" d="[^"]*" marker-end/g)].map(([, kind = '']) => kind).toSorted();

describe('RefusedRing', () => {
  const markup = drawn(cycle);
  const nodes = nodesIn(markup);

  test('marks what is never taken, with the inputs that it waits for, and what is taken, with its place', () => {
    expect(Object.entries(nodes).map(([name, { kind, badge }]) => [name, kind, badge])).toEqual([
      ['x', 'taken', '1'],
      ['a', 'stuck', '1'],
      ['b', 'stuck', '1'],
      ['c', 'stuck', '1'],
    ]);
    expect(markup).toContain('a, b and c cannot: each still waits for an input.');
    expect(markup.replace(/<[^>]*>/g, '')).toContain('x can be taken. Its arrows go (dashed).');
  });

  test('puts the ring on a circle, evenly, and the rest in its middle', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => nodes[name] ?? { x: NaN, y: NaN });
    const sides = [[a, b], [b, c], [c, a]].map(([from, to]) => Math.hypot((from?.x ?? NaN) - (to?.x ?? NaN), (from?.y ?? NaN) - (to?.y ?? NaN)));
    for (const side of sides) expect(side).toBeCloseTo(sides[0] ?? NaN, 0);
    expect(nodes['x']).toMatchObject({ x: 0, y: 0 });
  });

  test('draws every edge once: three of the ring, and three that go with x', () => {
    expect(kinds(markup)).toEqual(['gone', 'gone', 'gone', 'ring', 'ring', 'ring']);
  });

  test('tells the ear what it shows', () => {
    expect(markup).toContain('aria-label="A ring of arrows: a → b → c → a. Other arrows lead from x to a, from x to b and from x to c."');
  });

  test('draws a node that reads itself as a ring of one, and what waits for it beside', () => {
    const alone = drawn({
      nodes: [
        { id: 'u', op: 'neg', inputs: ['u'] },
        { id: 'v', op: 'neg', inputs: ['u'] },
      ],
      output: 'v',
    });
    expect(kinds(alone)).toEqual(['other', 'ring']);
    expect(alone).toContain('A ring of arrows: u → u. Another arrow leads from u to v.');
    expect(alone).not.toContain('can be taken');
    expect(alone).not.toContain('NaN');
  });
});
