import * as fc from 'fast-check';
import { sizeOf, type Attributes, type Graph, type Op, type Shape, type Tensor } from '../../src/engine';

/** One op with inputs that it accepts, away from kinks and poles. */
export interface OpCase {
  readonly op: Op;
  readonly inputs: readonly Tensor[];
  readonly attributes: Attributes;
}

type Numbers = fc.Arbitrary<number>;

/** Numbers that keep every function smooth within 0.01 and of moderate size. */
const number = (min: number, max: number): Numbers => fc.integer({ min: Math.round(min * 100), max: Math.round(max * 100) }).map((n) => n / 100);
const signed = number(-2, 2);
const positive = number(0.3, 2.5);
const apart = signed.map((x) => (Math.abs(x) < 0.05 ? x + 0.3 : x));

const tensorOf = (shape: Shape, numbers: Numbers): fc.Arbitrary<Tensor> =>
  fc.array(numbers, { minLength: sizeOf(shape), maxLength: sizeOf(shape) }).map((cells) => ({ shape, data: Float64Array.from(cells) }));

const length = fc.integer({ min: 1, max: 6 });
const anyShape = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 });

/** Shapes that broadcast together: parts of one shape, leading axes dropped and some lengths turned to 1. */
function shapesTogether(count: number): fc.Arbitrary<Shape[]> {
  const cut = (shape: Shape): fc.Arbitrary<Shape> =>
    fc.tuple(fc.nat(shape.length), fc.array(fc.boolean(), { minLength: shape.length, maxLength: shape.length })).map(([drop, ones]) =>
      shape.map((n, axis) => (ones[axis] === true ? 1 : n)).slice(drop),
    );
  return anyShape.chain((shape) => fc.tuple(...Array.from({ length: count }, () => fc.oneof(fc.constant(shape), cut(shape)))));
}

function cellwise(op: Op): fc.Arbitrary<OpCase> {
  const numbers: Record<string, readonly Numbers[]> = { log: [positive], sqrt: [positive], div: [signed, positive], pow: [positive, signed], relu: [apart], abs: [apart] };
  const count = op.variadic ? fc.integer({ min: 1, max: 4 }) : fc.constant(op.ports.length);
  return count.chain(shapesTogether).chain((shapes) =>
    fc
      .tuple(...shapes.map((shape, port) => tensorOf(shape, numbers[op.name]?.[port] ?? signed)))
      .map((inputs) => ({ op, inputs: op.name === 'max' ? inputs.map(separated) : inputs, attributes: {} })),
  );
}

/** No two inputs of a maximum come nearer than 0.05: one keeps to hundredths ending in 0, the other is shifted by half a tenth. */
function separated({ shape, data }: Tensor, port: number): Tensor {
  return { shape, data: data.map((x) => Math.round(x * 10) / 10 + port * 0.05) };
}

function shapesOf(op: Op): fc.Arbitrary<{ readonly shapes: readonly Shape[]; readonly attributes: Attributes }> {
  const plain = (shapes: fc.Arbitrary<readonly Shape[]>) => shapes.map((list) => ({ shapes: list, attributes: {} }));
  const product = fc.tuple(length, length, length);
  switch (op.name) {
    case 'matmul':
      return plain(fc.tuple(product, fc.boolean(), fc.boolean()).map(([[m, k, n], row, column]) => [row ? [k] : [m, k], column ? [k] : [k, n]]));
    case 'linear':
      return plain(
        fc.tuple(product, fc.boolean(), fc.nat(3)).map(([[m, k, n], row, bias]) => {
          const biases: readonly Shape[] = [[n], [1, n], [1], []];
          return [row ? [k] : [m, k], [k, n], biases[bias] ?? []];
        }),
      );
    case 'mse':
      return plain(fc.tuple(anyShape, fc.boolean()).map(([shape, column]) => [shape, column ? [...shape, 1] : shape]));
    case 'softmaxCrossEntropy':
      return plain(fc.tuple(length, length).map(([m, n]) => [[m, n], [m, n]]));
    default:
      return anyShape.chain((shape) =>
        fc
          .record(
            { axis: shape.length === 0 ? fc.constant(null) : fc.oneof(fc.constant(null), fc.integer({ min: -shape.length, max: shape.length - 1 })), keepDims: fc.boolean() },
            { requiredKeys: [] },
          )
          .map((attributes) => ({ shapes: [shape], attributes: { ...attributes } })),
      );
  }
}

/** Cases of one op. */
export function casesOf(op: Op): fc.Arbitrary<OpCase> {
  if (op.elementwise) return cellwise(op);
  return shapesOf(op).chain(({ shapes, attributes }) =>
    fc.tuple(...shapes.map((shape) => tensorOf(shape, signed))).map((inputs) => ({ op, inputs, attributes })),
  );
}

/** A case as a graph of parameters `x0`, `x1`, … and the op `f`, of which `weighted` makes a single number. */
export function graphOf({ op, inputs, attributes }: OpCase, weights?: Tensor): Graph {
  const ids = inputs.map((_, port) => `x${port}`);
  const leaves = inputs.map(({ shape }, port) => ({ id: `x${port}`, role: 'parameter' as const, shape }));
  const f = { id: 'f', op: op.name, inputs: ids, attributes };
  if (weights === undefined) return { nodes: [...leaves, f], output: 'f' };
  return {
    nodes: [
      ...leaves,
      f,
      { id: 'weights', role: 'constant', shape: weights.shape },
      { id: 'weighted', op: 'mul', inputs: ['f', 'weights'] },
      { id: 'total', op: 'sum', inputs: ['weighted'] },
    ],
    output: 'total',
  };
}
