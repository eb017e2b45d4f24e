import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesOf, isLeaf } from '../../../src/engine/graph';
import { circuitLayoutOf } from '../../../src/scene/circuit/circuit';
import type { Layout } from '../../../src/scene/layout';
import { pointsOf } from '../crossings';
import { areaOfBox, collisionsOf, figuresOf, outsideOf, overlapsOf, textsOf } from './geometry';
import { circuits, type Circuit } from './graphs';

interface Case extends Circuit {
  readonly layout: Layout;
  readonly folded: ReadonlySet<string>;
}

/** Lays random circuits out, both with short and with long figures, and with a random half of their lines folded. */
function cases(mostOperations: number): fc.Arbitrary<Case> {
  return fc
    .record({ circuit: circuits(mostOperations), figureRoom: fc.constantFrom(52, 150), folds: fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }) })
    .map(({ circuit: { graph, lines }, figureRoom, folds }) => {
      const folded = new Set(lines.flatMap(({ id }, at) => (folds[at % folds.length] === true ? [id] : [])));
      return { graph, lines, folded, layout: circuitLayoutOf(graph, { figureRoom, folded, lines }) };
    });
}

describe.each([
  { most: 50, numRuns: 120 },
  { most: 300, numRuns: 6 },
])('circuitLayoutOf, for random circuits of up to $most operations,', ({ most, numRuns }) => {
  const check = (property: (input: Case) => void): void => fc.assert(fc.property(cases(most), property), { numRuns });

  it('lets no boxes and no figures overlap, and keeps all within the bounds', () => {
    check(({ layout }) => {
      const areas = [...layout.nodes.map(areaOfBox), ...figuresOf(layout).map(({ area }) => area)];
      expect(overlapsOf(areas)).toEqual([]);
      const outside = areas.filter(({ left, right, top, bottom }) => !(left >= 0 && right <= layout.width && top >= 0 && bottom <= layout.height));
      expect(outside).toEqual([]);
    });
  });

  it('keeps names under boxes clear of the sums over the boxes below them', () => {
    check(({ layout }) => {
      expect(overlapsOf([...layout.nodes.map(areaOfBox), ...textsOf(layout)])).toEqual([]);
    });
  });

  it('leads no wire through a box or a figure', () => {
    check(({ layout }) => {
      expect(collisionsOf(layout)).toEqual([]);
    });
  });

  it('leads every wire rightwards from outline to outline, level at both ends, within the bounds', () => {
    check(({ layout }) => {
      const boxes = new Map(layout.nodes.map((box) => [box.id, box]));
      for (const { id, from, to, path, start, end } of layout.edges) {
        const [source, target] = [boxes.get(from), boxes.get(to)];
        const points = pointsOf(path);
        if (source === undefined || target === undefined) throw new Error(`${id} has an end without a box`);
        expect(outsideOf(source, start)).toBeCloseTo(0, 2);
        expect(outsideOf(target, end)).toBeCloseTo(0, 2);
        expect([start.angle, end.angle]).toEqual([expect.closeTo(0), expect.closeTo(0)]);
        expect(points[0]?.x).toBeCloseTo(start.x, 1);
        expect(points.at(-1)?.x).toBeCloseTo(end.x, 1);
        expect(points.filter(({ x }, at) => x < (points[at - 1]?.x ?? x) - 1e-6)).toEqual([]);
        expect(points.filter(({ y }) => !(y >= 0 && y <= layout.height))).toEqual([]);
      }
    });
  });

  it('gives every edge one wire, unless it is inside a box or comes from a constant without one', () => {
    check(({ graph, layout }) => {
      const boxes = new Set(layout.nodes.map(({ id }) => id));
      const constants = new Set(graph.nodes.filter((node) => isLeaf(node) && node.role === 'constant').map(({ id }) => id));
      const boxOf = (id: string): string => layout.drawnIn.get(id) ?? id;
      const bundled = layout.edges.flatMap(({ bundle }) => bundle);
      expect(new Set(bundled).size).toBe(bundled.length);
      expect(layout.edges.map(({ id }) => id)).toEqual(layout.edges.map(({ bundle }) => bundle[0]));
      for (const { id } of graph.nodes) expect(boxes.has(id)).toBe(!layout.drawnIn.has(id));
      for (const box of layout.drawnIn.values()) expect(boxes.has(box)).toBe(true);
      const drawn = new Set(bundled);
      const missing = edgesOf(graph).filter(({ id, from, to }) => !drawn.has(id) && boxOf(from) !== boxOf(to) && !constants.has(from));
      expect(missing).toEqual([]);
      const inside = edgesOf(graph).filter(({ id, from, to }) => drawn.has(id) && boxOf(from) === boxOf(to));
      expect(inside).toEqual([]);
    });
  });

  it('gives every wire a way of its own', () => {
    check(({ layout: { edges } }) => {
      expect(new Set(edges.map(({ path }) => path)).size).toBe(edges.length);
    });
  });

  it('moves nothing when values change, and gives the same again', () => {
    check(({ graph, lines, folded, layout }) => {
      const valued = { ...graph, nodes: graph.nodes.map((node) => (isLeaf(node) && node.role !== 'constant' ? { ...node, value: 3.14159 } : node)) };
      expect(circuitLayoutOf(structuredClone(valued), { figureRoom: layout.figureRoom, folded, lines })).toEqual(layout);
    });
  });
});
