import { describe, expect, it } from 'vitest';
import { THUMBNAIL_PATHS, thumbnailPaths } from '../../src/draw/graph/thumbnail';
import { gradientWidths, symbolWidths } from '../../src/draw/graph/widths';
import { headOf } from '../../src/draw/graph/nodeParts';
import { layoutOf } from '../../src/scene/layout';
import type { Wire } from '../../src/scene/layout/wires';
import { timelineOf } from '../../src/scene/timeline';
import { NETWORK, recordingOf } from '../scene/recordings';

const area = { x: 0, y: 0, width: 60, height: 40 };
const cellsOf = (paths: readonly string[]) => paths.map((path) => path.split('M').length - 1);

describe('thumbnailPaths', () => {
  it('makes one path for each colour, the last for what is not finite', () => {
    const paths = thumbnailPaths({ shape: [2, 3], data: Float64Array.of(-1, 0, 1, NaN, 0.5, Infinity) }, area);
    expect(paths).toHaveLength(THUMBNAIL_PATHS);
    expect(cellsOf(paths)).toEqual([1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 2]);
  });

  it('draws at most 14 × 14 cells, the means of blocks', () => {
    const data = Float64Array.from({ length: 506 * 64 }, (_, cell) => (cell < 253 * 64 ? -1 : 1));
    const cells = cellsOf(thumbnailPaths({ shape: [506, 64], data }, area));
    expect(cells.reduce((sum, count) => sum + count)).toBe(14 * 14);
    expect([cells[0], cells[14]]).toEqual([98, 98]);
  });

  it('marks a block that holds one cell that is not finite', () => {
    const data = new Float64Array(100 * 100).fill(1);
    data[5050] = NaN;
    expect(cellsOf(thumbnailPaths({ shape: [100, 100], data }, area)).at(-1)).toBe(1);
  });

  it('draws an empty tensor as nothing', () => {
    expect(cellsOf(thumbnailPaths({ shape: [0, 3], data: new Float64Array(0) }, area)).every((count) => count === 0)).toBe(true);
  });
});

describe('gradientWidths', () => {
  it('gives every edge with a gradient a width, the largest norm the thickest', () => {
    const timeline = timelineOf(recordingOf(NETWORK));
    const widths = gradientWidths(timeline);
    const flows = timeline.steps.filter((step) => step.kind === 'flow');
    expect(widths.size).toBe(flows.length);
    for (const width of widths.values()) expect(width).toBeGreaterThanOrEqual(1.5);
    expect(Math.max(...widths.values())).toBe(7);
  });
});

describe('gradientWidths of given norms', () => {
  /** The widths, rounded, of edges whose gradients have these norms. */
  function widthsFor(norms: readonly number[]): number[] {
    const timeline = timelineOf(recordingOf(NETWORK));
    const flows = timeline.steps.filter((step) => step.kind === 'flow').slice(0, norms.length);
    const steps = flows.map((step, place) => ({ ...step, flow: { shape: [1], data: Float64Array.of(norms[place] ?? NaN) } }));
    return [...gradientWidths({ ...timeline, steps }).values()].map((width) => Math.round(width * 100) / 100);
  }

  it('goes from the smallest norm to the largest on a log scale', () => {
    expect(widthsFor([1, 10, 100])).toEqual([1.5, 4.25, 7]);
  });

  it('spans at least a decade and a half, so that nearly equal norms look nearly equal', () => {
    expect(widthsFor([7, 7.7])).toEqual([6.85, 7]);
  });

  it('draws none the thinnest and what is not finite the thickest, and neither counts for the others', () => {
    expect(widthsFor([0, 1, 100, NaN])).toEqual([1.5, 1.5, 7, 7]);
    expect(widthsFor([1e-300, 1, 1000])).toEqual([1.5, 4.25, 7]);
  });
});

describe('headOf', () => {
  const box = { id: '', x: 0, y: 0, width: 88, height: 84, form: 'parameter', look: 'card', caption: 'above' } as const;

  it('sets a short name beside its shape', () => {
    expect(headOf('W1', '13 × 10', box)).toEqual({ base: 'W', subscript: '1', small: false, shapeBelow: false });
  });

  it('gives a long name the head to itself, and cuts one that is too long', () => {
    expect(headOf('target', '506 × 13', box)).toEqual({ base: 'target', subscript: '', small: false, shapeBelow: true });
    expect(headOf('bias_of_the_first', '10', box)).toEqual({ base: 'bias_of_t…', subscript: '', small: true, shapeBelow: true });
  });
});

describe('symbolWidths', () => {
  const timeline = timelineOf(recordingOf(NETWORK));
  const flows = timeline.steps.filter((step) => step.kind === 'flow').slice(0, 3);
  const ids = flows.map(({ edge }) => edge.id);
  const wires = layoutOf(NETWORK).edges.filter(({ id }) => ids.includes(id));

  /** The widths of three wires whose edges bring these flows. */
  function widthsFor(values: readonly number[], drawn: readonly Wire[] = wires): ReadonlyMap<string, number> {
    const steps = flows.map((step, place) => ({ ...step, flow: { shape: [], data: Float64Array.of(values[place] ?? NaN) } }));
    return symbolWidths({ ...timeline, steps }, drawn);
  }

  it('draws the largest gradient 4.5 units wide, whatever its sign', () => {
    const widths = widthsFor([1, -10, 100]);
    expect(ids.map((id) => widths.get(id))).toEqual([1.5, 3, 4.5]);
  });

  it('draws what is unknown like any wire that a gradient has passed', () => {
    expect(widthsFor([1, 10, NaN]).get(ids[2] ?? '')).toBe(2.25);
  });

  it('adds up the flows of a bundle', () => {
    const [first = '', second = '', third = ''] = ids;
    const drawn = wires.filter(({ id }) => id !== second).map((wire) => (wire.id === first ? { ...wire, bundle: [first, second] } : wire));
    const widths = widthsFor([1000, -999, 100], drawn);
    expect([widths.get(first), widths.get(second), widths.get(third)]).toEqual([1.5, undefined, 4.5]);
  });
});
