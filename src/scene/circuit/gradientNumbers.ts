import { isLeaf, scalarCall, type Edge, type Recording, type Tensor, type Working } from '../../engine';
import type { ForwardCall } from '../../engine/calls';
import { indexOf } from '../recording/recordingIndex';

/** The numbers of one iteration on single numbers, whatever moment is shown. NaN is what is unknown. */
export interface GradientNumbers {
  /** The value of every node; a parameter's is the one before its update. */
  readonly values: ReadonlyMap<string, number>;
  /** The gradient of every node that receives one, once all of it has arrived. */
  readonly gradients: ReadonlyMap<string, number>;
  /** For every node, the edges over which its gradient arrives, in the order of their arrival. */
  readonly arrivals: ReadonlyMap<string, readonly Edge[]>;
}

const known = new WeakMap<Recording, GradientNumbers>();

/** All numbers of an iteration on single numbers, looked up once. */
export function numbersOf(recording: Recording): GradientNumbers {
  const before = known.get(recording);
  if (before !== undefined) return before;
  const values = new Map<string, number>();
  const gradients = new Map<string, number>();
  const arrivals = new Map<string, Edge[]>();
  for (const step of recording.steps) {
    if (step.kind === 'feed' || step.kind === 'compute') values.set(step.node, numberIn(step.value));
    else if (step.kind === 'seed') gradients.set(step.node, numberIn(step.gradient));
    else if (step.kind === 'flow') {
      const { edge } = step;
      gradients.set(edge.from, numberIn(step.total));
      const before = arrivals.get(edge.from);
      if (before === undefined) arrivals.set(edge.from, [edge]);
      else before.push(edge);
    }
  }
  const numbers = { values, gradients, arrivals };
  known.set(recording, numbers);
  return numbers;
}

/** The local derivative on an edge, and how it comes about. */
export interface LocalSlope {
  /** ∂to/∂from; NaN where it is unknown or not finite. */
  readonly local: number;
  /** Undefined where it is a given number, or unknown. */
  readonly working: Working | undefined;
}

/** How the value of an operation was computed, with its real numbers; unknown operands are NaN. Undefined for a leaf. */
export function valueWorking(recording: Recording, id: string): Working | undefined {
  return callOf(recording, id)?.work(0);
}

/** The local derivative on an edge at the values of the recording. */
export function slopeOn(recording: Recording, { to, port }: Edge): LocalSlope {
  const call = callOf(recording, to);
  if (call === undefined) return { local: NaN, working: undefined };
  const working = call.slopeWork(port, 0);
  const operands = working === undefined ? [] : working.filter((part) => typeof part !== 'string');
  if (operands.some(({ value }) => !Number.isFinite(value))) return { local: NaN, working: undefined };
  // The slope of what has a kink depends on its inputs, even where the kernel lets a gradient pass.
  const unknownSide = call.op.kinked === true && call.call.inputs.some(({ data }) => !Number.isFinite(data[0]));
  const local = unknownSide ? NaN : (call.partials(port, 0)[0]?.local ?? NaN);
  return { local: Number.isFinite(local) ? local : NaN, working };
}

/** One operation, computed once more on its own at the values of the recording. */
function callOf(recording: Recording, id: string): ForwardCall | undefined {
  const node = indexOf(recording).nodes.get(id);
  return node === undefined || isLeaf(node) ? undefined : scalarCall(node, numbersOf(recording).values);
}

function numberIn({ data }: Tensor): number {
  return data[0] ?? NaN;
}
