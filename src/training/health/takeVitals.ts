/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it, and an op that saturates reads one node */
import { isLeaf, norm, type Graph, type Operation, type Program } from '../../engine';
import { depthsOf } from './depths';
import type { ParameterVitals, Vitals } from './vitals';

/** Beyond this, the slope of a sigmoid is less than 0.018, and that of a tanh less than 0.0014. */
const SATURATED_BEYOND = 4;

/** Reads the vitals of any graph off its program. Finds out once which nodes there are to look at. */
export class VitalsTaker {
  readonly #parameters: readonly { readonly id: string; readonly depth: number }[];
  readonly #squashing: readonly { readonly id: string; readonly input: string }[];
  readonly #relus: readonly string[];

  constructor(graph: Graph) {
    const depths = depthsOf(graph);
    this.#parameters = graph.nodes
      .filter((node) => isLeaf(node) && node.role === 'parameter')
      .map(({ id }) => ({ id, depth: depths.get(id) ?? 0 }))
      .filter(({ depth }) => depth > 0)
      .sort((one, other) => other.depth - one.depth);
    const operations = graph.nodes.filter((node): node is Operation => !isLeaf(node));
    this.#squashing = operations.filter(({ op }) => op === 'sigmoid' || op === 'tanh').map(({ id, inputs }) => ({ id, input: inputs[0]! }));
    this.#relus = operations.filter(({ op }) => op === 'relu').map(({ id }) => id);
  }

  /**
   * The vitals at SGD step `step`. To be called after the step's backward pass, before or after its update: only the
   * norms of the parameters' values differ. Allocates its result and nothing else.
   */
  take(program: Program, step: number): Vitals {
    return {
      step,
      parameters: this.#parameters.map(({ id, depth }): ParameterVitals => {
        const value = program.view(id).data;
        return { id, gradient: norm(program.gradientView(id).data), value: norm(value), cells: value.length, depth };
      }),
      saturated: this.#squashing.map(({ id, input }) => ({ id, share: shareBeyond(program.view(input).data, SATURATED_BEYOND) })),
      dead: this.#relus.map((id) => {
        const { shape, data } = program.view(id);
        const columns = shape.at(-1) ?? 1;
        const units = deadColumns(data, columns);
        return { id, share: columns === 0 ? 0 : units.length / columns, units };
      }),
    };
  }
}

function shareBeyond(data: Float64Array, bound: number): number {
  let beyond = 0;
  for (let i = 0; i < data.length; i++) if (Math.abs(data[i]!) > bound) beyond++;
  return data.length === 0 ? 0 : beyond / data.length;
}

/** The columns of a row-major table that are 0 in every row. */
function deadColumns(data: Float64Array, columns: number): number[] {
  const dead: number[] = [];
  for (let column = 0; column < columns; column++) {
    let cell = column;
    while (cell < data.length && data[cell] === 0) cell += columns;
    if (cell >= data.length) dead.push(column);
  }
  return dead;
}
