/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { GraphError } from './errors';
import { firstNonFiniteParameter, type NonFinite } from './finite';
import type { Graph } from './graph';
import type { Program } from './program';
import { leadingTo } from './reach';
import { compileScalars } from './scalars';
import { checkedLearningRate, sgdUpdate } from './sgd';

/** How a descent goes, and when it ends. */
export interface DescentOptions {
  readonly learningRate: number;
  /** It ends after a step that is not longer than this. */
  readonly threshold: number;
  /** It ends after so many steps. */
  readonly iterations: number;
}

/** Why a descent has ended. */
export type DescentOutcome =
  | { readonly kind: 'small step' }
  | { readonly kind: 'iterations' }
  /** The gradient is exactly 0: no step leads anywhere. */
  | { readonly kind: 'flat' }
  /** Some number is not finite at the parameters `at`, where the last step led before it was taken back (or where it all began). */
  | { readonly kind: 'not finite'; readonly found: NonFinite; readonly at: Float64Array };

const SMALL_STEP: DescentOutcome = { kind: 'small step' };
const ITERATIONS: DescentOutcome = { kind: 'iterations' };
const FLAT: DescentOutcome = { kind: 'flat' };

/** A number that leads to the output, watched for being finite. */
interface Watched {
  readonly id: string;
  readonly value: Float64Array;
  readonly gradient: Float64Array;
}

/**
 * Plain gradient descent on the parameters of a graph of single numbers, all of them at once, as in the lesson's loop:
 * step after step against the gradient until a step is no longer than the threshold. A step to where some number is not
 * finite is taken back. `step` allocates nothing unless that happens; settings may change between steps.
 */
export class Descent {
  /** The live parameters, in the order of the graph. */
  readonly parameters: Float64Array;
  readonly #program: Program;
  readonly #output: Float64Array;
  readonly #watched: readonly Watched[];
  readonly #before: Float64Array;
  #settings: DescentOptions;
  #iteration = 0;
  /** What ends it whatever the settings. */
  #end: DescentOutcome | undefined;
  /** Why the last step had to be taken back. */
  #overshot: DescentOutcome | undefined;
  /** The length of the last step: a double in an array needs no place of its own on the heap. */
  readonly #move = Float64Array.of(NaN);

  /** @throws GraphError if the graph has no parameter, a tensor or a leaf without a value, or if a setting is out of range */
  constructor(graph: Graph, options: DescentOptions) {
    this.#settings = checkedSettings(options);
    const program = compileScalars(graph, { gradients: 'parameters' });
    if (program.parameters.length === 0) throw new GraphError('The graph has no parameter, so that there is nothing to move');
    this.#program = program;
    this.parameters = program.parameters;
    this.#before = program.parameters.slice();
    this.#output = program.view(graph.output).data;
    const leading = leadingTo(graph, graph.output);
    this.#watched = program.order
      .filter((id) => leading.has(id))
      .map((id) => ({ id, value: program.view(id).data, gradient: program.gradientView(id).data }));
    this.#run();
    if (!this.#isFinite()) this.#end = this.#lost(this.#firstNonFinite());
    else if (this.#isFlat()) this.#end = FLAT;
  }

  /** How many steps have been taken. */
  get iteration(): number {
    return this.#iteration;
  }

  /** The output at the parameters. */
  get reached(): number {
    return this.#output[0]!;
  }

  /** The Euclidean length of the last step; NaN before the first one. */
  get move(): number {
    return this.#move[0]!;
  }

  /** Why it has ended; undefined as long as it goes on. */
  get outcome(): DescentOutcome | undefined {
    return this.#outcomeNow();
  }

  get learningRate(): number {
    return this.#settings.learningRate;
  }

  /** From the next step on. Another rate makes another step of one that was taken back. @throws GraphError if not a positive finite number */
  set learningRate(learningRate: number) {
    if (learningRate === this.learningRate) return;
    this.#settings = checkedSettings({ ...this.#settings, learningRate });
    this.#overshot = undefined;
  }

  get threshold(): number {
    return this.#settings.threshold;
  }

  /** A descent whose last step is longer than the new threshold goes on. @throws GraphError if not a finite number from 0 up */
  set threshold(threshold: number) {
    this.#settings = checkedSettings({ ...this.#settings, threshold });
  }

  get iterations(): number {
    return this.#settings.iterations;
  }

  /** A descent that has taken fewer steps goes on. @throws GraphError if not a whole number from 0 up */
  set iterations(iterations: number) {
    this.#settings = checkedSettings({ ...this.#settings, iterations });
  }

  /** One step against the gradient, unless it has ended. @returns whether it goes on */
  step(): boolean {
    if (this.#outcomeNow() !== undefined) return false;
    this.#before.set(this.parameters);
    if (!sgdUpdate(this.#program, this.#settings.learningRate)) return this.#takeBack(firstNonFiniteParameter(this.#program)!);
    this.#run();
    if (!this.#isFinite()) return this.#takeBack(this.#firstNonFinite());
    this.#move[0] = distance(this.#before, this.parameters);
    this.#iteration++;
    if (this.#isFlat()) this.#end = FLAT;
    return this.#outcomeNow() === undefined;
  }

  #outcomeNow(): DescentOutcome | undefined {
    const end = this.#end ?? this.#overshot;
    if (end !== undefined) return end;
    if (this.move <= this.#settings.threshold) return SMALL_STEP;
    return this.#iteration >= this.#settings.iterations ? ITERATIONS : undefined;
  }

  #run(): void {
    this.#program.forward();
    this.#program.backward();
  }

  #takeBack(found: NonFinite): false {
    this.#overshot = this.#lost(found);
    this.parameters.set(this.#before);
    this.#run();
    return false;
  }

  #lost(found: NonFinite): DescentOutcome {
    return { kind: 'not finite', found, at: this.parameters.slice() };
  }

  #isFinite(): boolean {
    // x · 0 is 0 for a finite x and NaN otherwise.
    let probe = 0;
    for (const { value, gradient } of this.#watched) probe += value[0]! * 0 + gradient[0]! * 0;
    return probe === 0;
  }

  #isFlat(): boolean {
    return !this.#program.parameterGradients.some(isNotZero);
  }

  /** Values in the order of computation, then gradients in the reverse order. */
  #firstNonFinite(): NonFinite {
    const value = this.#watched.find((one) => !Number.isFinite(one.value[0]));
    if (value !== undefined) return { node: value.id, part: 'value', cell: 0, number: value.value[0]! };
    const { id, gradient } = this.#watched.findLast((one) => !Number.isFinite(one.gradient[0]))!;
    return { node: id, part: 'gradient', cell: 0, number: gradient[0]! };
  }
}

function isNotZero(x: number): boolean {
  return x !== 0;
}

/** The Euclidean distance, scaled so that no square overflows or vanishes. */
function distance(a: Float64Array, b: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]! - b[i]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i]! - b[i]!) / largest) ** 2;
  return largest * Math.sqrt(sum);
}

function checkedSettings({ learningRate, threshold, iterations }: DescentOptions): DescentOptions {
  if (!(Number.isFinite(threshold) && threshold >= 0)) {
    throw new GraphError(`The threshold is ${threshold}; it must be a number from 0 up`);
  }
  if (!(Number.isInteger(iterations) && iterations >= 0)) {
    throw new GraphError(`The most iterations are ${iterations}; it must be a whole number from 0 up`);
  }
  return { learningRate: checkedLearningRate(learningRate), threshold, iterations };
}
