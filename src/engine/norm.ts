/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
/** The Euclidean norm of numbers side by side. Four sums at a time, because each addition has to wait for the one before. */
export function norm(numbers: Float64Array): number {
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
  return Math.sqrt(s0 + s1 + (s2 + s3));
}
