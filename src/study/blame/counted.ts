const PLAIN_DIGITS = 15;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A count as people write it, and a very large one by its size: `65,536`, `about 3.3 × 10¹⁵⁰`. */
export function formatPathCount(count: bigint): string {
  const digits = count.toString();
  if (digits.length <= PLAIN_DIGITS) return digits.replace(/\B(?=(\d{3})+$)/g, ',');
  const exponent = Array.from(String(digits.length - 1), (digit) => RAISED[Number(digit)] ?? digit).join('');
  return `about ${digits.slice(0, 1)}.${digits.slice(1, 2)} × 10${exponent}`;
}
