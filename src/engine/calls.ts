/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { GraphError } from './errors';
import { edgeId, type Edge, type Operation } from './graph';
import type { Call, LocalDerivative, Op, Operand, Working } from './op';
import { broadcastOffsets, sameShape } from './shape';
import { zeros, type Tensor } from './tensor';

/** An input of an elementwise op that has to be stretched: where each output cell is read from. */
interface Stretch {
  readonly source: Float64Array;
  readonly stretched: Float64Array;
  readonly offsets: Int32Array;
}

/** One operation of a compiled graph, ready to compute. */
export class ForwardCall {
  readonly call: Call;
  /** For each port, how it is stretched, or undefined. */
  readonly stretches: readonly (Stretch | undefined)[];
  readonly #toStretch: readonly Stretch[];

  constructor(
    readonly node: Operation,
    readonly op: Op,
    inputs: readonly Tensor[],
    output: Tensor,
  ) {
    const attributes = node.attributes ?? {};
    const shapes = inputs.map(({ shape }) => shape);
    this.stretches = inputs.map((input) => {
      if (!op.elementwise || sameShape(input.shape, output.shape)) return undefined;
      return {
        source: input.data,
        stretched: zeros(output.shape).data,
        offsets: broadcastOffsets(input.shape, output.shape),
      };
    });
    this.#toStretch = this.stretches.filter((stretch) => stretch !== undefined);
    this.call = {
      inputs: inputs.map((input, port) => {
        const stretch = this.stretches[port];
        return stretch === undefined ? input : { shape: output.shape, data: stretch.stretched };
      }),
      output,
      attributes,
      plan: op.plan?.(shapes, output.shape, attributes) ?? new Int32Array(0),
      scratch: new Float64Array(op.scratch?.(shapes, output.shape) ?? 0),
    };
  }

  /** Writes the node's value. @throws GraphError if an input's value has no meaning for the op */
  run(): void {
    for (const { source, stretched, offsets } of this.#toStretch) {
      for (let i = 0; i < stretched.length; i++) stretched[i] = source[offsets[i]!]!;
    }
    try {
      this.op.forward(this.call);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new GraphError(`${this.op.title} "${this.node.id}": ${error.message}`, this.node.id);
    }
  }

  /** How one cell of the node's value was computed, with operands as cells of the nodes that it reads. */
  work(cell: number): Working {
    return this.op.work(this.call, cell).map((part) => (typeof part === 'string' ? part : this.#unstretched(part)));
  }

  /**
   * How the local derivative with respect to one cell of an input comes about, with operands as in `work`; undefined
   * where there is nothing to tell.
   */
  slopeWork(port: number, cell: number): Working | undefined {
    // A stretched cell has as many derivatives as copies.
    if (this.stretches[port] !== undefined) return undefined;
    return this.op.slopeWork?.(this.call, port, cell)?.map((part) => (typeof part === 'string' ? part : this.#unstretched(part)));
  }

  /** The cells of the node that one cell of an input reaches, each with its local derivative. */
  partials(port: number, cell: number): LocalDerivative[] {
    const stretch = this.stretches[port];
    if (stretch === undefined) return [...this.op.partials(this.call, port, cell)];
    return Array.from(stretch.offsets.keys())
      .filter((i) => stretch.offsets[i] === cell)
      .flatMap((i) => [...this.op.partials(this.call, port, i)]);
  }

  #unstretched(operand: Operand): Operand {
    const stretch = operand.port === 'output' ? undefined : this.stretches[operand.port];
    return stretch === undefined ? operand : { ...operand, cell: stretch.offsets[operand.cell]! };
  }
}

/** The gradient of one port: what travels back along one edge. */
export class BackwardCall {
  readonly edge: Edge;
  /** Room for the gradient of a stretched input, before and after it is summed back; undefined where nothing is stretched. */
  readonly #wide: Float64Array | undefined;
  readonly #narrow: Float64Array | undefined;
  readonly #offsets: Int32Array | undefined;

  constructor(
    readonly forwardCall: ForwardCall,
    readonly port: number,
    readonly upstream: Float64Array,
    /** The gradient of the node at the far end, which every edge from it adds to. */
    readonly target: Tensor,
  ) {
    const { node, stretches } = forwardCall;
    this.edge = { id: edgeId(node.id, port), from: node.inputs[port]!, to: node.id, port };
    const stretch = stretches[port];
    if (stretch === undefined) return;
    this.#wide = new Float64Array(stretch.stretched.length);
    this.#narrow = new Float64Array(stretch.source.length);
    this.#offsets = stretch.offsets;
  }

  /** Adds the port's gradient to `into`, each cell exactly once; to the node's own gradient if not told otherwise. */
  run(into: Float64Array = this.target.data): void {
    const { op, call } = this.forwardCall;
    if (this.#wide === undefined || this.#narrow === undefined || this.#offsets === undefined) {
      op.backward(call, this.port, this.upstream, into);
      return;
    }
    // Broadcasting undone: the gradients of all copies of a cell are summed.
    const wide = this.#wide.fill(0);
    op.backward(call, this.port, this.upstream, wide);
    const narrow = this.#narrow.fill(0);
    for (let i = 0; i < wide.length; i++) narrow[this.#offsets[i]!]! += wide[i]!;
    for (let i = 0; i < narrow.length; i++) into[i]! += narrow[i]!;
  }
}
