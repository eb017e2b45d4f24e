/*
 * The exponential to hundreds of digits, in whole numbers: doubles become exact fractions over 2^BITS, the series is
 * summed there, and only the end result is rounded. What the engine computes in doubles can be measured against it.
 */

const BITS = 1600n;
const ONE = 1n << BITS;

/** A double as a fixed-point number; exact down to 2^−1600. */
function fixed(x: number): bigint {
  const bits = new BigUint64Array(Float64Array.of(x).buffer)[0] ?? 0n;
  const exponent = (bits >> 52n) & 2047n;
  const mantissa = (bits & ((1n << 52n) - 1n)) | (exponent === 0n ? 0n : 1n << 52n);
  const shift = BITS - 1074n + (exponent === 0n ? 0n : exponent - 1n);
  return (x < 0 ? -mantissa : mantissa) << shift;
}

/** e^−x for a fixed-point x ≥ 0: halved 16 times, Taylor's series, squared 16 times. */
function expMinus(x: bigint): bigint {
  const small = x >> 16n;
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term !== 0n; n++) {
    term = -(term * small) / (ONE * n);
    sum += term;
  }
  for (let i = 0; i < 16; i++) sum = (sum * sum) >> BITS;
  return sum;
}

/** The double nearest to numerator / denominator. */
function rounded(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  // 64 bits more than a double holds, or all that are there, then back by exact powers of two.
  const length = (n: bigint): number => n.toString(2).length;
  const shift = Math.max(0, 120 - (length(numerator) - length(denominator)));
  const quotient = Number((numerator << BigInt(shift)) / denominator);
  return quotient * 2 ** -Math.min(shift, 1000) * 2 ** -Math.max(0, shift - 1000);
}

/** How far a double is from the true e^x, |x| ≤ 700, in units of its last place, to three digits behind the point. */
export function expError(x: number, double: number): number {
  const e = expMinus(fixed(Math.abs(x)));
  const exact = x < 0 ? e : (ONE * ONE) / e;
  const difference = fixed(double) - exact;
  const unit = fixed(2 ** (Math.floor(Math.log2(double)) - 52));
  return Number(((difference < 0n ? -difference : difference) * 1000n) / unit) / 1000;
}

/** The logistic function and its slope at x, and tanh and its slope, correct to the last bit. */
export function exactly(x: number): { sigmoid: number; sigmoidSlope: number; tanh: number; tanhSlope: number } {
  const size = Math.min(Math.abs(x), 1000);
  const e = expMinus(fixed(size));
  const e2 = expMinus(fixed(2 * size));
  const tanh = rounded(ONE - e2, ONE + e2);
  return {
    sigmoid: x < 0 ? rounded(e, ONE + e) : rounded(ONE, ONE + e),
    sigmoidSlope: rounded(e * ONE, (ONE + e) * (ONE + e)),
    tanh: x < 0 || Object.is(x, -0) ? -tanh : tanh,
    tanhSlope: rounded(4n * e2 * ONE, (ONE + e2) * (ONE + e2)),
  };
}
