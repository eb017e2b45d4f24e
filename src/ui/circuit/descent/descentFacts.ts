import { compile, faultOf, isLeaf, record, type DescentOutcome, type Fault, type Recording } from '../../../engine';
import type { DescentPath } from '../../../training/descentPath';

/** A name and where it is. */
export interface Place {
  readonly name: string;
  readonly value: number;
}

type Loss = Extract<DescentOutcome, { kind: 'not finite' }>;

/** The number of the last iteration of a path; 0 if it has not begun. */
export function lastIteration(path: DescentPath): number {
  return Math.max(0, path.count - 1);
}

/** Where a path has led to, parameter by parameter. */
export function lastPlaces(path: DescentPath): readonly Place[] {
  return path.names.map((name) => ({ name, value: path.placesOf(name)?.at(-1) ?? NaN }));
}

/** The Euclidean length of the last step of a path; NaN before the first one. */
export function lastMove(path: DescentPath): number {
  if (path.count < 2) return NaN;
  return Math.hypot(...path.names.map((name) => (path.placesOf(name)?.at(-1) ?? NaN) - (path.placesOf(name)?.at(-2) ?? NaN)));
}

/** Where the step led that was taken back, parameter by parameter. @param recording of the same graph, anywhere */
export function lostPlaces({ graph }: Recording, { at }: Loss): readonly Place[] {
  const parameters = graph.nodes.filter((node) => isLeaf(node) && node.role === 'parameter');
  return parameters.map(({ id }, index) => ({ name: id, value: at[index] ?? NaN }));
}

/** What is wrong where that step led; undefined if a parameter itself is not finite. @param places all inputs; later ones win */
export function faultAt({ graph }: Recording, places: readonly Place[]): Fault | undefined {
  const values = new Map(places.map(({ name, value }) => [name, value]));
  if (![...values.values()].every(Number.isFinite)) return undefined;
  const program = compile(graph);
  for (const [name, value] of values) program.feed(name, value);
  return faultOf(record(program));
}

/** What a recording says about the place where it was made: the output's value, and the length of the gradient by the parameters. */
export function factsOf({ graph, steps }: Recording): { readonly value: number; readonly slope: number } {
  const result = steps.find((step) => (step.kind === 'compute' || step.kind === 'feed') && step.node === graph.output);
  const value = result?.kind === 'compute' || result?.kind === 'feed' ? (result.value.data[0] ?? NaN) : NaN;
  const gradients = steps.flatMap((step) => (step.kind === 'update' ? [step.gradient.data[0] ?? NaN] : []));
  return { value, slope: Math.hypot(...gradients) };
}
