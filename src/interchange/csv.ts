import type { Tensor } from '../engine/tensor';
import { tableOf } from '../scene/table';

/**
 * A tensor as comma-separated values, a line a row, every number with all of its digits. A scalar is one number, a
 * vector one line; beyond a matrix all axes but the last are flattened into lines. Numbers that are not finite are
 * written `NaN`, `Infinity` and `-Infinity`.
 */
export function toCsv({ shape, data }: Tensor): string {
  const { rows, columns } = tableOf(shape);
  const lines = Array.from({ length: rows }, (_, row) => {
    return Array.from(data.subarray(row * columns, (row + 1) * columns), csvNumber).join(',');
  });
  return lines.join('\n');
}

function csvNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
