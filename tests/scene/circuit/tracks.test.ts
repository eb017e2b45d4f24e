import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circuitLayoutOf } from '../../../src/scene/circuit/circuit';
import { descending, FAR } from '../../../src/scene/circuit/tracks';
import { headingAt } from '../../../src/scene/layout/curve';
import { graphOf } from './graphs';

describe('descending', () => {
  const turns = fc.record({ width: fc.integer({ min: 18, max: 72 }), rise: fc.integer({ min: FAR, max: 5000 }), isDown: fc.boolean(), track: fc.double({ min: 0.28, max: 0.72, noNaN: true }) });

  it('leaves and arrives level, is upright in between, and has no corners', () => {
    fc.assert(
      fc.property(turns, ({ width, rise, isDown, track }) => {
        const [from, to] = [{ x: 0, y: 0 }, { x: width, y: isDown ? rise : -rise }];
        const pieces = descending(from, to, track);
        const upright = isDown ? Math.PI / 2 : -Math.PI / 2;
        const angles = pieces.flatMap((piece) => [headingAt(piece, 0).angle, headingAt(piece, 1).angle]);
        for (const [at, angle] of [0, upright, upright, upright, upright, 0].entries()) expect(angles[at]).toBeCloseTo(angle, 6);
        expect(angles).toHaveLength(6);
        expect(pieces[0]?.from).toEqual(from);
        expect(pieces.at(-1)?.to).toEqual(to);
        for (const [at, piece] of pieces.slice(1).entries()) expect(piece.from).toEqual(pieces[at]?.to);
        expect(pieces[1]?.from.x).toBeCloseTo(width * track);
      }),
    );
  });
});

describe('circuitLayoutOf, for two inputs that many operations read,', () => {
  const count = 30;
  const products = Array.from({ length: count }, (_, at) => `p${at} = mul x y`);
  const sums = Array.from({ length: count - 1 }, (_, at) => `s${at} = add ${at === 0 ? 'p0' : `s${at - 1}`} p${at + 1}`);
  const { edges } = circuitLayoutOf(graphOf(...products, ...sums), { figureRoom: 52, folded: new Set(), lines: [] });

  /** The places at which wires out of a box run straight up or down for a long way. */
  function uprightsOf(box: string): Set<number> {
    const found = new Set<number>();
    for (const { from, path } of edges) {
      if (from !== box) continue;
      for (const curve of path.split('C').slice(1)) {
        const [x1 = 0, y1 = 0, x2 = 0, , x3 = 0, y3 = 0] = curve.split(/[ ,]/).map(Number);
        if (x1 === x2 && x2 === x3 && Math.abs(y3 - y1) > FAR / 2) found.add(x1);
      }
    }
    return found;
  }

  it('gives each of them one upright of its own', () => {
    const [x, y] = [uprightsOf('x'), uprightsOf('y')];
    expect(x.size).toBe(1);
    expect(y.size).toBe(1);
    expect(x).not.toEqual(y);
  });
});
