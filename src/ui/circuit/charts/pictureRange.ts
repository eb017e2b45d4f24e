import type { Input } from '../../../store/circuit/inputs';

/** A picture multiplies the length of its range by pixels and samples: a longer one would overflow. */
const LONGEST = 1e300;

/** Which stretch of an input a picture shows: that of its slider or, where it is too long to reckon with, what of it is nearest to 0. */
export function pictureRange({ min, max }: Pick<Input, 'min' | 'max'>): readonly [from: number, to: number] {
  if (max - min <= LONGEST) return [min, max];
  const from = Math.max(min, Math.min(-LONGEST / 2, max - LONGEST));
  return [from, Math.min(max, from + LONGEST)];
}
