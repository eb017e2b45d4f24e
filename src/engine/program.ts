/* eslint-disable @typescript-eslint/no-non-null-assertion -- what is looked up below has passed the checks at the door */
import { checkGraph, leafTensor, opOf, tensorFor } from './check';
import { GraphError, ShapeError } from './errors';
import { edgesOf, isLeaf, type Edge, type Graph, type Operation } from './graph';
import { planBuffers, type Buffers } from './buffers';
import { BackwardCall, ForwardCall } from './calls';
import { dependentsOf, leadingTo } from './reach';
import { formatShape, MAX_CELLS, sameShape, sizeOf, type Shape } from './shape';
import { sortedOrThrow, wiringOf } from './sort';
import { tensor, type NestedNumbers, type Tensor } from './tensor';

/** What `compile` may be told. */
export interface CompileOptions {
  /**
   * Which leaves receive a gradient: `all` (data and parameters, as in the lesson) or only `parameters`, which
   * saves the work of the rest. Constants never do.
   */
  readonly gradients?: 'all' | 'parameters';
}

/** Sorts and checks a graph, infers every shape and allocates every buffer, once. @throws GraphError */
export function compile(graph: Graph, options: CompileOptions = {}): Program {
  return new Program(graph, options);
}

/**
 * A compiled graph. `forward` and `backward` allocate nothing. Its state is its own: values are copied in and
 * copied out.
 */
export class Program {
  /** The ids in the order in which they are computed. */
  readonly order: readonly string[];
  readonly edges: readonly Edge[];
  /** One call per operation, in order. */
  readonly forwardCalls: readonly ForwardCall[];
  /** One call per edge that a gradient travels, in order: later operations first, and their ports in order. */
  readonly backwardCalls: readonly BackwardCall[];
  readonly #buffers: Buffers;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #unfed = new Set<string>();

  constructor(
    readonly graph: Graph,
    options: CompileOptions,
  ) {
    this.#positions = checkGraph(graph);
    const wiring = wiringOf(graph, this.#positions);
    const order = sortedOrThrow(graph, wiring);
    this.order = Array.from(order, (node) => graph.nodes[node]!.id);
    this.edges = edgesOf(graph);

    const shapes = inferShapes(graph, this.order, this.#positions);
    this.#buffers = planBuffers(graph, shapes);
    for (const leaf of graph.nodes) {
      if (!isLeaf(leaf)) continue;
      const { value } = leafTensor(leaf);
      if (value === undefined) this.#unfed.add(leaf.id);
      else this.view(leaf.id).data.set(value.data);
    }

    const operations = this.order.map((id) => this.#node(id)).filter((node): node is Operation => !isLeaf(node));
    this.forwardCalls = operations.map((node) => {
      const inputs = node.inputs.map((input) => this.view(input));
      return new ForwardCall(node, opOf(node), inputs, this.view(node.id));
    });
    this.backwardCalls = this.#planBackward(options.gradients ?? 'all');
  }

  /** A copy of a node's value, as of the last `forward` (for a leaf, as fed). @throws GraphError for an unknown id */
  value(id: string): Tensor {
    return tensor(this.view(id));
  }

  /** A copy of the gradient of the output with respect to a node, as of the last `backward`. */
  gradient(id: string): Tensor {
    return tensor(this.gradientView(id));
  }

  /** The live value of a node: the program's own memory, to be read only, and only until the next `forward`. */
  view(id: string): Tensor {
    return this.#buffers.values[this.#position(id)]!;
  }

  /** The live gradient of a node: the program's own memory, as `view`. */
  gradientView(id: string): Tensor {
    return this.#buffers.gradients[this.#position(id)]!;
  }

  /** All parameters side by side, in the order of the graph: the live memory that an optimizer writes. */
  get parameters(): Float64Array {
    return this.#buffers.parameters;
  }

  /** The gradients of all parameters, side by side in the same order. */
  get parameterGradients(): Float64Array {
    return this.#buffers.parameterGradients;
  }

  /**
   * Gives a leaf its value, by copy.
   * @throws GraphError if the node is an operation, the value is no tensor, or its shape is not the one that the graph
   *   was compiled for
   */
  feed(id: string, value: NestedNumbers | Tensor): void {
    const node = this.#node(id);
    if (!isLeaf(node)) throw new GraphError(`"${id}" is computed by ${opOf(node).title}; only leaves are fed`, id);
    const given = tensorFor(id, `"${id}"`, value);
    const target = this.view(id);
    if (!sameShape(given.shape, target.shape)) {
      throw new GraphError(
        `"${id}" is ${formatShape(target.shape)} but is fed ${formatShape(given.shape)}; compile again for another shape`,
        id,
      );
    }
    target.data.set(given.data);
    this.#unfed.delete(id);
  }

  /** Feeds a leaf with chosen rows of a table whose rows are as long as the leaf's. Allocates nothing. */
  feedRows(id: string, table: Float64Array, rows: Int32Array): void {
    const { data } = this.view(id);
    // A whole number by construction; V8 computes indices faster if it knows.
    const width = (data.length / rows.length) | 0;
    for (let row = 0, cell = 0; row < rows.length; row++) {
      const start = rows[row]! * width;
      for (let column = 0; column < width; column++) data[cell++] = table[start + column]!;
    }
    if (this.#unfed.size > 0) this.#unfed.delete(id);
  }

  /** Computes every node in order. @throws GraphError if a leaf has not been fed, or a value has no meaning */
  forward(): void {
    this.assertFed();
    for (const call of this.forwardCalls) call.run();
  }

  /**
   * Computes the gradient of the output (of the sum of its cells, if it has several) with respect to every node
   * that leads to it. Runs on the values of the last `forward`.
   */
  backward(): void {
    this.seedGradients();
    for (const call of this.backwardCalls) call.run();
  }

  /** Sets every gradient to 0 and that of the output to 1: the first step of `backward`. */
  seedGradients(): void {
    this.#buffers.allGradients.fill(0);
    this.gradientView(this.graph.output).data.fill(1);
  }

  /** @throws GraphError naming the leaves that still wait for a value */
  assertFed(): void {
    const [first] = this.#unfed;
    if (first === undefined) return;
    const { shape } = this.view(first);
    throw new GraphError(`"${first}" has no value; feed it ${formatShape(shape)} before the forward pass`, first);
  }

  #planBackward(gradients: 'all' | 'parameters'): BackwardCall[] {
    const { nodes, output } = this.graph;
    const leading = leadingTo(this.graph, output);
    const wanting = nodes.filter((node) => isLeaf(node) && (node.role === 'parameter' || (gradients === 'all' && node.role === 'data')));
    const wants = dependentsOf(this.graph, wanting.map(({ id }) => id));
    const calls: BackwardCall[] = [];
    for (const forwardCall of [...this.forwardCalls].reverse()) {
      const { node } = forwardCall;
      if (!leading.has(node.id)) continue;
      node.inputs.forEach((input, port) => {
        if (wants.has(input)) calls.push(new BackwardCall(forwardCall, port, this.gradientView(node.id).data, this.gradientView(input)));
      });
    }
    return calls;
  }

  #node(id: string): Graph['nodes'][number] {
    return this.graph.nodes[this.#position(id)]!;
  }

  #position(id: string): number {
    const position = this.#positions.get(id);
    if (position === undefined) throw new GraphError(`"${id}" is not a node of the graph`);
    return position;
  }
}

/** The shape of every node, in the order of `graph.nodes`. @throws GraphError naming the node whose inputs do not fit */
function inferShapes(graph: Graph, order: readonly string[], positions: ReadonlyMap<string, number>): Shape[] {
  const shapes = new Array<Shape>(graph.nodes.length).fill([]);
  const shapeOf = (id: string): Shape => shapes[positions.get(id)!]!;
  for (const id of order) {
    const position = positions.get(id)!;
    const node = graph.nodes[position]!;
    if (isLeaf(node)) {
      shapes[position] = leafTensor(node).shape;
      continue;
    }
    const op = opOf(node);
    try {
      shapes[position] = op.shape(node.inputs.map(shapeOf), node.attributes ?? {});
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      throw new GraphError(`${op.title} "${id}": ${error.message}`, id);
    }
    if (sizeOf(shapeOf(id)) > MAX_CELLS) {
      throw new GraphError(`${op.title} "${id}" would be ${formatShape(shapeOf(id))}, which is too large to compute`, id);
    }
  }
  return shapes;
}
