/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is a value or a pool of values */

/**
 * Replaces a sequence by the nearest one that never falls: the sum of weight · (result − value)² is least (pool adjacent
 * violators, M. Ayer et al., 1955).
 *
 * @param value changed in place, as far as `count`
 * @param weight positive; overwritten
 * @param size room for as many whole numbers; overwritten
 */
export function isotonic(value: Float64Array, weight: Float64Array, size: Int32Array, count: number): void {
  // The pools lie at the beginning of the arrays: never more of them than values read so far.
  let pools = 0;
  for (let i = 0; i < count; i++) {
    let mean = value[i]!;
    let mass = weight[i]!;
    let members = 1;
    while (pools > 0 && value[pools - 1]! > mean) {
      pools--;
      const heft = weight[pools]!;
      mean = (mean * mass + value[pools]! * heft) / (mass + heft);
      mass += heft;
      members += size[pools]!;
    }
    value[pools] = mean;
    weight[pools] = mass;
    size[pools++] = members;
  }
  let end = count;
  while (pools > 0) {
    pools--;
    value.fill(value[pools]!, end - size[pools]!, end);
    end -= size[pools]!;
  }
}
