/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loops around it */
import { ShapeError } from './errors';

/** The lengths of a tensor's axes, outermost first. A scalar has no axis: `[]`. */
export type Shape = readonly number[];

/** How many cells a tensor of this shape has; 1 for a scalar. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

/** A tensor of more cells (128 MiB of doubles) is a mistake rather than a wish. */
export const MAX_CELLS = 2 ** 24;

/** A shape as a reader would write it: `11 × 13`, `10`, `scalar`. */
export function formatShape(shape: Shape): string {
  return shape.length === 0 ? 'scalar' : shape.join(' × ');
}

/** Whether two shapes have the same axes of the same lengths. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

/** The row-major strides of a shape: how far apart neighbours along each axis lie. */
function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    strides[axis] = strides[axis + 1]! * shape[axis + 1]!;
  }
  return strides;
}

/**
 * The common shape of two operands by NumPy's rule: axes are aligned from the right, and an axis of
 * length 1 (or a missing one) stretches to the other's length.
 *
 * @throws ShapeError if some pair of axes differs and neither has length 1.
 */
export function broadcastShapes(a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  const result = new Array<number>(rank);
  for (let fromRight = 1; fromRight <= rank; fromRight++) {
    const m = a[a.length - fromRight] ?? 1;
    const n = b[b.length - fromRight] ?? 1;
    if (m !== n && m !== 1 && n !== 1) {
      throw new ShapeError(
        `${formatShape(a)} and ${formatShape(b)} do not fit together: aligned from the right, ` +
          `axes must be equal or 1, but ${m} meets ${n}`,
      );
    }
    result[rank - fromRight] = m === 1 ? n : m;
  }
  return result;
}

/**
 * For every cell of `to`, the offset of the cell of `from` that NumPy's broadcasting puts there.
 * This table is the one place where broadcasting is done and undone.
 *
 * @param from a shape that broadcasts to `to`
 * @returns row-major offsets into `from`, as many as `to` has cells
 */
export function broadcastOffsets(from: Shape, to: Shape): Int32Array {
  const offsets = new Int32Array(sizeOf(to));
  const strides = stridesOf(from);
  const shift = to.length - from.length;
  const index = new Array<number>(to.length).fill(0);
  let offset = 0;
  for (let cell = 0; cell < offsets.length; cell++) {
    offsets[cell] = offset;
    for (let axis = to.length - 1; axis >= 0; axis--) {
      const stride = (from[axis - shift] ?? 1) === 1 ? 0 : strides[axis - shift]!;
      const next = index[axis]! + 1;
      if (next < to[axis]!) {
        index[axis] = next;
        offset += stride;
        break;
      }
      index[axis] = 0;
      offset -= stride * (next - 1);
    }
  }
  return offsets;
}
