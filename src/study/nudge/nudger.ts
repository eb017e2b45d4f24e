import { dependentsOf, GraphError, leadingTo, norm, type Program, type Recording, type Shape } from '../../engine';
import { allGradients } from '../../scene/recording/allGradients';
import { strongestCell } from '../../scene/recording/replay';
import { KinkWatch } from './kinks';
import { slopeError, type Kink, type Lost, type MeasuredSlope, type NodeChange, type Nudge } from './nudge';

/** What stands behind a node, with the numbers that it had before anything was moved. */
interface Behind {
  readonly node: string;
  /** The node itself, and what depends on it, in the order of computation. */
  readonly nodes: readonly { readonly id: string; readonly shape: Shape; readonly data: Float64Array; readonly before: Float64Array }[];
  readonly calls: Program['forwardCalls'];
  /** All that a move writes into beside the nodes: what calls keep for themselves. */
  readonly kept: readonly { readonly data: Float64Array; readonly before: Float64Array }[];
  readonly kinks: KinkWatch;
}

/**
 * Moves single cells of a recorded iteration and computes anew what stands behind them. The program
 * that it does this in is as it was after each move: neither the recording nor anybody's replay of it ever changes. A leaf
 * is moved where it is fed; an operation after it has been computed. Constants have a gradient here, which they do not
 * have in the recording, so that any cell can be compared.
 */
export class Nudger {
  readonly output: string;
  readonly #program: Program;
  readonly #leading: ReadonlySet<string>;
  /** The output at x. */
  readonly #here: number;
  #behind: Behind | undefined;

  /** @throws GraphError if the recorded graph cannot be computed */
  constructor(recording: Recording) {
    const { graph } = recording;
    this.output = graph.output;
    this.#program = allGradients(recording);
    this.#leading = leadingTo(graph, graph.output);
    this.#here = this.#sum();
  }

  /** @throws GraphError for an unknown node */
  shapeOf(node: string): Shape {
    return this.#program.view(node).shape;
  }

  /** The cell's number, before it is moved; NaN for a cell that is not there. */
  value(node: string, cell: number): number {
    return this.#program.view(node).data[cell] ?? NaN;
  }

  /** The gradient by backpropagation; NaN for a cell that is not there. */
  gradient(node: string, cell: number): number {
    return this.#program.gradientView(node).data[cell] ?? NaN;
  }

  /** The cell where a reader looks first: see `strongestCell`. */
  strongestCell(node: string): number {
    return strongestCell(this.#program, node);
  }

  /** Moves one cell by ε (with its sign) and tells of everything that follows. @throws GraphError for an unknown node */
  nudge(node: string, cell: number, epsilon: number): Nudge {
    const behind = this.#behindOf(node);
    const x = this.value(node, cell);
    const gradient = this.gradient(node, cell);
    const back = this.#moved(behind, cell, x - epsilon, 'x − ε', () => ({ kinks: behind.kinks.crossed(false), lost: this.#lostAmong(behind, 'x − ε') }));
    const ahead = this.#moved(behind, cell, x + epsilon, 'x + ε', () => ({
      kinks: behind.kinks.crossed(true),
      changes: changesOf(behind),
      lost: this.#lostAmong(behind, 'x + ε'),
    }));
    const here = this.#lostAmong(behind, 'x');
    const output = { here: this.#here, ahead: ahead.output, behind: back.output };
    return {
      node,
      cell,
      epsilon,
      x: [x, x + epsilon],
      output,
      changes: ahead.seen?.changes ?? [],
      ...slopesOf(output, epsilon, gradient),
      gradient,
      reaches: this.#leading.has(node),
      kinks: firstOfEach([...(ahead.seen?.kinks ?? []), ...(back.seen?.kinks ?? [])]),
      lost: here ?? ahead.refused ?? ahead.seen?.lost ?? back.refused ?? back.seen?.lost,
    };
  }

  /** The two slopes alone, for looking at many ε. */
  slopes(node: string, cell: number, epsilon: number): { readonly forward: MeasuredSlope; readonly central: MeasuredSlope } {
    const behind = this.#behindOf(node);
    const x = this.value(node, cell);
    const ahead = this.#moved(behind, cell, x + epsilon, 'x + ε', nothing).output;
    const back = this.#moved(behind, cell, x - epsilon, 'x − ε', nothing).output;
    return slopesOf({ here: this.#here, ahead, behind: back }, epsilon, this.gradient(node, cell));
  }

  /** Looks at the graph with one cell elsewhere, and puts everything back. */
  #moved<Seen>(behind: Behind, cell: number, to: number, place: Lost['place'], look: () => Seen): { output: number; seen?: Seen; refused?: Lost } {
    const [target] = behind.nodes;
    try {
      if (target !== undefined) target.data[cell] = to;
      for (const call of behind.calls) call.run();
      return { output: this.#sum(), seen: look() };
    } catch (error) {
      // Some ops have no value everywhere, such as the class 7.001.
      if (!(error instanceof GraphError)) throw error;
      return { output: NaN, refused: { place, node: error.node ?? behind.node, number: NaN, refusal: error.message } };
    } finally {
      for (const { data, before } of [...behind.nodes, ...behind.kept]) data.set(before);
    }
  }

  #lostAmong({ nodes }: Behind, place: Lost['place']): Lost | undefined {
    for (const { id, data } of nodes) {
      const number = this.#leading.has(id) ? data.find((value) => !Number.isFinite(value)) : undefined;
      if (number !== undefined) return { place, node: id, number };
    }
    return Number.isFinite(this.#here) || place !== 'x' ? undefined : { place, node: this.output, number: this.#here };
  }

  #sum(): number {
    const { data } = this.#program.view(this.output);
    return data.length === 1 ? (data[0] ?? NaN) : data.reduce((sum, value) => sum + value, 0);
  }

  #behindOf(node: string): Behind {
    if (this.#behind?.node === node) return this.#behind;
    const dependents = dependentsOf(this.#program.graph, [node]);
    const nodes = this.#program.order.filter((id) => dependents.has(id)).map((id) => {
      const { shape, data } = this.#program.view(id);
      return { id, shape, data, before: data.slice() };
    });
    const calls = this.#program.forwardCalls.filter((call) => call.node.id !== node && dependents.has(call.node.id));
    const kept = calls
      .flatMap(({ call, stretches }) => [call.scratch, ...stretches.flatMap((stretch) => stretch?.stretched ?? [])])
      .map((data) => ({ data, before: data.slice() }));
    this.#behind = { node, nodes, calls, kept, kinks: new KinkWatch(calls) };
    return this.#behind;
  }
}

const nudgers = new WeakMap<Recording, Nudger>();

/** The recording's nudger, made on demand. @throws GraphError as its constructor does */
export function nudgerOf(recording: Recording): Nudger {
  const known = nudgers.get(recording);
  if (known !== undefined) return known;
  const nudger = new Nudger(recording);
  nudgers.set(recording, nudger);
  return nudger;
}

function nothing(): void {
  // The output is all that is wanted.
}

function slopesOf({ here, ahead, behind }: Nudge['output'], epsilon: number, gradient: number): { forward: MeasuredSlope; central: MeasuredSlope } {
  const forward = (ahead - here) / epsilon;
  const central = (ahead - behind) / (2 * epsilon);
  return {
    forward: { value: forward, error: slopeError(forward, gradient) },
    central: { value: central, error: slopeError(central, gradient) },
  };
}

function changesOf({ nodes }: Behind): NodeChange[] {
  return nodes.map(({ id, shape, data, before }) => {
    const apart = data.map((value, cell) => value - (before[cell] ?? NaN));
    const [from = NaN, to = NaN] = [before[0], data[0]];
    const single = data.length === 1;
    return {
      node: id,
      shape,
      change: single ? to - from : norm(apart),
      numbers: single ? [from, to] : undefined,
      changed: data.reduce((count, value, cell) => count + (Object.is(value, before[cell]) ? 0 : 1), 0),
    };
  });
}

/** A node that bends on both sides is named once. */
function firstOfEach(kinks: readonly Kink[]): Kink[] {
  return kinks.filter(({ node }, index) => kinks.findIndex((kink) => kink.node === node) === index);
}
