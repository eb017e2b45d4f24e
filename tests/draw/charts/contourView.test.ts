import { describe, expect, test } from 'vitest';
import { bandColours } from '../../../src/draw/charts/contourPaint';
import { ContourView, contourSummary, steepness, type ContourData } from '../../../src/draw/charts/contourView';

function dataOf(f: (x: number, y: number) => number, rest: Partial<ContourData> = {}): ContourData {
  const [columns, rows] = [41, 21];
  const grid = Float64Array.from({ length: columns * rows }, (_, cell) => f(-2 + (cell % columns) / 10, Math.floor(cell / columns) / 10));
  return {
    name: 'f', xInput: 'w₀', yInput: 'w₁', xRange: [-2, 2], yRange: [0, 2], columns, rows, grid,
    at: { x: 1, y: 0.5 }, value: f(1, 0.5), gradient: { x: 1, y: 0 }, path: null, ...rest,
  };
}

describe('ContourView', () => {
  test('has both ranges exactly in its frame, the second one upwards', () => {
    const view = new ContourView();
    const { frame } = view.settle(dataOf((x, y) => x * y), 400, 300);
    expect([view.x(-2), view.x(2), view.y(0), view.y(2)]).toEqual([frame.left, frame.right, frame.bottom, frame.top]);
    const there = view.inputsAt({ x: view.x(0.3), y: view.y(1.7) });
    expect([there.x, there.y]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(1.7, 12)]);
    expect(view.inputsAt({ x: -50, y: 9999 })).toEqual({ x: -2, y: 0 });
  });

  test('notices a grid that has changed, also in place, and no other', () => {
    const view = new ContourView();
    const data = dataOf((x, y) => (x < -1 ? NaN : x * y));
    view.settle(data, 400, 300);
    const first = view.version;
    view.settle({ ...data, grid: data.grid.slice(), at: { x: 0, y: 0 } }, 400, 300);
    expect(view.version).toBe(first);
    data.grid[500] = 77;
    view.settle(data, 400, 300);
    expect(view.version).toBe(first + 1);
  });

  test('keeps its labels and its legend inside the drawing', () => {
    for (const [width, height] of [[220, 140], [400, 300], [900, 400]] as const) {
      const view = new ContourView();
      const { frame } = view.settle(dataOf((x, y) => 1e6 * x * y), width, height);
      expect(view.upright).toBe(width >= 340);
      expect(frame.right - frame.left).toBeGreaterThan(width / 2);
      expect(frame.right).toBeLessThan(width - (view.upright ? 50 : 0));
    }
  });
});

test('steepness compares the change over 100 pixels with the span of the levels', () => {
  expect(steepness({ x: 3, y: 4 }, { x: 0.01, y: 0.01 }, [0, 2, 10])).toBeCloseTo(0.5, 12);
  expect(steepness({ x: 1, y: 0 }, { x: 1, y: 1 }, [])).toBe(Infinity);
});

test('bandColours go from the low colour to the high one, one more than there are levels', () => {
  const colours = bandColours({ low: '#ffffff', high: '#000000', line: '' }, 4);
  expect([colours.length, colours[0], colours[4]]).toEqual([5, 'rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  expect(bandColours({ low: '#ffffff', high: '#000000', line: '' }, 0)).toEqual(['rgb(255, 255, 255)']);
});

test('contourSummary says what is shown, what is missing and where the point is', () => {
  const path = { x: [1, 1, 1], y: [1, 0.7, 0.5], count: 3 };
  expect(contourSummary(dataOf((x, y) => (x < 0 ? NaN : x + y), { path }))).toBe(
    'f over w₀ from −2 to 2 and w₁ from 0 to 2; values from 0 to 4; no value in 49% of the plane; at w₀ 1, w₁ 0.5: f 1.5; a descent of 2 iterations',
  );
});
