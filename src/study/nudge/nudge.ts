import type { Shape } from '../../engine';

/** What became of one node after a cell was moved. */
export interface NodeChange {
  readonly node: string;
  readonly shape: Shape;
  /** With its sign for a node of one cell; otherwise the norm ‖after − before‖₂. */
  readonly change: number;
  /** The number before and after, for a node of one cell. */
  readonly numbers: readonly [before: number, after: number] | undefined;
  /** How many of its cells are not the same double any more. */
  readonly changed: number;
}

/** A slope that was measured, and how far it is from the gradient by backpropagation. */
export interface MeasuredSlope {
  readonly value: number;
  /** |value − gradient| / |gradient|, or |value − gradient| where the gradient is 0; NaN if either is not finite. */
  readonly error: number;
}

/** A node whose slope jumps between two places that a difference compares. */
export interface Kink {
  readonly node: string;
  /** Its first cell that bends, as an offset. */
  readonly cell: number;
  /** How many of its cells bend. */
  readonly cells: number;
  /** What decides on which side of the kink it is (the input; for a maximum a − b), here and at the other place. */
  readonly here: number;
  readonly there: number;
  /** Whether the other place is x + ε (ahead), or x − ε, which the central slope alone looks at. */
  readonly ahead: boolean;
}

/** Why a value does not exist at one of the places. */
export interface Lost {
  readonly place: 'x' | 'x + ε' | 'x − ε';
  /** The first node that has no finite value there, and the number that it has instead; NaN if its op refuses to compute one. */
  readonly node: string;
  readonly number: number;
  /** What the op says if it refuses. */
  readonly refusal?: string;
}

/** One cell moved by ε, and all that follows from it. */
export interface Nudge {
  readonly node: string;
  readonly cell: number;
  /** With its sign. */
  readonly epsilon: number;
  /** The cell before, and after: the double nearest to x + ε. */
  readonly x: readonly [before: number, after: number];
  /** The output (the sum of its cells) at x, at x + ε and at x − ε; NaN where there is none. */
  readonly output: { readonly here: number; readonly ahead: number; readonly behind: number };
  /** The moved node and every node behind it, in the order of computation. */
  readonly changes: readonly NodeChange[];
  /** (f(x + ε) − f(x)) / ε */
  readonly forward: MeasuredSlope;
  /** (f(x + ε) − f(x − ε)) / 2ε */
  readonly central: MeasuredSlope;
  /** By backpropagation. */
  readonly gradient: number;
  /** Whether the output depends on the node at all. */
  readonly reaches: boolean;
  readonly kinks: readonly Kink[];
  readonly lost: Lost | undefined;
}

/** How far a slope is from the gradient: relative to it or, where it is 0, in itself. NaN if either is not finite. */
export function slopeError(slope: number, gradient: number): number {
  const apart = Math.abs(slope - gradient);
  return gradient === 0 ? apart : apart / Math.abs(gradient);
}
