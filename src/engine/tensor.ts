import { ShapeError } from './errors';
import { formatShape, sizeOf, type Shape } from './shape';

/** A dense array of doubles in row-major order; a scalar has shape `[]` and one cell. */
export interface Tensor {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** Numbers as one writes them down: a number, a list, a list of equally long lists, … */
export type NestedNumbers = number | readonly NestedNumbers[];

/** A tensor of zeros. */
export function zeros(shape: Shape): Tensor {
  return { shape, data: new Float64Array(sizeOf(shape)) };
}

/**
 * A tensor of its own, copied from nested lists or from another tensor: no array is shared with the caller.
 *
 * @throws ShapeError if the lists are ragged or hold something that is not a number, or if shape and data disagree.
 */
export function tensor(value: NestedNumbers | Tensor): Tensor {
  if (isTensor(value)) {
    if (value.data.length !== sizeOf(value.shape)) {
      throw new ShapeError(`a tensor of shape ${formatShape(value.shape)} cannot hold ${value.data.length} numbers`);
    }
    return { shape: [...value.shape], data: Float64Array.from(value.data) };
  }
  const shape = shapeOfNested(value);
  const data = new Float64Array(sizeOf(shape));
  let next = 0;
  const copy = (part: NestedNumbers, axis: number): void => {
    if (typeof part === 'number') {
      if (axis !== shape.length) throw raggedAt(axis, shape);
      data[next++] = part;
      return;
    }
    if (!Array.isArray(part)) throw new ShapeError(`${describe(part)} is not a number`);
    if (axis >= shape.length || part.length !== shape[axis]) throw raggedAt(axis, shape);
    for (const inner of part) copy(inner as NestedNumbers, axis + 1);
  };
  copy(value, 0);
  return { shape, data };
}

/** The shape that nested lists have, read along their first entries. */
function shapeOfNested(value: NestedNumbers): Shape {
  const shape: number[] = [];
  let part: NestedNumbers | undefined = value;
  while (Array.isArray(part)) {
    shape.push(part.length);
    part = part[0] as NestedNumbers | undefined;
  }
  return shape;
}

function isTensor(value: unknown): value is Tensor {
  return typeof value === 'object' && value !== null && 'data' in value && value.data instanceof Float64Array;
}

function raggedAt(axis: number, shape: Shape): ShapeError {
  return new ShapeError(
    `the lists are ragged: by their first entries they are ${formatShape(shape)}, ` +
      `but along axis ${axis} one has another length`,
  );
}

function describe(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}
