import type { Attributes, Shape, Tensor } from '../../src/engine';

/** A value looked up by its index along every axis. */
type Lookup = (index: readonly number[]) => number;

/** Every index of a shape, the last axis fastest. */
function indices(shape: Shape): number[][] {
  return shape.reduce<number[][]>(
    (heads, length) => heads.flatMap((head) => Array.from({ length }, (_, i) => [...head, i])),
    [[]],
  );
}

/** Broadcasting by its definition: align from the right, and read index 0 where an axis has length 1. */
function lookup({ shape, data }: Tensor): Lookup {
  return (index) => {
    const own = index.slice(index.length - shape.length);
    const offset = shape.reduce((sum, length, axis) => sum * length + (length === 1 ? 0 : (own[axis] ?? NaN)), 0);
    return data[offset] ?? NaN;
  };
}

/** The common shape, by its definition. */
function commonShape(shapes: readonly Shape[]): number[] {
  const rank = Math.max(...shapes.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, axis) => Math.max(...shapes.map((shape) => shape[axis - rank + shape.length] ?? 1)));
}

function build(shape: Shape, value: Lookup): Tensor {
  return { shape, data: Float64Array.from(indices(shape), value) };
}

type CellFunction = (...xs: number[]) => number;

const CELLWISE: Readonly<Record<string, CellFunction>> = {
  add: (...xs) => xs.reduce((sum, x) => sum + x, 0),
  mul: (...xs) => xs.reduce((product, x) => product * x, 1),
  sub: (a = 0, b = 0) => a - b,
  div: (a = 0, b = 0) => a / b,
  neg: (x = 0) => 0 - x,
  pow: (a = 0, b = 0) => a ** b,
  exp: (x = 0) => Math.E ** x,
  log: (x = 0) => Math.log2(x) * Math.LN2,
  sqrt: (x = 0) => x ** 0.5,
  sin: (x = 0) => Math.cos(x - Math.PI / 2),
  cos: (x = 0) => Math.sin(x + Math.PI / 2),
  tanh: (x = 0) => (Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1),
  sigmoid: (x = 0) => (1 + Math.tanh(x / 2)) / 2,
  relu: (x = 0) => (x + Math.abs(x)) / 2,
  abs: (x = 0) => Math.hypot(x),
  max: (a = 0, b = 0) => (a + b + Math.abs(a - b)) / 2,
};

function product(a: Tensor, b: Tensor): Tensor {
  const inner = b.shape[0] ?? 1;
  const left = lookup(a);
  const right = lookup(b);
  const aRows = a.shape.length - 1;
  return build([...a.shape.slice(0, -1), ...b.shape.slice(1)], (index) => {
    let sum = 0;
    for (let c = 0; c < inner; c++) sum += left([...index.slice(0, aRows), c]) * right([c, ...index.slice(aRows)]);
    return sum;
  });
}

function reduce(x: Tensor, attributes: Attributes, divide: boolean): Tensor {
  const { axis, keepDims } = attributes;
  const along = x.shape.map((_, i) => typeof axis !== 'number' || i === (axis < 0 ? axis + x.shape.length : axis));
  const kept = x.shape.map((length, i) => (along[i] === true ? 1 : length));
  const summed = build(kept, (target) => {
    const terms = indices(x.shape).filter((index) => index.every((i, a) => along[a] === true || i === target[a]));
    const sum = terms.reduce((total, index) => total + lookup(x)(index), 0);
    return divide ? sum / terms.length : sum;
  });
  return keepDims === true ? summed : { shape: kept.filter((_, i) => along[i] !== true), data: summed.data };
}

function crossEntropy(logits: Tensor, target: Tensor): Tensor {
  const [rows = 0, columns = 0] = logits.shape;
  const z = lookup(logits);
  const oneHot = target.shape.length === 2 && target.shape[1] === columns;
  let loss = 0;
  for (let i = 0; i < rows; i++) {
    let total = 0;
    for (let j = 0; j < columns; j++) total += Math.exp(z([i, j]));
    for (let j = 0; j < columns; j++) {
      const weight = oneHot ? lookup(target)([i, j]) : target.data[i] === j ? 1 : 0;
      loss -= (weight * Math.log(Math.exp(z([i, j])) / total)) / rows;
    }
  }
  return { shape: [], data: Float64Array.of(loss) };
}

/**
 * What an op should give, written from its definition, in other words than the engine's and without regard to speed.
 * Meant for inputs of moderate size: it takes no care of overflow.
 */
export function referenceForward(op: string, inputs: readonly Tensor[], attributes: Attributes = {}): Tensor {
  const [first, second, third] = inputs;
  const cellwise = CELLWISE[op];
  if (cellwise !== undefined) {
    return build(commonShape(inputs.map(({ shape }) => shape)), (index) => cellwise(...inputs.map((input) => lookup(input)(index))));
  }
  if (first === undefined) throw new Error(`${op} of nothing`);
  if (op === 'sum' || op === 'mean') return reduce(first, attributes, op === 'mean');
  if (second === undefined) throw new Error(`${op} needs two inputs`);
  if (op === 'matmul') return product(first, second);
  if (op === 'softmaxCrossEntropy') return crossEntropy(first, second);
  if (op === 'mse') {
    const squares = Array.from(first.data, (y, i) => (y - (second.data[i] ?? NaN)) ** 2);
    return { shape: [], data: Float64Array.of(squares.reduce((sum, x) => sum + x, 0) / squares.length) };
  }
  if (op === 'linear' && third !== undefined) {
    const xw = product(first, second);
    return build(xw.shape, (index) => lookup(xw)(index) + (third.data[third.data.length === 1 ? 0 : (index.at(-1) ?? 0)] ?? NaN));
  }
  throw new Error(`no reference for ${op}`);
}
