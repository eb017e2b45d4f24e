import type { Attributes } from './graph';
import type { Shape } from './shape';
import type { Tensor } from './tensor';

/**
 * Everything that a kernel works on: one operation of a compiled graph. Made once; its buffers never move.
 * The inputs of an elementwise op have been stretched to the shape of the output.
 */
export interface Call {
  readonly inputs: readonly Tensor[];
  readonly output: Tensor;
  readonly attributes: Attributes;
  /** Whole numbers worked out once from the shapes (see `Op.plan`). */
  readonly plan: Int32Array;
  /** Room that `forward` may leave something in for `backward` (see `Op.scratch`). */
  readonly scratch: Float64Array;
}

/** The names, in TeX, of what an operation reads and is. */
export interface TexNames {
  readonly inputs: readonly string[];
  readonly output: string;
  /** The gradient that arrives from above, such as `\frac{\partial C}{\partial s}`. */
  readonly upstream: string;
}

/** One number in a calculation that is spelled out: which cell it is, of the node that a port reads or of the output itself. */
export interface Operand {
  readonly port: number | 'output';
  readonly cell: number;
  readonly value: number;
}

/** A calculation with its real numbers: signs and words as text, numbers as operands. */
export type Working = readonly (string | Operand)[];

/** Stands between a number and its reason in a working that states instead of calculating: `1 since 3 > 0`. */
export const SINCE = ' since ';

/** How one cell of the output changes with one cell of an input. */
export interface LocalDerivative {
  /** The output's cell, as an offset. */
  readonly output: number;
  readonly local: number;
}

/** An attribute that an op understands. */
export interface AttributeRule {
  readonly name: string;
  readonly doc: string;
  /** What is wrong with the value, as the end of a sentence, or undefined if nothing is. */
  readonly check: (value: Attributes[string]) => string | undefined;
}

/** What an expression in Python can speak of: names of NumPy arrays or of tensors of torch, and what is known of them beforehand. */
export interface CodeNames {
  readonly inputs: readonly string[];
  readonly output: string;
  /** The shapes of the inputs. */
  readonly shapes: readonly Shape[];
  readonly attributes: Attributes;
  /** Which inputs are constants, and finite; none of them if absent. */
  readonly constants?: readonly boolean[];
}

/** The same, with the name of the gradient that arrives from above. */
export interface GradientCodeNames extends CodeNames {
  readonly upstream: string;
}

/**
 * How an op is written in Python. Values are arrays of doubles, never bare Python floats, which raise where doubles have an
 * infinity. Shapes only decide which expression is right: they do not appear in it, so that it fits every node like this one.
 */
export interface OpCode {
  /** The value, in NumPy (1.20 and later): `X @ W + b`. */
  readonly forward: (names: CodeNames) => string;
  /**
   * What one port contributes to the gradient of its input, in NumPy. It has the shape of that input or, where the input was
   * stretched, of the output: undoing that is not the op's affair.
   */
  readonly backward: (names: GradientCodeNames, port: number) => string;
  /** The value, in torch, which finds the gradient itself. */
  readonly torch: (names: CodeNames) => string;
  /** Which ports may be stretched, if the op does not work cell by cell anyway. */
  readonly stretched?: readonly number[];
  /** Functions of its own that the NumPy expressions call, as Python source, by name. They may call each other. */
  readonly functions?: Readonly<Record<string, string>>;
}

/** One operation, declared once. Everything that knows an op reads this. */
export interface Op {
  readonly name: string;
  /** The name in a sentence and under a node: `Linear`. */
  readonly title: string;
  /** The sign in a small circle: `×`. */
  readonly glyph: string;
  /** One line for the palette. */
  readonly doc: string;
  /** The names of the ports; for a variadic op, of its first ports. */
  readonly ports: readonly string[];
  /** Whether it takes any number of inputs, from one up. */
  readonly variadic: boolean;
  /** Whether output cell i depends on input cells i alone, so that inputs are stretched to the output's shape. */
  readonly elementwise: boolean;
  /** Whether the slope jumps somewhere: a difference across the jump is neither of its two slopes. */
  readonly kinked?: true;
  readonly attributes: readonly AttributeRule[];
  /**
   * The shape of the result.
   * @throws ShapeError with both shapes and the likely cause, without the name of the node
   */
  readonly shape: (inputs: readonly Shape[], attributes: Attributes) => Shape;
  /** Whole numbers that the kernels need again and again, such as the lengths of a product. */
  readonly plan?: (inputs: readonly Shape[], output: Shape, attributes: Attributes) => Int32Array;
  /** How many doubles `forward` leaves for `backward`. */
  readonly scratch?: (inputs: readonly Shape[], output: Shape) => number;
  /** Writes the output. Allocates nothing. @throws RangeError for a value that has no meaning, such as class 7 of 3 */
  readonly forward: (call: Call) => void;
  /**
   * Adds the gradient of one port, given the gradient of the output, to `into`. Allocates nothing, and adds
   * to each cell exactly once, so that adding into zeros first and summing afterwards gives the same bits.
   */
  readonly backward: (call: Call, port: number, upstream: Float64Array, into: Float64Array) => void;
  /** The right-hand side of `output = …` in TeX. */
  readonly formula: (names: TexNames) => string;
  /** The right-hand side of `∂C/∂input = …` in TeX. */
  readonly derivative: (names: TexNames, port: number) => string;
  /** How one output cell was computed, with its real numbers. */
  readonly work: (call: Call, cell: number) => Working;
  /**
   * How the local derivative with respect to cell `cell` of a port comes about, with its real numbers:
   * `0.73 × (1 − 0.73)`, or `1 since 3 > 0` (see `SINCE`). Left out, or undefined, where it is a given number.
   */
  readonly slopeWork?: (call: Call, port: number, cell: number) => Working | undefined;
  /**
   * Why there is no finite value for these inputs, one number a port, as the second half of a sentence: `a division
   * by 0 has no value`. Undefined where there is one, or where it is only too large for a double.
   */
  readonly domain?: (inputs: readonly number[]) => string | undefined;
  /** The output cells that one input cell reaches, each with its local derivative. */
  readonly partials: (call: Call, port: number, cell: number) => readonly LocalDerivative[];
  /** The same op in Python. */
  readonly code: OpCode;
}

/** The name of a port; the ports of a variadic op are numbered past their first names. */
export function portName(op: Pick<Op, 'ports' | 'variadic'>, port: number): string {
  return op.variadic ? `x${port + 1}` : (op.ports[port] ?? `#${port + 1}`);
}
