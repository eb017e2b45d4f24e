const VIEW = new DataView(new ArrayBuffer(8));

/** From a number's magnitude to the next larger double: 2.2e−16 at 1. NaN for what is not finite. */
export function spacingAt(value: number): number {
  if (!Number.isFinite(value)) return NaN;
  const magnitude = Math.abs(value);
  VIEW.setFloat64(0, magnitude);
  // Doubles of one sign stand in the order of their bits.
  VIEW.setBigUint64(0, VIEW.getBigUint64(0) + 1n);
  return VIEW.getFloat64(0) - magnitude;
}
