import { describe, expect, it } from 'vitest';
import { ADVANCE, FIGURE_SIZE, figureTypeAt, labelsFor } from '../../../src/draw/graph/figureType';

const ZOOMS = Array.from({ length: 100 }, (_, step) => 0.05 * (step + 1));

describe('figureTypeAt', () => {
  it('writes three digits at the zooms that fitting chooses', () => {
    for (const zoom of ZOOMS.filter((zoom) => zoom <= 1.35)) {
      expect(figureTypeAt(zoom, 52, false)).toEqual({ room: 'short', size: FIGURE_SIZE });
    }
  });

  it('never makes type smaller on the screen than at zoom 1, once the reader has zoomed in', () => {
    for (const zoom of ZOOMS.filter((zoom) => zoom >= 1)) {
      expect(figureTypeAt(zoom, 52, false).size * zoom).toBeGreaterThanOrEqual(FIGURE_SIZE);
    }
  });

  it('gives only as many characters as fit along the wire, and at the largest zoom room for all digits', () => {
    for (const zoom of ZOOMS) {
      const { room, size } = figureTypeAt(zoom, 52, false);
      if (typeof room === 'number') expect(room * size * ADVANCE).toBeLessThanOrEqual(52);
    }
    expect(figureTypeAt(5, 52, false).room).toBeGreaterThanOrEqual(24);
  });

  it('changes in few steps over the whole range', () => {
    expect(new Set(ZOOMS.map((zoom) => figureTypeAt(zoom, 52, false).size)).size).toBe(7);
  });

  it('shows all digits on request, at any zoom', () => {
    expect([0.5, 1, 4].map((zoom) => figureTypeAt(zoom, 150, true).room)).toEqual(['all', 'all', 'all']);
  });
});

describe('labelsFor', () => {
  const value = { x: 100, y: 38, anchor: 'middle' } as const;
  const gradient = { x: 100, y: 70, anchor: 'middle' } as const;

  it('leaves labels at full size where they are', () => {
    expect(labelsFor(value, gradient, FIGURE_SIZE)).toEqual([value, gradient]);
  });

  it('brings smaller type closer to the wire between the two, and keeps them apart', () => {
    const size = FIGURE_SIZE / 3;
    const [above, below] = labelsFor(value, gradient, size);
    const wire = 50;
    expect(above.y).toBeGreaterThan(value.y);
    expect(above.y).toBeLessThan(wire);
    // From the baseline up to the top of its digits, the gradient stays under the wire.
    expect(below.y - 0.7 * size).toBeGreaterThan(wire);
    expect(below.y).toBeLessThan(gradient.y);
  });
});
