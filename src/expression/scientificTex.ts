/** A number in TeX, from its two parts as `String` writes them: `0.01`, `3 \\cdot 10^{-6}`, `10^{21}`. */
export function scientificTex(mantissa: string, exponent: string | undefined): string {
  if (exponent === undefined) return mantissa;
  const power = `10^{${exponent.replace('+', '')}}`;
  if (mantissa === '1') return power;
  return mantissa === '-1' ? `-${power}` : `${mantissa} \\cdot ${power}`;
}
