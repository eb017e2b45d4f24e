import { compile, faultOf, isLeaf, maskUnknown, Probe, record, unknownAfter, type Fault, type Graph, type Program, type Recording } from '../../engine';
import type { Input } from './inputs';

/** Where a number left the domain, and what of the output is unknown for it. */
export interface Loss {
  readonly fault: Fault;
  /** The output's value, or its gradient by something that is trained; undefined if the fault is beside the way to it. */
  readonly lost: 'value' | 'gradient' | undefined;
}

/** One iteration of a circuit: what happened, and what was lost in it, if anything was. */
export interface Computed {
  /** What depends on a number that does not exist is NaN in it, whatever the arithmetic of the machine says. */
  readonly recording: Recording;
  readonly loss: Loss | undefined;
}

/** A compiled expression: runs one iteration after the other on whatever values its inputs have. */
export class Workbench {
  /** The graph with the reader's choice of what is trainable. */
  readonly graph: Graph;
  readonly #program: Program;
  #probe: Probe | undefined;

  constructor(graph: Graph, inputs: readonly Input[]) {
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
    if (fault === undefined) return { recording, loss: undefined };
    const { values, gradients } = unknownAfter(recording, fault);
    const isTrainedBlindly = inputs.some(({ name, trainable }) => trainable && gradients.has(name));
    const lost = values.has(this.graph.output) ? 'value' : isTrainedBlindly ? 'gradient' : undefined;
    return { recording: maskUnknown(recording, fault), loss: { fault, lost } };
  }

  /** f as a function of its inputs, at these values. The same object each time: its values are set anew. */
  probe(inputs: readonly Input[]): Probe {
    this.#probe ??= new Probe(this.graph);
    for (const { name, value } of inputs) this.#probe.set(name, value);
    return this.#probe;
  }
}
