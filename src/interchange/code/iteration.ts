import { isLeaf, type Edge, type Graph, type GraphNode, type Operation, type Role } from '../../engine/graph';
import type { Op } from '../../engine/op';
import { findOp } from '../../engine/ops';
import type { Recording } from '../../engine/recording';
import { sameShape, type Shape } from '../../engine/shape';
import { pythonNames } from './identifiers';

/** A leaf, whatever value it is fed. */
export interface CodedLeaf {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** An operation with all that an expression for it can need. */
export interface CodedOperation {
  readonly id: string;
  readonly name: string;
  readonly node: Operation;
  readonly op: Op;
  readonly inputs: readonly string[];
  readonly shapes: readonly Shape[];
  /** Which inputs are constants, and finite. */
  readonly constants: readonly boolean[];
  readonly shape: Shape;
}

/** What one edge contributes in the backward pass. */
export interface CodedFlow {
  readonly edge: Edge;
  readonly operation: CodedOperation;
  /** Whether nothing has arrived at `edge.from` before. */
  readonly first: boolean;
}

/** One iteration, as far as code for it needs to know: all but the values. */
export interface CodedIteration {
  readonly graph: Graph;
  readonly names: ReadonlyMap<string, string>;
  /** In the order of the graph, in which the sort takes them up. */
  readonly leaves: readonly CodedLeaf[];
  /** In the order in which they are computed. */
  readonly operations: readonly CodedOperation[];
  /** In the order in which they happen. */
  readonly flows: readonly CodedFlow[];
  readonly output: { readonly id: string; readonly name: string; readonly shape: Shape };
  /** The nodes at which a gradient arrives, the output among them. */
  readonly reached: ReadonlySet<string>;
  /** If the iteration ends with an update. */
  readonly learningRate?: number;
  readonly parameters: readonly CodedLeaf[];
}

/** Reads an iteration out of its recording; undefined where not everything in it has a value. */
export function codedIteration(recording: Recording): CodedIteration | undefined {
  const { graph, order, steps } = recording;
  const names = pythonNames(graph);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const shapes = new Map<string, Shape>();
  let learningRate: number | undefined;
  for (const step of steps) {
    if (step.kind === 'feed' || step.kind === 'compute') shapes.set(step.node, step.value.shape);
    if (step.kind === 'update') learningRate = step.learningRate;
  }
  if (graph.nodes.some(({ id }) => !shapes.has(id))) return undefined;
  const shapeOf = (id: string): Shape => shapes.get(id) ?? [];

  const leaves = graph.nodes.filter(isLeaf).map(({ id, role }): CodedLeaf => ({ id, name: nameOf(id), role }));
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const coded = new Map<string, CodedOperation>();
  for (const id of order) {
    const node = nodes.get(id);
    const op = node === undefined || isLeaf(node) ? undefined : findOp(node.op);
    if (node === undefined || isLeaf(node) || op === undefined) continue;
    const { inputs } = node;
    const constants = inputs.map((input) => isFiniteConstant(nodes.get(input)));
    coded.set(id, { id, name: nameOf(id), node, op, inputs: inputs.map(nameOf), shapes: inputs.map(shapeOf), constants, shape: shapeOf(id) });
  }
  const reached = new Set([graph.output]);
  const flows = steps.flatMap((step): CodedFlow[] => {
    const operation = step.kind === 'flow' ? coded.get(step.edge.to) : undefined;
    if (step.kind !== 'flow' || operation === undefined) return [];
    const first = !reached.has(step.edge.from);
    reached.add(step.edge.from);
    return [{ edge: step.edge, operation, first }];
  });
  return {
    graph,
    names,
    leaves,
    operations: [...coded.values()],
    flows,
    output: { id: graph.output, name: nameOf(graph.output), shape: shapeOf(graph.output) },
    reached,
    ...(learningRate === undefined ? {} : { learningRate }),
    parameters: leaves.filter(({ role }) => role === 'parameter'),
  };
}

/** Whether a node is a number that is the same in every iteration. */
function isFiniteConstant(node: GraphNode | undefined): boolean {
  return node !== undefined && isLeaf(node) && node.role === 'constant' && Number.isFinite(node.value);
}

/** Whether the gradient of a port comes in the shape of the output and has to be summed back to that of the input. */
export function isStretched({ op, shapes, shape }: CodedOperation, port: number): boolean {
  const input = shapes[port] ?? [];
  if (op.code.stretched?.includes(port) === true) return !sameShape(input, shape);
  return op.elementwise && !sameShape(input, shape);
}
