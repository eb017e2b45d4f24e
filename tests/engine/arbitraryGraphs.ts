import * as fc from 'fast-check';
import { findOp, sameShape, type Attributes, type Graph, type GraphNode, type Role, type Shape } from '../../src/engine';

const SMOOTH = ['add', 'sub', 'mul', 'neg', 'sin', 'cos', 'tanh', 'sigmoid', 'matmul', 'linear', 'sum', 'mean', 'mse', 'softmaxCrossEntropy'];
const OTHERS = ['div', 'pow', 'exp', 'log', 'sqrt', 'relu', 'abs', 'max'];
const SHAPES: readonly Shape[] = [[], [3], [2, 3], [3, 2], [3, 3], [1, 3], [3, 1], [1]];

/** What a random graph is made from: numbers that are interpreted one after another, so that fast-check can shrink them. */
interface Recipe {
  readonly leaves: readonly { readonly shape: number; readonly role: Role; readonly seed: number }[];
  readonly operations: readonly { readonly op: number; readonly inputs: readonly number[]; readonly axis: number }[];
}

const recipe: fc.Arbitrary<Recipe> = fc.record({
  leaves: fc.array(
    fc.record({ shape: fc.nat(99), role: fc.constantFrom<Role>('parameter', 'parameter', 'data', 'constant'), seed: fc.nat(999) }),
    { minLength: 2, maxLength: 5 },
  ),
  operations: fc.array(fc.record({ op: fc.nat(99), inputs: fc.array(fc.nat(99), { minLength: 3, maxLength: 3 }), axis: fc.integer({ min: -2, max: 1 }) }), {
    minLength: 1,
    maxLength: 12,
  }),
});

/**
 * Random graphs: inputs are shared, broadcast, read twice by one node, and some operations lead nowhere. The output
 * is a single number, the sum of everything that the last operation computes.
 */
export function arbitraryGraph(kind: 'smooth' | 'any'): fc.Arbitrary<Graph> {
  const names = kind === 'smooth' ? SMOOTH : [...SMOOTH, ...OTHERS];
  return recipe.map((made) => build(made, names));
}

function build({ leaves, operations }: Recipe, names: readonly string[]): Graph {
  const nodes: GraphNode[] = [];
  const shapes = new Map<string, Shape>();
  leaves.forEach(({ shape: index, role, seed }, place) => {
    const shape = pick(SHAPES, index);
    nodes.push({ id: `x${place}`, role, shape, value: values(shape, seed) });
    shapes.set(`x${place}`, shape);
  });
  operations.forEach(({ op: index, inputs: wanted, axis }, place) => {
    const op = findOp(pick(names, index));
    if (op === undefined) throw new Error('no such op');
    const known = [...shapes.keys()];
    const inputs = wanted.slice(0, op.variadic ? 1 + (axis + 2) % 3 : op.ports.length).map((input) => pick(known, input));
    const attributes: Attributes = op.attributes.length > 0 && axis !== 1 ? { axis, keepDims: axis === 0 } : {};
    const read = inputs.map((input) => shapes.get(input) ?? []);
    const shape = shapeOrNothing(() => op.shape(read, attributes));
    // What does not fit together is left out, and so are class indices: random numbers are none.
    if (shape === undefined || (op.name === 'softmaxCrossEntropy' && !sameShape(read[0] ?? [], read[1] ?? []))) return;
    nodes.push({ id: `f${place}`, op: op.name, inputs, attributes });
    shapes.set(`f${place}`, shape);
  });
  const last = nodes.at(-1)?.id ?? 'x0';
  nodes.push({ id: 'total', op: 'sum', inputs: [last] });
  return { nodes, output: 'total' };
}

function shapeOrNothing(shape: () => Shape): Shape | undefined {
  try {
    return shape();
  } catch {
    return undefined;
  }
}

function pick<T>(list: readonly T[], index: number): T {
  const chosen = list[index % list.length];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

/** Numbers between −1.2 and 1.2, none of them 0, as nested lists. */
function values(shape: Shape, seed: number): number | number[] | number[][] {
  const at = (i: number): number => Math.round(1200 * Math.sin(seed + 1 + 2.7 * i)) / 1000 + 0.0005;
  const [rows, columns] = shape;
  if (rows === undefined) return at(0);
  if (columns === undefined) return Array.from({ length: rows }, (_, i) => at(i));
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_unused, j) => at(i * columns + j)));
}
