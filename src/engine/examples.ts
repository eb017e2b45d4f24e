import { GraphError } from './errors';
import { isLeaf, type Graph } from './graph';
import { compile, type Program } from './program';
import { formatShape, sizeOf } from './shape';
import type { Tensor } from './tensor';

/** The examples that a graph learns from: for some of its data leaves a table, one row an example. */
export class Examples {
  /** How many examples there are. */
  readonly count: number;
  readonly #graph: Graph;
  readonly #tables: readonly (readonly [id: string, table: Float64Array])[];

  /** @throws GraphError if there is no table, if tables differ in length, or if one is for no data leaf */
  constructor(graph: Graph, data: Readonly<Record<string, Tensor>>) {
    const tables = Object.entries(data);
    const [first] = tables;
    if (first === undefined) throw new GraphError('There is no data to train on');
    this.count = rowsOf(first[1]);
    this.#graph = graph;
    for (const [id, table] of tables) {
      if (table.data.length !== sizeOf(table.shape) || rowsOf(table) === 0) {
        throw new GraphError(
          `The table for "${id}" says ${formatShape(table.shape)} but holds ${table.data.length} numbers; it needs at least one row, and all of them whole`,
          id,
        );
      }
      if (rowsOf(table) !== this.count) {
        throw new GraphError(
          `"${first[0]}" has ${this.count} examples but "${id}" has ${rowsOf(table)}; there must be as many`,
          id,
        );
      }
      const node = graph.nodes.find((candidate) => candidate.id === id);
      if (node === undefined || !isLeaf(node) || node.role !== 'data') {
        throw new GraphError(`There are examples for "${id}", which is not a data leaf of the graph`, id);
      }
    }
    this.#tables = tables.map(([id, table]) => [id, table.data.slice()]);
  }

  /** The graph, compiled for batches of this size. @throws GraphError if the size is out of range or rows do not fit */
  compileFor(batchSize: number): Program {
    if (!(Number.isInteger(batchSize) && batchSize >= 1 && batchSize <= this.count)) {
      throw new GraphError(`The batch size is ${batchSize}; it must be a whole number from 1 to ${this.count}`);
    }
    const tables = new Map(this.#tables);
    const nodes = this.#graph.nodes.map((node) => {
      const table = tables.get(node.id);
      if (table === undefined || !isLeaf(node)) return node;
      const width = table.length / this.count;
      const rowShape = node.shape?.slice(1) ?? [width];
      if (sizeOf(rowShape) !== width) {
        throw new GraphError(`"${node.id}" takes rows of ${sizeOf(rowShape)} numbers but its table has rows of ${width}`, node.id);
      }
      return { id: node.id, role: node.role, shape: [batchSize, ...rowShape] };
    });
    const program = compile({ ...this.#graph, nodes }, { gradients: 'parameters' });
    const { shape } = program.view(this.#graph.output);
    if (sizeOf(shape) !== 1) {
      throw new GraphError(`The output "${this.#graph.output}" is ${formatShape(shape)}; a loss is a single number`);
    }
    return program;
  }

  /** Feeds a program that was compiled for as many rows. Allocates nothing. */
  feed(program: Program, rows: Int32Array): void {
    for (const [id, table] of this.#tables) program.feedRows(id, table, rows);
  }
}

function rowsOf({ shape }: Tensor): number {
  return shape[0] ?? 0;
}
