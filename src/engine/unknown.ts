/* eslint-disable @typescript-eslint/no-non-null-assertion -- scalars have one cell */
import type { Fault } from './fault';
import { dependentsOf } from './reach';
import type { Recording, Step } from './recording';
import type { Tensor } from './tensor';

/** What nobody can know once a number of an iteration on single numbers is not finite. */
export interface Unknown {
  /** The nodes whose value is unknown. An edge carries an unknown value if it leaves one of them. */
  readonly values: ReadonlySet<string>;
  /** The nodes whose gradient is unknown. */
  readonly gradients: ReadonlySet<string>;
  /** The edges, by id, along which an unknown gradient travels back. */
  readonly flows: ReadonlySet<string>;
}

const NOTHING: Unknown = { values: new Set(), gradients: new Set(), flows: new Set() };

/**
 * All that is unknown where there is a fault: every value that depends on one that is not finite (even if IEEE 754 makes
 * a finite number of it again, such as 1/(1/0) = 0); every gradient if the output is among them, since there is no
 * number whose derivative they could be; else every gradient that a gradient which is not finite had a part in.
 */
export function unknownAfter(recording: Recording, fault: Fault | undefined): Unknown {
  if (fault === undefined) return NOTHING;
  const values = unknownValues(recording);
  const noOutput = values.has(recording.graph.output);
  const gradients = new Set<string>();
  const flows = new Set<string>();
  for (const step of recording.steps) {
    if (step.kind === 'seed' && noOutput) gradients.add(step.node);
    if (step.kind !== 'flow') continue;
    // Whatever arrives in a node has arrived before anything leaves it.
    const { edge } = step;
    if (gradients.has(edge.to) || !isFinite(step.flow)) flows.add(edge.id);
    if (flows.has(edge.id) || !isFinite(step.total)) gradients.add(edge.from);
  }
  return { values, gradients, flows };
}

/** The same recording with NaN in every tensor that is unknown; all others are shared. The recording itself if there is no fault. */
export function maskUnknown(recording: Recording, fault: Fault | undefined): Recording {
  if (fault === undefined) return recording;
  const unknown = unknownAfter(recording, fault);
  const lost: Tensor = { shape: [], data: Float64Array.of(NaN) };
  // A total is only lost once what spoils it has arrived.
  const spoilt = new Set<string>();
  return { ...recording, steps: recording.steps.map((step) => maskedStep(step, unknown, spoilt, lost)) };
}

function maskedStep(step: Step, { values, gradients, flows }: Unknown, spoilt: Set<string>, lost: Tensor): Step {
  switch (step.kind) {
    case 'carry':
      return values.has(step.edge.from) ? { ...step, value: lost } : step;
    case 'feed':
    case 'compute':
      return values.has(step.node) ? { ...step, value: lost } : step;
    case 'seed':
      return gradients.has(step.node) ? { ...step, gradient: lost } : step;
    case 'flow': {
      const { id, from } = step.edge;
      if (flows.has(id) || !isFinite(step.total)) spoilt.add(from);
      if (!spoilt.has(from)) return step;
      return { ...step, flow: flows.has(id) ? lost : step.flow, total: lost };
    }
    case 'update':
      return gradients.has(step.node) ? { ...step, gradient: lost, after: lost } : step;
    default:
      return step;
  }
}

function unknownValues({ graph, steps }: Recording): ReadonlySet<string> {
  const notFinite = new Set<string>();
  for (const step of steps) {
    if ((step.kind === 'feed' || step.kind === 'compute') && !isFinite(step.value)) notFinite.add(step.node);
  }
  return notFinite.size === 0 ? notFinite : dependentsOf(graph, notFinite);
}

function isFinite({ data }: Tensor): boolean {
  return Number.isFinite(data[0]!);
}
