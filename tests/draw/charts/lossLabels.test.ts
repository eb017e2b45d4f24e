import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLabels, type LabelWish, type PlacedLabel } from '../../../src/draw/charts/lossLabels';
import { CHARACTER } from '../../../src/draw/parts/lettering';

const frame = { left: 40, top: 28, right: 480, bottom: 177 };

function boxOf({ x, y, text, 'text-anchor': anchor }: PlacedLabel): { left: number; right: number; top: number; bottom: number } {
  const width = text.length * CHARACTER;
  const left = anchor === 'start' ? x : x - width;
  return { left, right: left + width, top: y - 9, bottom: y + 3 };
}

const wish = fc.record({
  text: fc.constantFrom('4.765', 'train 4.765', 'test 12.01', 'Run 3', 'a longer name'),
  x: fc.double({ min: 40, max: 480, noNaN: true }),
  y: fc.double({ min: 28, max: 177, noNaN: true }),
});
const wishes = fc.array(wish, { maxLength: 9 }).map((all): LabelWish[] => all.map((each, index) => ({ ...each, key: String(index) })));

describe('placeLabels', () => {
  test('never lets labels touch each other, what is taken, or leave the plot to the sides', () => {
    fc.assert(
      fc.property(wishes, fc.double({ min: 40, max: 470, noNaN: true }), (all, rule) => {
        const taken = { left: rule, right: rule + 6, top: 18, bottom: 177 };
        const boxes = [taken, ...placeLabels(all, frame, [taken]).map(boxOf)];
        boxes.forEach((a, index) => {
          for (const b of boxes.slice(index + 1)) {
            expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
          }
        });
        for (const { left, right, bottom } of boxes.slice(1)) {
          expect([left >= frame.left, right <= frame.right + 1, bottom <= frame.bottom]).toEqual([true, true, true]);
        }
      }),
    );
  });

  test('puts the first one to the right of its line, and over its end where there is no room', () => {
    const place = (x: number): PlacedLabel | undefined => placeLabels([{ key: 'a', text: '4.765', x, y: 100 }], frame)[0];
    expect(place(200)).toMatchObject({ x: 209, y: 104, 'text-anchor': 'start' });
    expect(place(470)).toMatchObject({ y: 90, 'text-anchor': 'end' });
  });

  test('leaves out what would stand too far from its line', () => {
    const crowd = Array.from({ length: 9 }, (_, index) => ({ key: String(index), text: 'Run 1', x: 470, y: 100, reach: 14 }));
    const placed = placeLabels(crowd, frame);
    expect(placed.length).toBeLessThan(9);
    for (const { y } of placed) expect(Math.abs(y - 104)).toBeLessThanOrEqual(14);
  });

  test('keeps off the lines, and writes over them only what is needed', () => {
    const everywhere = (): boolean => true;
    const end = { key: 'a', text: '4.765', x: 200, y: 100 };
    expect(placeLabels([end], frame, [], everywhere)).toEqual([]);
    expect(placeLabels([{ ...end, needed: true }], frame, [], everywhere)).toMatchObject([{ x: 209, y: 104 }]);
    const belowOnly = ({ top }: { readonly top: number }): boolean => top < 101;
    expect(placeLabels([end], frame, [], belowOnly)[0]?.y).toBeGreaterThanOrEqual(110);
  });
});
