/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loops around it */

/*
 * The three products of a matrix multiplication and its gradients. All matrices are dense and row-major.
 * Each keeps four results in registers at a time, so that one number loaded serves four sums, and lets the
 * inner loop run along rows. Every result is summed up completely before it is written, exactly once.
 */

/** out (m × n) = a (m × k) · b (k × n). */
export function multiply(a: Float64Array, b: Float64Array, out: Float64Array, m: number, k: number, n: number): void {
  let j = 0;
  for (; j + 4 <= n; j += 4) {
    for (let i = 0; i < m; i++) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let q = j;
      const end = i * k + k;
      for (let p = i * k; p < end; p++) {
        const x = a[p]!;
        s0 += x * b[q]!;
        s1 += x * b[q + 1]!;
        s2 += x * b[q + 2]!;
        s3 += x * b[q + 3]!;
        q += n;
      }
      const r = i * n + j;
      out[r] = s0;
      out[r + 1] = s1;
      out[r + 2] = s2;
      out[r + 3] = s3;
    }
  }
  // The last one to three columns: four rows at a time instead.
  for (; j < n; j++) {
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let p = i * k;
      const end = j + k * n;
      for (let q = j; q < end; q += n) {
        const y = b[q]!;
        s0 += a[p]! * y;
        s1 += a[p + k]! * y;
        s2 += a[p + 2 * k]! * y;
        s3 += a[p + 3 * k]! * y;
        p++;
      }
      const r = i * n + j;
      out[r] = s0;
      out[r + n] = s1;
      out[r + 2 * n] = s2;
      out[r + 3 * n] = s3;
    }
    for (; i < m; i++) {
      let s = 0;
      let q = j;
      for (let p = i * k; p < i * k + k; p++) {
        s += a[p]! * b[q]!;
        q += n;
      }
      out[i * n + j] = s;
    }
  }
}

/** into (k × n) += aᵀ · g, for a (m × k) and g (m × n): the gradient of the right factor. */
export function addTransposedLeft(a: Float64Array, g: Float64Array, into: Float64Array, m: number, k: number, n: number): void {
  let j = 0;
  for (; j + 4 <= n; j += 4) {
    for (let c = 0; c < k; c++) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let q = j;
      const end = c + m * k;
      for (let p = c; p < end; p += k) {
        const x = a[p]!;
        s0 += x * g[q]!;
        s1 += x * g[q + 1]!;
        s2 += x * g[q + 2]!;
        s3 += x * g[q + 3]!;
        q += n;
      }
      const r = c * n + j;
      into[r]! += s0;
      into[r + 1]! += s1;
      into[r + 2]! += s2;
      into[r + 3]! += s3;
    }
  }
  for (; j < n; j++) {
    let c = 0;
    for (; c + 4 <= k; c += 4) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let p = c;
      const end = j + m * n;
      for (let q = j; q < end; q += n) {
        const y = g[q]!;
        s0 += a[p]! * y;
        s1 += a[p + 1]! * y;
        s2 += a[p + 2]! * y;
        s3 += a[p + 3]! * y;
        p += k;
      }
      const r = c * n + j;
      into[r]! += s0;
      into[r + n]! += s1;
      into[r + 2 * n]! += s2;
      into[r + 3 * n]! += s3;
    }
    for (; c < k; c++) {
      let s = 0;
      let q = j;
      for (let p = c; p < m * k; p += k) {
        s += a[p]! * g[q]!;
        q += n;
      }
      into[c * n + j]! += s;
    }
  }
}

/** into (m × k) += g · bᵀ, for g (m × n) and b (k × n): the gradient of the left factor. */
export function addTransposedRight(g: Float64Array, b: Float64Array, into: Float64Array, m: number, k: number, n: number): void {
  let c = 0;
  for (; c + 4 <= k; c += 4) {
    for (let i = 0; i < m; i++) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let q = c * n;
      const end = i * n + n;
      for (let p = i * n; p < end; p++) {
        const x = g[p]!;
        s0 += x * b[q]!;
        s1 += x * b[q + n]!;
        s2 += x * b[q + 2 * n]!;
        s3 += x * b[q + 3 * n]!;
        q++;
      }
      const r = i * k + c;
      into[r]! += s0;
      into[r + 1]! += s1;
      into[r + 2]! += s2;
      into[r + 3]! += s3;
    }
  }
  for (; c < k; c++) {
    for (let i = 0; i < m; i++) {
      let s = 0;
      let q = c * n;
      for (let p = i * n; p < i * n + n; p++) s += g[p]! * b[q++]!;
      into[i * k + c]! += s;
    }
  }
}
