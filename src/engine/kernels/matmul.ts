/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loops around it */

/*
 * The three products of a matrix multiplication and its gradients. All matrices are dense and row-major, and all
 * three are one kernel: a transposed matrix is the same numbers walked with its two strides exchanged.
 */

/** into (m × n) += a (m × k) · b (k × n). */
export function addProduct(a: Float64Array, b: Float64Array, into: Float64Array, m: number, k: number, n: number): void {
  addStrided(a, k, 1, b, n, 1, into, m, k, n);
}

/** into (k × n) += aᵀ · g, for a (m × k) and g (m × n): the gradient of the right factor. */
export function addTransposedLeft(a: Float64Array, g: Float64Array, into: Float64Array, m: number, k: number, n: number): void {
  addStrided(a, 1, k, g, n, 1, into, k, m, n);
}

/** into (m × k) += g · bᵀ, for g (m × n) and b (k × n): the gradient of the left factor. */
export function addTransposedRight(g: Float64Array, b: Float64Array, into: Float64Array, m: number, k: number, n: number): void {
  addStrided(g, n, 1, b, 1, n, into, m, n, k);
}

/**
 * into (m × n) += a (m × k) · b (k × n), where entry (i, p) of a is `a[i * aDown + p * aAlong]`, and b alike.
 *
 * Keeps two rows by four columns of results in registers, so that six numbers loaded serve eight sums. Every result
 * is summed up completely, in the order of p, before it is added, exactly once.
 */
function addStrided(
  a: Float64Array,
  aDown: number,
  aAlong: number,
  b: Float64Array,
  bDown: number,
  bAlong: number,
  into: Float64Array,
  m: number,
  k: number,
  n: number,
): void {
  let j = 0;
  for (; j + 4 <= n; j += 4) {
    let i = 0;
    for (; i + 2 <= m; i += 2) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let t0 = 0;
      let t1 = 0;
      let t2 = 0;
      let t3 = 0;
      let u = i * aDown;
      let v = u + aDown;
      let q = j * bAlong;
      for (let p = 0; p < k; p++) {
        const x = a[u]!;
        const y = a[v]!;
        const b0 = b[q]!;
        const b1 = b[q + bAlong]!;
        const b2 = b[q + 2 * bAlong]!;
        const b3 = b[q + 3 * bAlong]!;
        s0 += x * b0;
        s1 += x * b1;
        s2 += x * b2;
        s3 += x * b3;
        t0 += y * b0;
        t1 += y * b1;
        t2 += y * b2;
        t3 += y * b3;
        u += aAlong;
        v += aAlong;
        q += bDown;
      }
      const r = i * n + j;
      into[r]! += s0;
      into[r + 1]! += s1;
      into[r + 2]! += s2;
      into[r + 3]! += s3;
      into[r + n]! += t0;
      into[r + n + 1]! += t1;
      into[r + n + 2]! += t2;
      into[r + n + 3]! += t3;
    }
    // The last row, if their number is odd.
    for (; i < m; i++) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let u = i * aDown;
      let q = j * bAlong;
      for (let p = 0; p < k; p++) {
        const x = a[u]!;
        s0 += x * b[q]!;
        s1 += x * b[q + bAlong]!;
        s2 += x * b[q + 2 * bAlong]!;
        s3 += x * b[q + 3 * bAlong]!;
        u += aAlong;
        q += bDown;
      }
      const r = i * n + j;
      into[r]! += s0;
      into[r + 1]! += s1;
      into[r + 2]! += s2;
      into[r + 3]! += s3;
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
      let u = i * aDown;
      let q = j * bAlong;
      for (let p = 0; p < k; p++) {
        const y = b[q]!;
        s0 += a[u]! * y;
        s1 += a[u + aDown]! * y;
        s2 += a[u + 2 * aDown]! * y;
        s3 += a[u + 3 * aDown]! * y;
        u += aAlong;
        q += bDown;
      }
      const r = i * n + j;
      into[r]! += s0;
      into[r + n]! += s1;
      into[r + 2 * n]! += s2;
      into[r + 3 * n]! += s3;
    }
    for (; i < m; i++) {
      let s = 0;
      let u = i * aDown;
      let q = j * bAlong;
      for (let p = 0; p < k; p++) {
        s += a[u]! * b[q]!;
        u += aAlong;
        q += bDown;
      }
      into[i * n + j]! += s;
    }
  }
}
