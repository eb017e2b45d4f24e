/* eslint-disable @typescript-eslint/no-non-null-assertion -- ports and cells below are those of a compiled call */
import { ShapeError } from './errors';
import { portName, type Call, type Op, type Operand, type TexNames, type Working } from './op';
import { broadcastShapes, formatShape, type Shape } from './shape';

/** What an op has to say that works cell by cell; the rest is the same for all of them. */
export interface ElementwiseDeclaration
  extends Pick<
    Op,
    'name' | 'title' | 'glyph' | 'doc' | 'ports' | 'kinked' | 'forward' | 'backward' | 'formula' | 'slopeWork' | 'domain' | 'code'
  > {
  readonly variadic?: boolean;
  /** Doubles per output cell that `forward` leaves for `backward`. */
  readonly scratchPerCell?: number;
  /** The local derivative with respect to a port, in TeX, without the upstream factor; `1` for none. */
  readonly slope: (names: TexNames, port: number) => string;
  /** The calculation in words, its operands already in place. */
  readonly spell: (operands: Working) => Working;
}

/**
 * An op whose output cell i depends on input cells i alone. Its kernels see inputs of the output's shape:
 * broadcasting is done and undone by the program.
 */
export function elementwise(declaration: ElementwiseDeclaration): Op {
  const { scratchPerCell, slope, spell, variadic = false, ...rest } = declaration;
  const op: Op = {
    ...rest,
    variadic,
    elementwise: true,
    attributes: [],
    shape: (inputs) => inputs.reduce((joint, _next, port) => joinShapes({ ports: rest.ports, variadic }, inputs, joint, port)),
    ...(scratchPerCell === undefined
      ? {}
      : { scratch: (_inputs: readonly Shape[], output: Shape) => output.reduce((n, length) => n * length, scratchPerCell) }),
    derivative: (names, port) => {
      const local = slope(names, port);
      if (local === '1') return names.upstream;
      return local === '-1' ? `-${names.upstream}` : `${local} \\odot ${names.upstream}`;
    },
    work: (call, cell) => spell(call.inputs.map((_input, port) => inputOperand(call, port, cell))),
    partials: (call, port, cell) => [{ output: cell, local: localDerivative(op, call, port, cell) }],
  };
  return op;
}

/** The local derivative at one cell, by the op's own kernels on a single cell with an upstream of 1. */
function localDerivative(op: Op, call: Call, port: number, cell: number): number {
  const one: Call = {
    inputs: call.inputs.map((input) => ({ shape: [], data: input.data.slice(cell, cell + 1) })),
    output: { shape: [], data: new Float64Array(1) },
    attributes: call.attributes,
    plan: call.plan,
    scratch: new Float64Array(op.scratch?.([], []) ?? 0),
  };
  op.forward(one);
  const into = new Float64Array(1);
  op.backward(one, port, Float64Array.of(1), into);
  return into[0]!;
}

/** The joint shape of one more input. @throws ShapeError naming the two inputs that do not fit */
function joinShapes(op: Pick<Op, 'ports' | 'variadic'>, inputs: readonly Shape[], joint: Shape, port: number): Shape {
  const next = inputs[port]!;
  // Where the joint shape does not fit, some single input before is as long there, and not 1.
  const other = inputs.slice(0, port).findIndex((candidate) => !fits(candidate, next));
  if (other === -1) return broadcastShapes(joint, next);
  throw new ShapeError(
    `${portName(op, other)} is ${formatShape(inputs[other]!)} but ` +
      `${portName(op, port)} is ${formatShape(next)}; aligned from the right, axes must be equal or 1`,
  );
}

function fits(a: Shape, b: Shape): boolean {
  return a.every((m, axis) => {
    const n = b[axis - a.length + b.length] ?? 1;
    return m === n || m === 1 || n === 1;
  });
}

/** `f(x)`, spelled. */
export function spellCall(name: string): (operands: Working) => Working {
  return (operands) => [`${name}(`, ...interleave(operands, ', '), ')'];
}

/** `a + b + c`, spelled. */
export function spellInfix(sign: string): (operands: Working) => Working {
  return (operands) => interleave(operands, ` ${sign} `);
}

function interleave(operands: Working, separator: string): Working {
  return operands.flatMap((operand, index) => (index === 0 ? [operand] : [separator, operand]));
}

/** One cell of a port, as a number of a calculation. */
export function inputOperand(call: Call, port: number, cell: number): Operand {
  return { port, cell, value: inputData(call, port)[cell]! };
}

/** One cell of the output, as a number of a calculation. */
export function outputOperand(call: Call, cell: number): Operand {
  return { port: 'output', cell, value: call.output.data[cell]! };
}

/** The data of a port; kernels are only ever called with as many inputs as were checked at the door. */
export function inputData(call: Call, port: number): Float64Array {
  const input = call.inputs[port];
  if (input === undefined) throw new RangeError(`port ${port} of ${call.inputs.length}`);
  return input.data;
}
