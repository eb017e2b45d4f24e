import { centralDifference } from './difference';
import { GraphError } from './errors';
import { isLeaf, type Graph } from './graph';
import { compile, type Program } from './program';

/** One entry of a tensor, its gradient by backpropagation and by central differences. */
export interface CheckedEntry {
  /** The entry's offset in its tensor. */
  readonly cell: number;
  readonly backprop: number;
  readonly numeric: number;
}

/** What a gradient check found for one node. */
export interface GradientCheck {
  readonly node: string;
  readonly checked: number;
  readonly total: number;
  /**
   * The largest |backprop − numeric|, relative to the largest entry of either gradient; 0 if both are zero
   * throughout, NaN if some entry is not a finite number.
   */
  readonly relativeError: number;
  /** The entry in which they differ most (the first that is not finite, if there is one). */
  readonly worst: CheckedEntry;
}

export interface GradientCheckOptions {
  /** Check at most this many entries, spread evenly over the tensor. All of them if absent. */
  readonly maxEntries?: number;
  /** Check these entries instead, by their offsets; at least one. */
  readonly cells?: readonly number[];
}

/**
 * Compares the gradient of a node, as of the program's last `backward`, with a fourth-order central difference:
 * the node's value is moved a little, one entry at a time, and everything behind it is computed anew.
 *
 * The comparison means nothing within a step of a kink (relu or abs at 0, a tie of max).
 *
 * @throws GraphError if there is no such node or it received no gradient
 */
export function checkGradient(program: Program, id: string, options: GradientCheckOptions = {}): GradientCheck {
  const entries = [...checkEntries(program, id, options)];
  const largest = entries.reduce((most, { backprop: b, numeric }) => Math.max(most, Math.abs(b), Math.abs(numeric)), 0);
  const worst = entries.reduce((worse, entry) => (gravityOf(entry) > gravityOf(worse) ? entry : worse));
  const relativeError = largest === 0 ? 0 : Math.abs(worst.backprop - worst.numeric) / largest;
  return { node: id, checked: entries.length, total: program.view(id).data.length, relativeError, worst };
}

/**
 * The entries of `checkGradient`, one at a time and each worked out when it is asked for, so that a page can breathe
 * between them. The program must stay as it is meanwhile.
 *
 * @throws GraphError as `checkGradient` does
 */
export function* checkEntries(program: Program, id: string, options: GradientCheckOptions = {}): Generator<CheckedEntry, void> {
  const backprop = program.gradient(id).data;
  if (!receivesGradient(program, id)) {
    throw new GraphError(`"${id}" receives no gradient, so that there is none to check`, id);
  }
  const cut = cutAt(program, id);
  const target = cut.view(id).data;
  const scale = target.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0) || 1;
  // An entry that is next to nothing beside the others is moved by what would be little to them.
  const sizeOf = (cell: number): number => Math.max(Math.abs(target[cell] ?? NaN), scale / 100);
  const total = target.length;
  const cells = options.cells ?? spread(total, Math.min(total, Math.max(1, options.maxEntries ?? total)));
  const output = cut.view(cut.graph.output).data;
  const evaluate = (): number => {
    cut.forward();
    return output.reduce((sum, part) => sum + part, 0);
  };
  for (const cell of cells) {
    yield { cell, backprop: backprop[cell] ?? NaN, numeric: centralDifference(evaluate, target, cell, sizeOf(cell)) };
  }
}

/** So many of the offsets below `total`, evenly spread. */
function spread(total: number, count: number): number[] {
  return Array.from({ length: count }, (_, n) => Math.floor((n * total) / count));
}

/** How far the two gradients of an entry are apart; there is nothing worse than not being a number. */
function gravityOf({ backprop, numeric }: CheckedEntry): number {
  const difference = Math.abs(backprop - numeric);
  return Number.isNaN(difference) ? Infinity : difference;
}

/** The same computation with the node turned into a leaf that holds its present value. */
function cutAt(program: Program, id: string): Program {
  const { graph } = program;
  const nodes = graph.nodes.map((node): Graph['nodes'][number] =>
    node.id === id ? { id, role: 'data', shape: program.view(id).shape } : node,
  );
  const cut = compile({ ...graph, nodes });
  for (const node of cut.graph.nodes) if (isLeaf(node)) cut.feed(node.id, program.view(node.id));
  return cut;
}

function receivesGradient(program: Program, id: string): boolean {
  return id === program.graph.output || program.backwardCalls.some((call) => call.edge.from === id);
}
