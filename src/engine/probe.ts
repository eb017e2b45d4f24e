/* eslint-disable @typescript-eslint/no-non-null-assertion -- a scalar has one cell */
import type { ForwardCall } from './calls';
import { carefulDifference, differenceSize } from './difference';
import { GraphError } from './errors';
import { isLeaf, type Graph } from './graph';
import type { Program } from './program';
import { dependentsOf, leadingTo } from './reach';
import { compileScalars } from './scalars';

/** From which number to which. */
export type Range = readonly [from: number, to: number];

/** The two ranges of a grid. */
export interface GridRanges {
  readonly x: Range;
  readonly y: Range;
}

/**
 * The output of a graph of single numbers as a function of its leaves: f(x, y, …). It has a program of its own. What
 * looks at other places (`along`, `grid`, `slope`) leaves the leaves as they were. Once a leaf has been looked along,
 * nothing allocates any more.
 */
export class Probe {
  readonly #program: Program;
  readonly #output: Float64Array;
  readonly #leaves = new Map<string, Float64Array>();
  readonly #unset = new Set<string>();
  /** For each leaf that was looked along, the operations that depend on it, in order. */
  readonly #readers = new Map<string, readonly ForwardCall[]>();
  /** The values that the output is computed from, and its own. */
  readonly #onTheWay: readonly Float64Array[];
  readonly #evaluate = (): number => this.evaluate();
  readonly #magnitude = (): number => this.magnitude();

  /** @throws GraphError if the graph is faulty, or if some node is not a single number */
  constructor(graph: Graph) {
    this.#program = compileScalars(graph);
    this.#output = this.#program.view(graph.output).data;
    const leading = leadingTo(graph, graph.output);
    this.#onTheWay = this.#program.forwardCalls.flatMap(({ node, call }) => (leading.has(node.id) ? [call.output.data] : []));
    for (const node of graph.nodes) {
      if (!isLeaf(node)) continue;
      this.#leaves.set(node.id, this.#program.view(node.id).data);
      if (node.value === undefined) this.#unset.add(node.id);
    }
  }

  /** Gives a leaf its value. @throws GraphError if there is no such leaf */
  set(id: string, value: number): void {
    this.#leaf(id)[0] = value;
    if (this.#unset.size > 0 && this.#unset.delete(id)) this.#program.feed(id, value);
  }

  /** The value of a leaf. @throws GraphError if there is no such leaf */
  get(id: string): number {
    return this.#leaf(id)[0]!;
  }

  /** The output at the present leaves. @throws GraphError naming a leaf that has no value yet */
  evaluate(): number {
    this.#program.forward();
    return this.#output[0]!;
  }

  /**
   * The output along one leaf: `into[i]` is its value where the leaf is number i of `into.length` evenly spaced numbers,
   * the first of them `from` and the last of them `to`.
   */
  along(id: string, from: number, to: number, into: Float64Array): void {
    const leaf = this.#leaf(id);
    const readers = this.#readersOf(id);
    const before = leaf[0]!;
    this.#program.forward();
    for (let i = 0; i < into.length; i++) {
      place(leaf, from, to, i, into.length);
      for (const call of readers) call.run();
      into[i] = this.#output[0]!;
    }
    leaf[0] = before;
  }

  /**
   * The output over two leaves: `into[row * columns + column]`, where the columns go evenly from the one end of `ranges.x`
   * to the other, and the rows so from the one end of `ranges.y` to the other.
   */
  grid(idX: string, idY: string, ranges: GridRanges, columns: number, rows: number, into: Float64Array): void {
    const [x, y] = [this.#leaf(idX), this.#leaf(idY)];
    const [readersOfX, readersOfY] = [this.#readersOf(idX), this.#readersOf(idY)];
    const [xBefore, yBefore] = [x[0]!, y[0]!];
    this.#program.forward();
    for (let row = 0; row < rows; row++) {
      place(y, ranges.y[0], ranges.y[1], row, rows);
      for (const call of readersOfY) call.run();
      for (let column = 0; column < columns; column++) {
        place(x, ranges.x[0], ranges.x[1], column, columns);
        for (const call of readersOfX) call.run();
        into[row * columns + column] = this.#output[0]!;
      }
    }
    x[0] = xBefore;
    y[0] = yBefore;
  }

  /** ∂f/∂leaf by a central difference of the size `differenceSize`. */
  slope(id: string): number {
    return carefulDifference(this.#evaluate, this.#magnitude, this.#leaf(id), 0);
  }

  /** The size of the central difference by a leaf where the leaves are: its own, or what is large enough to be seen. */
  differenceSize(id: string): number {
    return differenceSize(this.#evaluate, this.#magnitude, this.#leaf(id), 0);
  }

  /** ∂f/∂leaf by backpropagation; 0 for a constant. */
  gradient(id: string): number {
    this.#leaf(id);
    this.#program.forward();
    this.#program.backward();
    return this.#program.gradientView(id).data[0]!;
  }

  /** The largest magnitude among all values that the last evaluation computed on its way: what its rounding errors are measured by. */
  magnitude(): number {
    let largest = 0;
    for (const value of this.#onTheWay) largest = Math.max(largest, Math.abs(value[0]!));
    return largest;
  }

  #leaf(id: string): Float64Array {
    const leaf = this.#leaves.get(id);
    if (leaf === undefined) throw new GraphError(`"${id}" is not a leaf of the graph; only leaves can be set`, id);
    return leaf;
  }

  #readersOf(id: string): readonly ForwardCall[] {
    const known = this.#readers.get(id);
    if (known !== undefined) return known;
    const dependents = dependentsOf(this.#program.graph, [id]);
    const readers = this.#program.forwardCalls.filter(({ node }) => dependents.has(node.id));
    this.#readers.set(id, readers);
    return readers;
  }
}

/** Sets a leaf to number `i` of `count` evenly spaced numbers; exact at both ends, and without overflow between them. */
function place(leaf: Float64Array, from: number, to: number, i: number, count: number): void {
  const t = count === 1 ? 0 : i / (count - 1);
  leaf[0] = from * (1 - t) + to * t;
}
