import type { Tensor } from '../engine/tensor';

/**
 * A tensor as comma-separated values, a line a row, every number with all of its digits. A scalar is one number, a
 * vector one line; beyond a matrix all axes but the last are flattened into lines. Numbers that are not finite are
 * written `NaN`, `Infinity` and `-Infinity`.
 */
export function toCsv({ shape, data }: Tensor): string {
  const columns = shape.at(-1) ?? 1;
  const lines: string[] = [];
  for (let start = 0; start < data.length; start += columns) {
    lines.push(Array.from(data.subarray(start, start + columns), csvNumber).join(','));
  }
  return lines.join('\n');
}

function csvNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
