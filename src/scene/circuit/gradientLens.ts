import { centralDifference } from '../../engine/difference';
import type { Graph, Operation } from '../../engine/graph';
import { compile, type Program } from '../../engine/program';

/** What a central difference meets on its way around a place. */
export interface Surroundings {
  /** The operations whose kink lies within its steps. */
  readonly kinks: readonly Kink[];
  /** The first operation without a finite value somewhere within its steps, and the input there. */
  readonly lost: { readonly node: Operation; readonly at: number } | undefined;
  /** How long one of its steps is. */
  readonly step: number;
}

/** An operation near its kink. */
export interface Kink {
  readonly node: Operation;
  /** Whether the place is on the kink itself. */
  readonly exact: boolean;
}

/** How large numbers are that gradients are made of, before anything cancels. */
export interface GradientScale {
  /** The gradient of a leaf with every product of the chain rule taken without its sign. */
  readonly gradient: (leaf: string) => number;
  /** How far the output may be off by rounding. */
  readonly rounding: number;
}

/** Looks closely at a graph of single numbers around a place, to find out why two gradients differ there. */
export class GradientLens {
  readonly #program: Program;
  readonly #kinked: Program['forwardCalls'];

  /** @throws GraphError if the graph is faulty */
  constructor(graph: Graph) {
    this.#program = compile(graph);
    this.#kinked = this.#program.forwardCalls.filter(({ op }) => op.kinked === true);
  }

  /** Whether anything in the graph has a kink. */
  get hasKinks(): boolean {
    return this.#kinked.length > 0;
  }

  /**
   * Follows the central difference by one leaf around the place where the leaves have these values.
   *
   * @param size of the difference, as `Probe.differenceSize` gives it there
   */
  surroundings(values: ReadonlyMap<string, number>, leaf: string, size: number): Surroundings {
    this.#moveTo(values);
    const here = this.#sides();
    const x = values.get(leaf) ?? NaN;
    const target = Float64Array.of(x);
    const changed = new Set<number>();
    let lost: Surroundings['lost'];
    let reach = 0;
    const look = (): number => {
      const at = target[0] ?? NaN;
      reach = Math.max(reach, Math.abs(at - x));
      this.#program.feed(leaf, at);
      this.#program.forward();
      this.#sides().forEach((side, index) => {
        if (side !== here[index]) changed.add(index);
      });
      const call = this.#program.forwardCalls.find(({ call: { output } }) => !Number.isFinite(output.data[0]));
      if (call !== undefined) lost ??= { node: call.node, at };
      return 0;
    };
    centralDifference(look, target, 0, size);
    const kinks = this.#kinked.flatMap(({ node }, index) => (changed.has(index) ? [{ node, exact: here[index] === 0 }] : []));
    // It goes two steps to either side.
    return { kinks, lost, step: reach / 2 };
  }

  /**
   * The scale of all gradients where the leaves have these values. The rounding error of the output is the sum over all
   * operations of ε/2 |value| |gradient| (N. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., §3).
   */
  scale(values: ReadonlyMap<string, number>): GradientScale {
    this.#moveTo(values);
    const program = this.#program;
    const scales = new Map([[program.graph.output, 1]]);
    for (const { edge, forwardCall } of program.backwardCalls) {
      const local = forwardCall.partials(edge.port, 0)[0]?.local ?? NaN;
      scales.set(edge.from, (scales.get(edge.from) ?? 0) + Math.abs(local) * (scales.get(edge.to) ?? 0));
    }
    let rounding = 0;
    for (const { node, call } of program.forwardCalls) {
      rounding += (Number.EPSILON / 2) * Math.abs(call.output.data[0] ?? NaN) * (scales.get(node.id) ?? 0);
    }
    return { gradient: (leaf) => scales.get(leaf) ?? 0, rounding };
  }

  #moveTo(values: ReadonlyMap<string, number>): void {
    for (const [id, value] of values) this.#program.feed(id, value);
    this.#program.forward();
  }

  /** On which side of its kink every kinked operation is: −1, 0 or 1. */
  #sides(): number[] {
    return this.#kinked.map(({ call: { inputs } }) => Math.sign((inputs[0]?.data[0] ?? NaN) - (inputs[1]?.data[0] ?? 0)));
  }
}
