import type { Graph, GraphNode } from '../engine';
import type { Span } from './expression';
import { counted, TextFault } from './textFault';
import { MOST_EDGES, MOST_NODES } from './limits';

/** A value on its way into a graph. A constant joins the graph when something reads it. */
export type Value =
  | { readonly kind: 'input'; readonly id: string }
  | { readonly kind: 'constant'; readonly id: string; readonly value: number; readonly span: Span }
  | Computed;

/** A value that an operation computes; it gets its id when the whole text has been read. */
export interface Computed {
  readonly kind: 'computed';
  readonly op: string;
  readonly operands: readonly Value[];
  readonly span: Span;
}

/** A number as a value. */
export function constant(value: number, span: Span): Value {
  return { kind: 'constant', id: String(value), value, span };
}

/** A graph in the making. */
export class Draft {
  /** The inputs and where each stands first, in order of appearance. */
  readonly inputs = new Map<string, Span>();
  /** In the order in which they are computed. */
  readonly operations: Computed[] = [];
  readonly #constants = new Map<string, Extract<Value, { kind: 'constant' }>>();
  #edges = 0;

  /** The input of a name; the same one each time. @throws TextFault if it is one too many */
  input(id: string, span: Span): Value {
    if (!this.inputs.has(id)) {
      this.inputs.set(id, span);
      this.#checkSize(span);
    }
    return { kind: 'input', id };
  }

  /** A new operation. @throws TextFault if it is one too many */
  operation(op: string, operands: readonly Value[], span: Span): Computed {
    const computed: Computed = { kind: 'computed', op, operands, span };
    this.operations.push(computed);
    for (const operand of operands) this.read(operand);
    this.#edges += operands.length;
    if (this.#edges > MOST_EDGES) throw tooManyEdges(span);
    this.#checkSize(span);
    return computed;
  }

  /** Puts a value into the graph, if it is not there yet. */
  read(value: Value): void {
    if (value.kind === 'constant' && !this.#constants.has(value.id)) this.#constants.set(value.id, value);
  }

  /** The graph: inputs, constants, operations; all but the operations in order of appearance. */
  graph(output: Value, idOf: (value: Value) => string): Graph {
    const constants = [...this.#constants.values()].sort((a, b) => a.span.start - b.span.start);
    const nodes: GraphNode[] = [
      ...Array.from(this.inputs.keys(), (id): GraphNode => ({ id, role: 'data', shape: [] })),
      ...constants.map(({ id, value }): GraphNode => ({ id, role: 'constant', value })),
      ...this.operations.map((value): GraphNode => ({ id: idOf(value), op: value.op, inputs: value.operands.map(idOf) })),
    ];
    return { nodes, output: idOf(output) };
  }

  #checkSize(span: Span): void {
    if (this.inputs.size + this.#constants.size + this.operations.length > MOST_NODES) throw tooManyNodes(span);
  }
}

/** The sentence for a graph that is too large. */
export function tooManyNodes(span: Span): TextFault {
  return new TextFault(span, `The graph would have more than ${counted(MOST_NODES)} nodes, which is too much to draw.`);
}

/** The sentence for operations that read too much. */
export function tooManyEdges(span: Span): TextFault {
  return new TextFault(span, `The operations would read more than ${counted(MOST_EDGES)} values in all, which is too much to draw.`);
}
