/* eslint-disable @typescript-eslint/no-non-null-assertion -- nodes, edges and steps below are those of a recording */
import type { ForwardCall } from './calls';
import { isLeaf, type Edge, type Operation } from './graph';
import { portName, type Working } from './op';
import type { Recording } from './recording';
import { scalarCall } from './scalarCall';
import type { Tensor } from './tensor';

/** One input of the operation at fault. */
export interface FaultInput {
  /** The name of the port: `a`. */
  readonly port: string;
  /** The node that it reads. */
  readonly node: string;
  readonly value: number;
}

/** What there is to tell about the operation at fault, whichever of its numbers it is. */
interface OperationAtFault {
  /** The operation. */
  readonly node: string;
  /** The name and the title of its op: `log`, `Log`. */
  readonly op: string;
  readonly title: string;
  readonly inputs: readonly FaultInput[];
  /** The operation with its real numbers. */
  readonly working: Working;
}

/** Inputs are finite, and the result is not. */
export interface ValueFault extends OperationAtFault {
  readonly part: 'value';
  /** NaN, Infinity or −Infinity. */
  readonly result: number;
  /** Why there is no value (see `Op.domain`); undefined if a number on the way only became too large for a double. */
  readonly reason: string | undefined;
}

/** All values that lead to the output are finite, and what travels back along an edge is not. */
export interface GradientFault extends OperationAtFault {
  readonly part: 'gradient';
  readonly edge: Edge;
  /** ∂to/∂from at these inputs. */
  readonly local: number;
  /** The gradient of the operation, which is finite. */
  readonly upstream: number;
  /**
   * What is not finite: the local derivative itself, its product with the upstream gradient, or the sum of all that has
   * arrived in `edge.from` by then.
   */
  readonly cause: 'local' | 'product' | 'sum';
}

/** The first place where a number ceased to be finite. */
export type Fault = ValueFault | GradientFault;

/**
 * The first number of an iteration on single numbers that is not finite, in the order of computation: values forwards,
 * then gradients backwards. Undefined if all are finite, or if the graph computes with tensors, where
 * `firstNonFinite` says which cell it is.
 */
export function faultOf(recording: Recording): Fault | undefined {
  for (const step of recording.steps) {
    if ((step.kind === 'feed' || step.kind === 'compute') && step.value.shape.length > 0) return undefined;
    if (step.kind === 'compute' && !isFinite(step.value)) return valueFault(recording, step.node);
    if (step.kind === 'flow' && !(isFinite(step.flow) && isFinite(step.total))) return gradientFault(recording, step.edge, step.flow);
  }
  return undefined;
}

function valueFault(recording: Recording, node: string): ValueFault {
  const { values } = numbersOf(recording);
  const { call, facts } = operationAt(recording, node, values);
  const reason = call.op.domain?.(facts.inputs.map(({ value }) => value));
  return { part: 'value', ...facts, result: values.get(node)!, reason };
}

function gradientFault(recording: Recording, edge: Edge, { data }: Tensor): GradientFault {
  const { values, gradients } = numbersOf(recording);
  const { call, facts } = operationAt(recording, edge.to, values);
  const local = call.partials(edge.port, 0)[0]!.local;
  const cause = Number.isFinite(data[0]) ? 'sum' : Number.isFinite(local) ? 'product' : 'local';
  return { part: 'gradient', ...facts, edge, local, upstream: gradients.get(edge.to)!, cause };
}

/** All numbers of an iteration; only made where something is wrong. A gradient is the whole one. */
function numbersOf({ steps }: Recording): { readonly values: ReadonlyMap<string, number>; readonly gradients: ReadonlyMap<string, number> } {
  const values = new Map<string, number>();
  const gradients = new Map<string, number>();
  for (const step of steps) {
    if (step.kind === 'feed' || step.kind === 'compute') values.set(step.node, step.value.data[0]!);
    else if (step.kind === 'seed') gradients.set(step.node, step.gradient.data[0]!);
    else if (step.kind === 'flow') gradients.set(step.edge.from, step.total.data[0]!);
  }
  return { values, gradients };
}

/** The operation at fault, computed once more on its own. */
function operationAt(
  { graph }: Recording,
  id: string,
  values: ReadonlyMap<string, number>,
): { readonly call: ForwardCall; readonly facts: OperationAtFault } {
  const node = graph.nodes.find((candidate): candidate is Operation => candidate.id === id && !isLeaf(candidate))!;
  const call = scalarCall(node, values);
  const { op } = call;
  const inputs = node.inputs.map((input, port) => ({ port: portName(op, port), node: input, value: values.get(input)! }));
  return { call, facts: { node: id, op: op.name, title: op.title, inputs, working: call.work(0) } };
}

function isFinite({ data }: Tensor): boolean {
  return Number.isFinite(data[0]!);
}
