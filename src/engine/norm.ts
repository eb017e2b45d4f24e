/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
/** Below this sum of squares, single ones may have fallen out of the range of doubles, and with them digits of the norm. */
const TINY = 1e-280;

/**
 * The Euclidean norm of numbers side by side, as exact for the largest and the least doubles as for any; NaN if one is, otherwise
 * infinite if one is.
 */
export function norm(numbers: Float64Array): number {
  // Four sums at a time, because each addition has to wait for the one before.
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 4 <= numbers.length; i += 4) {
    const a = numbers[i]!;
    const b = numbers[i + 1]!;
    const c = numbers[i + 2]!;
    const d = numbers[i + 3]!;
    s0 += a * a;
    s1 += b * b;
    s2 += c * c;
    s3 += d * d;
  }
  for (; i < numbers.length; i++) s0 += numbers[i]! * numbers[i]!;
  const sum = s0 + s1 + (s2 + s3);
  return sum > TINY && sum < Infinity ? Math.sqrt(sum) : scaledNorm(numbers);
}

/** The same with every number divided by the greatest, so that squares neither overflow nor vanish. */
function scaledNorm(numbers: Float64Array): number {
  let greatest = 0;
  for (let i = 0; i < numbers.length; i++) greatest = Math.max(greatest, Math.abs(numbers[i]!));
  if (greatest === 0 || !Number.isFinite(greatest)) return greatest;
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += (numbers[i]! / greatest) ** 2;
  return greatest * Math.sqrt(sum);
}
