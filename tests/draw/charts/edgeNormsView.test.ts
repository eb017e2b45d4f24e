import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edgeName, edgeNormsHeight, EdgeNormsView, edgeWords, type EdgeNormsData } from '../../../src/draw/charts/edgeNormsView';

function dataOf(norms: readonly (readonly [number, number])[]): EdgeNormsData {
  return {
    step: 7,
    runs: [
      { name: 'Run 1', slot: 0 },
      { name: 'Run 2', slot: 1 },
    ],
    edges: norms.map(([here, there]) => ({ from: 'W1', to: 'l1', here, there })),
  };
}

const norm = fc.double({ min: 1e-12, max: 1e12, noNaN: true });

describe('EdgeNormsView', () => {
  test('has all norms within the plot, and equal ratios equally far apart', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(norm, norm), { minLength: 1, maxLength: 12 }), (norms) => {
        const view = new EdgeNormsView();
        view.settle(dataOf(norms), 500);
        const { left, right } = view.frame;
        for (const { here, there } of view.rows) {
          for (const x of [here, there]) {
            expect(x).toBeGreaterThanOrEqual(left);
            expect(x).toBeLessThanOrEqual(right);
          }
        }
      }),
    );
    const view = new EdgeNormsView();
    view.settle(dataOf([[1, 1000]]), 500);
    expect(view.x(10) - view.x(1)).toBeCloseTo(view.x(1000) - view.x(100), 9);
    expect(view.x(10)).toBeGreaterThan(view.x(1));
  });

  test('has a row for each edge inside its height, and finds it again', () => {
    const view = new EdgeNormsView();
    const data = dataOf([[1, 2], [3, 4], [5, 6]]);
    view.settle(data, 500);
    expect(view.frame.bottom).toBeLessThan(edgeNormsHeight(3));
    view.rows.forEach(({ y }, index) => expect(view.rowAt(y)).toBe(index));
    expect([view.rowAt(-100), view.rowAt(1e4)]).toEqual([0, 2]);
  });

  test('has 0 on the left edge, no place for what is not finite, and words for both', () => {
    const view = new EdgeNormsView();
    view.settle(dataOf([[0, 5], [NaN, Infinity]]), 500);
    expect(view.rows[0]?.here).toBe(view.frame.left);
    expect(view.rows[1]).toMatchObject({ here: NaN, there: NaN, note: 'Run 1: NaN, Run 2: ∞' });
    expect(view.rows[0]?.note).toBe('Run 1: 0');
    expect(() => new EdgeNormsView().settle(dataOf([[0, NaN]]), 500)).not.toThrow();
  });
});

describe('the words of an edge', () => {
  test('go the way of its gradient, from the reader to what was read', () => {
    expect(edgeName({ from: 'W1', to: 'l1' })).toBe('l₁ → W₁');
    expect(edgeWords(dataOf([[0.5, 2]]), 0)).toBe('l₁ → W₁: Run 1 0.5, Run 2 2');
  });
});
