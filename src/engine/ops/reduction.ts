/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the plan */
import { inputData } from '../elementwise';
import { ShapeError } from '../errors';
import type { Attributes } from '../graph';
import type { Call, Op } from '../op';
import { broadcastOffsets, formatShape, type Shape } from '../shape';

interface ReductionDeclaration extends Pick<Op, 'name' | 'title' | 'glyph' | 'doc' | 'formula'> {
  /** What each sum is divided by, given how many summands it has. */
  readonly divisor: (count: number) => number;
  /** The local derivative in TeX, with a space behind it where needed. */
  readonly local: string;
}

/**
 * A sum, divided by something, over the whole tensor or over one axis (`axis`, from 0, or from −1 backwards), which is dropped
 * unless `keepDims` is true. The plan holds, for each input cell, the output cell that it falls into.
 */
export function reduction({ divisor, local, ...rest }: ReductionDeclaration): Op {
  const divisorOf = (call: Call): number => divisor(inputData(call, 0).length / call.output.data.length);
  return {
    ...rest,
    ports: ['x'],
    variadic: false,
    elementwise: false,
    attributes: [
      { name: 'axis', doc: 'the axis to sum over; all of them if absent', check: checkAxis },
      { name: 'keepDims', doc: 'whether the axis stays, with length 1', check: checkFlag },
    ],
    shape: ([x = []], attributes) => {
      const kept = keptShape(x, attributes);
      if (attributes.keepDims === true) return kept;
      return typeof attributes.axis === 'number' ? kept.filter((_, axis) => axis !== axisOf(x, attributes)) : [];
    },
    plan: ([x = []], _output, attributes) => broadcastOffsets(keptShape(x, attributes), x),
    forward: (call) => {
      const x = inputData(call, 0);
      const out = call.output.data;
      const target = call.plan;
      out.fill(0);
      for (let i = 0; i < x.length; i++) out[target[i]!]! += x[i]!;
      // Divided rather than multiplied by 1/n: the mean of 49 ones is 1.
      const n = divisorOf(call);
      if (n !== 1) for (let i = 0; i < out.length; i++) out[i]! /= n;
    },
    backward: (call, _port, upstream, into) => {
      const target = call.plan;
      const n = divisorOf(call);
      for (let i = 0; i < into.length; i++) into[i]! += upstream[target[i]!]! / n;
    },
    derivative: ({ upstream }) => `${local}${upstream}`,
    work: (call, cell) => {
      const x = inputData(call, 0);
      const terms = Array.from(x.keys()).filter((i) => call.plan[i] === cell);
      const sum = terms.flatMap((i, k) => [...(k > 0 ? [' + '] : []), { port: 0, cell: i, value: x[i]! }]);
      return divisorOf(call) === 1 ? sum : ['(', ...sum, `) ÷ ${terms.length}`];
    },
    partials: (call, _port, cell) => [{ output: call.plan[cell]!, local: 1 / divisorOf(call) }],
    code: {
      forward: ({ inputs: [x = ''], attributes }) => `np.${rest.name}(${[x, ...argumentsIn(attributes)].join(', ')})`,
      backward: ({ inputs: [x = ''], attributes, upstream }) => {
        const { axis, keepDims } = attributes;
        const dropped = typeof axis === 'number' && keepDims !== true;
        const spread = dropped ? `np.expand_dims(${upstream}, ${axis})` : upstream;
        const count = typeof axis === 'number' ? `${x}.shape[${axis}]` : `${x}.size`;
        return `np.broadcast_to(${spread}${divisor(2) === 1 ? '' : ` / ${count}`}, ${x}.shape)`;
      },
      torch: ({ inputs: [x = ''], shapes: [shape = []], attributes: { axis, keepDims } }) => {
        if (typeof axis === 'number') return `${x}.${rest.name}(dim=${axis}${keepDims === true ? ', keepdim=True' : ''})`;
        return `${x}.${rest.name}()${keepDims === true ? `.reshape(${shape.map(() => '1').join(', ') || '()'})` : ''}`;
      },
    },
  };
}

function axisOf(shape: Shape, { axis }: Attributes): number {
  const given = typeof axis === 'number' ? axis : 0;
  return given < 0 ? given + shape.length : given;
}

/** The attributes as NumPy's arguments. */
function argumentsIn({ axis, keepDims }: Attributes): string[] {
  return [...(typeof axis === 'number' ? [`axis=${axis}`] : []), ...(keepDims === true ? ['keepdims=True'] : [])];
}

/** The input's shape with a 1 in place of each axis that is summed over. */
function keptShape(shape: Shape, attributes: Attributes): Shape {
  if (typeof attributes.axis !== 'number') return shape.map(() => 1);
  const chosen = axisOf(shape, attributes);
  if (chosen < 0 || chosen >= shape.length) {
    const range = shape.length === 0 ? 'a scalar has none' : `its axes are 0 to ${shape.length - 1}`;
    throw new ShapeError(`x is ${formatShape(shape)}, which has no axis ${attributes.axis}; ${range}`);
  }
  return shape.map((length, axis) => (axis === chosen ? 1 : length));
}

function checkAxis(value: Attributes[string]): string | undefined {
  return value === null || Number.isInteger(value) ? undefined : 'must be a whole number';
}

function checkFlag(value: Attributes[string]): string | undefined {
  return typeof value === 'boolean' ? undefined : 'must be true or false';
}
