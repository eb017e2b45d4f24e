import { compile, faultOf, isLeaf, maskUnknown, Probe, record, type Fault, type Graph, type Program, type Recording } from '../../engine';
import type { Input } from './inputs';

/** One iteration of a circuit: what happened, and where a number left the domain, if one did. */
export interface Computed {
  /** What depends on a number that does not exist is NaN in it, whatever the arithmetic of the machine says. */
  readonly recording: Recording;
  readonly fault: Fault | undefined;
}

/** A compiled expression: runs one iteration after the other on whatever values its inputs have. */
export class Workbench {
  /** The graph with the reader's choice of what is trainable. */
  readonly graph: Graph;
  readonly #program: Program;
  #probe: Probe | undefined;

  constructor(
    graph: Graph,
    readonly inputs: readonly Input[],
  ) {
    const trainable = new Set(inputs.filter((input) => input.trainable).map(({ name }) => name));
    this.graph = {
      ...graph,
      nodes: graph.nodes.map((node) => (isLeaf(node) && trainable.has(node.id) ? { ...node, role: 'parameter' } : node)),
    };
    this.#program = compile(this.graph);
  }

  /** Records an iteration, with an update of what is trainable if there is anything. */
  compute(inputs: readonly Input[], learningRate: number): Computed {
    for (const { name, value } of inputs) this.#program.feed(name, value);
    const recording = record(this.#program, inputs.some(({ trainable }) => trainable) ? { learningRate } : {});
    const fault = faultOf(recording);
    return { recording: fault === undefined ? recording : maskUnknown(recording, fault), fault };
  }

  /** f as a function of its inputs, at these values. The same object each time: its values are set anew. */
  probe(inputs: readonly Input[]): Probe {
    this.#probe ??= new Probe(this.graph);
    for (const { name, value } of inputs) this.#probe.set(name, value);
    return this.#probe;
  }
}
