import { edgeId, isLeaf, sizeOf, type Graph, type Operation, type Shape } from '../../engine';
import type { Selection } from '../../scene/selection';

/** What a product is looked at for: how its value came about, or what it passes back to one of its inputs, by port. */
export type ProductPart = 'value' | 0 | 1 | 2;

/** A node that multiplies matrices: X · W + b, or A · B. */
export interface Product {
  readonly node: Operation;
  /** X is rows × inner, W is inner × columns; a vector on the left is one row, on the right one column. */
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  /** How many entries b has: one a column, or a single one for all; 0 where none is added. */
  readonly bias: number;
}

const NAMES: ReadonlySet<string> = new Set(['linear', 'matmul']);

/** Whether a node opens into rows and columns. */
export function isProduct(node: Graph['nodes'][number] | undefined): node is Operation {
  return node !== undefined && !isLeaf(node) && NAMES.has(node.op);
}

/** A product with its lengths, given the shapes of all nodes; undefined if some are not known. */
export function productOf(node: Operation, shapes: ReadonlyMap<string, Shape>): Product | undefined {
  const [left, right, bias] = node.inputs.map((id) => shapes.get(id));
  if (left === undefined || right === undefined || (node.op === 'linear' && bias === undefined)) return undefined;
  return {
    node,
    rows: left.length === 2 ? (left[0] ?? 1) : 1,
    inner: left.at(-1) ?? 1,
    columns: right.length === 2 ? (right[1] ?? 1) : 1,
    bias: bias === undefined ? 0 : sizeOf(bias),
  };
}

/** What a selection unfolds into. */
export interface Unfolded {
  readonly node: Operation;
  readonly part: ProductPart;
}

/**
 * The product that a selection is about, and what of it: a product itself, or an edge into it; for any other node the first
 * product that reads it, else one that it reads. Where nothing fits, the first product of the graph; undefined if it has none.
 */
export function unfoldedBy(graph: Graph, selection: Selection | null): Unfolded | undefined {
  const products = graph.nodes.filter(isProduct);
  if (selection?.kind === 'edge') {
    for (const node of products) {
      const port = node.inputs.findIndex((_, index) => edgeId(node.id, index) === selection.id);
      if (port !== -1) return { node, part: partOf(port) };
    }
  }
  const selected = selection?.kind === 'node' ? graph.nodes.find(({ id }) => id === selection.id) : undefined;
  if (selected !== undefined) {
    const inputs = isLeaf(selected) ? [] : selected.inputs;
    if (isProduct(selected)) return { node: selected, part: 'value' };
    const reader = products.find((product) => product.inputs.includes(selected.id));
    if (reader !== undefined) return { node: reader, part: partOf(reader.inputs.indexOf(selected.id)) };
    const read = products.find(({ id }) => inputs.includes(id));
    if (read !== undefined) return { node: read, part: 'value' };
  }
  const [first] = products;
  return first && { node: first, part: 'value' };
}

function partOf(port: number): ProductPart {
  return port === 0 || port === 1 ? port : 2;
}
