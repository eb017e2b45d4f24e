import type { Tensor } from '../engine/tensor';

/**
 * A tensor as a line of Python, every number with all of its digits: `np.array([[1.0, np.nan]])`. Always an array
 * of doubles, since a whole number is written `1.0`.
 */
export function toNumpy({ shape, data }: Tensor): string {
  if (data.length === 0) return `np.zeros((${shape.join(', ')}${shape.length === 1 ? ',' : ''}))`;
  return `np.array(${pythonLists({ shape, data }, 'np.array('.length)})`;
}

/** A tensor as nested lists of Python, later rows `indent` columns to the right so that they stand under the first. */
export function pythonLists({ shape, data }: Tensor, indent: number): string {
  return nested(shape, data, indent, 0, 0, 0).text;
}

interface Nested {
  readonly text: string;
  /** Where the next part begins in the data. */
  readonly next: number;
}

function nested(shape: readonly number[], data: Float64Array, indent: number, axis: number, start: number, depth: number): Nested {
  if (axis === shape.length) return { text: pythonFloat(data[start] ?? NaN), next: start + 1 };
  const parts: string[] = [];
  let next = start;
  for (let i = 0; i < (shape[axis] ?? 0); i++) {
    const part = nested(shape, data, indent, axis + 1, next, depth + 1);
    parts.push(part.text);
    next = part.next;
  }
  const innermost = axis === shape.length - 1;
  return { text: `[${parts.join(innermost ? ', ' : `,\n${' '.repeat(indent + depth + 1)}`)}]`, next };
}

/** A double as Python reads it back to the same bits, by NumPy's names where it is not finite. */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return 'np.nan';
  if (!Number.isFinite(value)) return value > 0 ? 'np.inf' : '-np.inf';
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}
