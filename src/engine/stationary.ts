import type { Probe } from './probe';

/** What a place with zero gradient is. */
export type StationaryKind = 'minimum' | 'maximum' | 'inflection' | 'saddle' | 'flat';

/** Step sizes, relative to the input's own size or to 1, whichever is larger: the smallest that shows anything decides. */
const STEPS: readonly number[] = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1];

/** A change of the output below so many units of its rounding says nothing. */
const NOISE = 32 * Number.EPSILON;

/** The diagonals of each two of so many inputs are looked along: there would be too many of them all. */
const MOST_CROSSED = 12;

/** One input and which way it goes. */
interface Move {
  readonly id: string;
  readonly sign: 1 | -1;
}

/**
 * What kind of place the probe is at, where the gradient with respect to the named inputs is zero: the output is compared
 * with its values a few small steps away on both sides along each input, and for several inputs along the diagonals of
 * each two of the first 12. It rises everywhere: a minimum; it falls everywhere: a maximum; nothing stands out of the rounding: flat. One
 * input along which it rises on one side and falls on the other: an inflection; several inputs along which it does both:
 * a saddle. Where it is level on a side, or has no finite value there, the rest decides.
 *
 * This looks at finitely many places and proves nothing. It takes a valley that winds between the directions for a
 * minimum (and so a saddle that only diagonals of later inputs show), a very flat place such as that of x^20 for flat, and
 * a feature that is narrower than the steps for none; and where the gradient is only nearly zero, the slope that is left
 * can outweigh the bend. The leaves are left as they were.
 */
export function stationaryKind(probe: Probe, ids: readonly string[]): StationaryKind {
  const centre = probe.evaluate();
  const noise = NOISE * Math.max(Math.abs(centre), probe.magnitude());
  const lines = directions(ids).map((direction) => {
    const opposite = direction.map(({ id, sign }): Move => ({ id, sign: sign === 1 ? -1 : 1 }));
    return [sideOf(probe, direction, centre, noise), sideOf(probe, opposite, centre, noise)];
  });
  const sides = lines.flat();
  const [rises, falls] = [sides.includes(1), sides.includes(-1)];
  if (rises && falls) return ids.length > 1 ? 'saddle' : 'inflection';
  if (rises) return 'minimum';
  return falls ? 'maximum' : 'flat';
}

/** Each input alone, and both diagonals of each two of the first ones. */
function directions(ids: readonly string[]): Move[][] {
  const axes = ids.map((id): Move[] => [{ id, sign: 1 }]);
  const crossed = ids.slice(0, MOST_CROSSED);
  const diagonals = crossed.flatMap((id, index) =>
    crossed.slice(0, index).flatMap((other): Move[][] => [
      [{ id: other, sign: 1 }, { id, sign: 1 }],
      [{ id: other, sign: 1 }, { id, sign: -1 }],
    ]),
  );
  return [...axes, ...diagonals];
}

/** Whether the output rises (1) or falls (−1) in a direction, at the smallest step at which that can be told; 0 if at none. */
function sideOf(probe: Probe, direction: readonly Move[], centre: number, noise: number): 1 | 0 | -1 {
  const origin = direction.map(({ id }) => probe.get(id));
  const valueAt = (step: number): number => {
    direction.forEach(({ id, sign }, index) => {
      const x = origin[index] ?? NaN;
      probe.set(id, x + sign * step * Math.max(1, Math.abs(x)));
    });
    return probe.evaluate();
  };
  const change = STEPS.map((step) => valueAt(step) - centre).find((difference) => Number.isFinite(difference) && Math.abs(difference) > noise);
  direction.forEach(({ id }, index) => {
    probe.set(id, origin[index] ?? NaN);
  });
  if (change === undefined) return 0;
  return change > 0 ? 1 : -1;
}
