import { GraphError, ShapeError } from './errors';
import { isLeaf, type Graph, type GraphNode, type Leaf, type Operation } from './graph';
import { portName, type Op } from './op';
import { findOp, OPS } from './ops';
import { formatShape, MAX_CELLS, sameShape, sizeOf, type Shape } from './shape';
import { nearestName } from './suggest';
import { tensor, type NestedNumbers, type Tensor } from './tensor';

const ROLES: readonly string[] = ['data', 'parameter', 'constant'];

/**
 * Checks everything about a graph that does not need an order: names, ops, inputs, arity, attributes, values.
 * Cycles are found by the sort and shapes by the compiler, which need it.
 *
 * @returns the position of each id in `graph.nodes`
 * @throws GraphError naming the node at fault
 */
export function checkGraph(graph: Graph): ReadonlyMap<string, number> {
  if (!isList(graph.nodes)) throw new GraphError('The graph has no list of nodes');
  if (graph.nodes.length === 0) throw new GraphError('The graph has no nodes');
  const positions = new Map<string, number>();
  graph.nodes.forEach((node, position) => {
    if (!isObject(node)) throw new GraphError(`Node number ${position + 1} is ${JSON.stringify(node)}, not a node`);
    if (typeof node.id !== 'string' || node.id === '') {
      throw new GraphError(`Node number ${position + 1} has no id; an id is a text that is not empty`);
    }
    if (positions.has(node.id)) throw new GraphError(`Two nodes have the id "${node.id}"; ids must differ`, node.id);
    positions.set(node.id, position);
  });
  for (const node of graph.nodes) checkNode(node, positions);
  if (!positions.has(graph.output)) {
    throw new GraphError(`The output "${graph.output}" is not a node of the graph${didYouMean(graph.output, positions.keys())}`);
  }
  return positions;
}

function checkNode(node: GraphNode, positions: ReadonlyMap<string, number>): void {
  if (isLeaf(node)) {
    if (!ROLES.includes(node.role)) {
      throw new GraphError(`Leaf "${node.id}" has the role "${node.role}"; a leaf is data, parameter or constant`, node.id);
    }
    leafTensor(node);
    return;
  }
  const op = opOf(node);
  if (!isList(node.inputs)) throw new GraphError(`${op.title} "${node.id}" has no list of inputs`, node.id);
  checkArity(node, op);
  node.inputs.forEach((input, port) => {
    if (!positions.has(input)) {
      throw new GraphError(
        `${op.title} "${node.id}": port ${portName(op, port)} reads "${input}", which is not a node of the graph` +
          didYouMean(input, positions.keys()),
        node.id,
      );
    }
  });
  checkAttributes(node, op);
}

/** The op of a node. @throws GraphError if there is none of that name */
export function opOf(node: Operation): Op {
  if (typeof node.op !== 'string') throw new GraphError(`Node "${node.id}" has neither a role nor an op`, node.id);
  const op = findOp(node.op);
  if (op === undefined) {
    const names = OPS.map(({ name }) => name);
    throw new GraphError(`Node "${node.id}": there is no op "${node.op}"${didYouMean(node.op, names)}`, node.id);
  }
  return op;
}

function checkArity(node: Operation, op: Op): void {
  const given = node.inputs.length;
  if (op.variadic ? given >= 1 : given === op.ports.length) return;
  const wanted = op.variadic ? 'at least one input' : `${count(op.ports.length, 'input')} (${op.ports.join(', ')})`;
  throw new GraphError(`${op.title} "${node.id}" takes ${wanted} but has ${given}`, node.id);
}

function checkAttributes(node: Operation, op: Op): void {
  if (node.attributes === undefined) return;
  for (const [name, value] of Object.entries(node.attributes)) {
    const rule = op.attributes.find((candidate) => candidate.name === name);
    if (rule === undefined) {
      const known = op.attributes.map((candidate) => candidate.name);
      const rest = known.length === 0 ? `${op.title} has none` : `${op.title} has ${known.join(' and ')}`;
      throw new GraphError(`${op.title} "${node.id}": there is no attribute "${name}"; ${rest}`, node.id);
    }
    const fault = rule.check(value);
    if (fault !== undefined) {
      throw new GraphError(`${op.title} "${node.id}": ${name} ${fault}, but it is ${JSON.stringify(value)}`, node.id);
    }
  }
}

/**
 * A leaf's own copy of its value, if it has one; its shape in any case.
 * @throws GraphError if value and shape disagree, are not numbers, or are both missing
 */
export function leafTensor(leaf: Leaf): { readonly shape: Shape; readonly value: Tensor | undefined } {
  const name = `${leaf.role[0]?.toUpperCase() ?? ''}${leaf.role.slice(1)} "${leaf.id}"`;
  if (leaf.shape !== undefined && !(isList(leaf.shape) && leaf.shape.every(isLength))) {
    throw new GraphError(`${name}: the shape ${JSON.stringify(leaf.shape)} must be a list of whole numbers from 1 up`, leaf.id);
  }
  if (leaf.shape !== undefined && sizeOf(leaf.shape) > MAX_CELLS) {
    throw new GraphError(`${name} is ${formatShape(leaf.shape)}, which is too large to compute`, leaf.id);
  }
  if (leaf.value === undefined) {
    if (leaf.shape === undefined) throw new GraphError(`${name} has neither a value nor a shape`, leaf.id);
    return { shape: leaf.shape, value: undefined };
  }
  const value = tensorFor(leaf.id, name, leaf.value);
  if (value.data.length === 0) throw new GraphError(`${name}: its value is an empty list`, leaf.id);
  if (leaf.shape !== undefined && !sameShape(leaf.shape, value.shape)) {
    throw new GraphError(
      `${name}: its shape says ${formatShape(leaf.shape)} but its value is ${formatShape(value.shape)}`,
      leaf.id,
    );
  }
  return { shape: value.shape, value };
}

/** The tensor that a leaf is given. @throws GraphError naming the leaf where `tensor` throws a ShapeError */
export function tensorFor(id: string, name: string, value: NestedNumbers | Tensor): Tensor {
  try {
    return tensor(value);
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw new GraphError(`${name}: ${error.message}`, id);
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}

function isLength(length: unknown): boolean {
  return Number.isInteger(length) && Number(length) > 0;
}

function didYouMean(name: unknown, candidates: Iterable<string>): string {
  const nearest = typeof name === 'string' ? nearestName(name, candidates) : undefined;
  return nearest === undefined ? '' : `; did you mean "${nearest}"?`;
}

function count(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`;
}
