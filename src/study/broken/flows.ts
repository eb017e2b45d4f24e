/* eslint-disable @typescript-eslint/no-non-null-assertion -- ports and cells are those of a compiled call */
import { isLeaf, zeros, type Program } from '../../engine';
import { addProduct } from '../../engine/kernels/matmul';
import type { Mistake } from '../../lessons/lesson';

/** One edge of a backward pass. */
export type BackwardCall = Program['backwardCalls'][number];

/** Adds to `into` what travels back along an edge if the mistake is made in the op that the edge leads into. */
export function addBrokenFlow(call: BackwardCall, mistake: Mistake, into: Float64Array): void {
  if (mistake === 'not transposed' && transposes(call)) addNotTransposed(call, into);
  else if (mistake === 'slope of the input' && isSigmoid(call)) addSlopeOfInput(call, into);
  else if (mistake === 'not divided' && divisorOf(call) !== undefined) addNotDivided(call, into);
  else call.run(into);
}

/** Whether a port's gradient takes the other factor of a matrix product transposed. */
export function transposes({ forwardCall: { op }, port }: BackwardCall): boolean {
  return (op.name === 'linear' || op.name === 'matmul') && port < 2;
}

/** Whether the matrix that a port's gradient takes transposed has more than one row and more than one column. */
export function transposesMatrix(call: BackwardCall): boolean {
  const [m, k, n] = lengthsOf(call);
  return transposes(call) && k > 1 && (call.port === 0 ? n : m) > 1;
}

/** Whether a port's gradient takes the slope of a sigmoid. */
export function isSigmoid({ forwardCall: { op } }: BackwardCall): boolean {
  return op.name === 'sigmoid';
}

/** What a port's gradient is divided by, where the op takes a mean. */
export function divisorOf({ forwardCall: { op, call } }: BackwardCall): number | undefined {
  const cells = call.inputs[0]?.data.length ?? 0;
  switch (op.name) {
    case 'mse':
      return cells;
    case 'mean':
      return cells / call.output.data.length;
    case 'softmaxCrossEntropy':
      return call.plan[0];
    default:
      return undefined;
  }
}

/** The leaves that gradient descent moves. */
export function parametersOf({ graph }: Program): ReadonlySet<string> {
  return new Set(graph.nodes.flatMap((node) => (isLeaf(node) && node.role === 'parameter' ? [node.id] : [])));
}

/** The lengths m, k, n of a product m × k by k × n. */
function lengthsOf({ forwardCall: { call } }: BackwardCall): readonly [number, number, number] {
  const { plan } = call;
  return [plan[0] ?? 0, plan[1] ?? 0, plan[2] ?? 0];
}

/** The other factor has the shape of its transpose, and its numbers in the order in which they lie in memory. */
function addNotTransposed(call: BackwardCall, into: Float64Array): void {
  const { upstream, port } = call;
  const [m, k, n] = lengthsOf(call);
  const other = call.forwardCall.call.inputs[1 - port]!.data;
  if (port === 0) addProduct(upstream, other, into, m, n, k);
  else addProduct(other, upstream, into, k, m, n);
}

function addSlopeOfInput({ forwardCall: { call }, upstream }: BackwardCall, into: Float64Array): void {
  const input = call.inputs[0]!.data;
  for (let i = 0; i < into.length; i++) into[i]! += upstream[i]! * input[i]! * (1 - input[i]!);
}

function addNotDivided(call: BackwardCall, into: Float64Array): void {
  const flow = zeros(call.target.shape).data;
  call.run(flow);
  const divisor = divisorOf(call) ?? 1;
  for (let i = 0; i < into.length; i++) into[i]! += flow[i]! * divisor;
}
