import { isLeaf, type Edge, type Program, type Recording } from '../../engine';
import { formatName } from '../../scene/format';
import { contributingEdges, indexOf } from '../../scene/recording/recordingIndex';
import { callOf } from '../../scene/recording/working';
import type { Slip } from './question';

/** Which mean squared error a gradient has passed: one by name, none, or not the same on every path. */
type Passed = { readonly mse: string } | 'none' | 'several';

const passed = new WeakMap<Recording, Map<string, Passed>>();

/** What comes out if the factor 2/m of a mean squared error is left out, or half of it. Only where every path passes the same one, once. */
export function divisorSlips(program: Program, recording: Recording, edges: readonly Edge[], answer: number): Slip[] {
  const passes = joint(edges.map((edge) => passedBy(recording, edge)));
  if (typeof passes === 'string') return [];
  const m = callOf(program, passes.mse)?.call.inputs[0]?.data.length ?? 1;
  const name = formatName(passes.mse);
  const slip = (value: number, says: string): Slip => ({ kind: 'divisor', value, says });
  return [
    slip((answer * m) / 2, `The factor 2/${m} of ${name} is missing: two over the number of cells.`),
    slip(answer * m, `The division by the number of cells is missing: ${name} is a mean over ${m}, so its slope has a factor 2/${m}, not 2.`),
    slip(answer / 2, `The factor 2 is missing: ${name} adds up squares, so its slope has a factor 2/${m}, not 1/${m}.`),
  ];
}

/** What the value of a mean squared error comes to if the sum is not divided. */
export function undividedSlip(node: string, cells: number, answer: number): Slip {
  return { kind: 'divisor', value: answer * cells, says: `That is the sum of the squares. ${formatName(node)} is their mean: it still has to be divided by their number, ${cells}.` };
}

function passedBy(recording: Recording, { to }: Edge): Passed {
  return through(recording, to, passedAbove(recording).get(to) ?? 'none');
}

/** What has been passed behind a node, given what has been before it. */
function through(recording: Recording, id: string, before: Passed): Passed {
  const node = indexOf(recording).nodes.get(id);
  if (node === undefined || isLeaf(node) || node.op !== 'mse') return before;
  return before === 'none' ? { mse: id } : 'several';
}

/** What each node's gradient has passed on its way from the output. */
function passedAbove(recording: Recording): ReadonlyMap<string, Passed> {
  const known = passed.get(recording);
  if (known !== undefined) return known;
  const found = new Map<string, Passed>();
  passed.set(recording, found);
  // From the output down: whatever reads a node has been gone through before it.
  for (const node of recording.order.toReversed()) {
    const above = contributingEdges(recording, node).map(({ to }) => through(recording, to, found.get(to) ?? 'none'));
    found.set(node, joint(node === recording.graph.output ? ['none', ...above] : above));
  }
  return found;
}

function joint(all: readonly Passed[]): Passed {
  const [first = 'none', ...others] = all;
  const nameOf = (one: Passed): string => (typeof one === 'string' ? one : `mse ${one.mse}`);
  return others.every((other) => nameOf(other) === nameOf(first)) ? first : 'several';
}
