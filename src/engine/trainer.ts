/* eslint-disable @typescript-eslint/no-non-null-assertion -- a loss has one cell */
import { Batches, type BatchOrder, type BatchState } from './batches';
import { GraphError } from './errors';
import { createEvaluator, type Evaluator } from './evaluator';
import { Examples } from './examples';
import { firstNonFiniteCell, firstNonFiniteOfStep, type NonFinite } from './finite';
import type { Graph } from './graph';
import type { Program } from './program';
import { record } from './record';
import { recordBatch } from './recordBatch';
import type { Recording } from './recording';
import { norm } from './norm';
import { checkedLearningRate, sgdUpdate } from './sgd';
import type { Tensor } from './tensor';

/** What a training is made of. */
export interface TrainerOptions {
  /** A graph whose data leaves named in `data` have one row an example. */
  readonly graph: Graph;
  /** For each data leaf that is fed from a table, the whole table, one row an example. */
  readonly data: Readonly<Record<string, Tensor>>;
  readonly batchSize: number;
  readonly learningRate: number;
  /** Seeds the batches. */
  readonly seed: number;
  /** How they are drawn: with replacement, as in the lesson, if left out. */
  readonly order?: BatchOrder;
}

/** All that the next steps of a trainer depend on, beside its settings. */
export interface TrainerState {
  /** Steps taken. */
  readonly steps: number;
  readonly batches: BatchState;
  /** All parameters side by side. */
  readonly parameters: Float64Array;
}

/** Training stopped making sense at this step. */
export interface Divergence {
  /** The SGD step, from 0. */
  readonly step: number;
  readonly found: NonFinite;
}

/**
 * Stochastic gradient descent as the lesson has it: each step draws a batch, runs forward and backward, and updates the
 * parameters once all gradients are known. Deterministic from its seed. `step` allocates nothing; batch size, learning
 * rate and the order of the data may change between steps.
 */
export class Trainer {
  readonly #graph: Graph;
  readonly #examples: Examples;
  readonly #batches: Batches;
  #program: Program;
  #loss: Float64Array;
  /** The program for a new batch size, until the next step takes it up. */
  #resized: { readonly program: Program; readonly batchSize: number } | undefined;
  #learningRate: number;
  #steps = 0;
  #divergence: Divergence | undefined;
  // What the last step started with:
  #rows: Int32Array;
  readonly #before: Float64Array;
  #rateThen: number;

  /** @throws GraphError if the graph or the tables do not fit together, or a setting is out of range */
  constructor(options: TrainerOptions) {
    this.#graph = options.graph;
    this.#examples = new Examples(options.graph, options.data);
    this.#batches = new Batches(this.#examples.count, options.seed, options.order ?? 'resampled');
    this.#learningRate = checkedLearningRate(options.learningRate);
    this.#rateThen = this.#learningRate;
    this.#program = this.#examples.compileFor(options.batchSize);
    this.#loss = this.#program.view(options.graph.output).data;
    this.#rows = new Int32Array(options.batchSize);
    this.#before = this.#program.parameters.slice();
  }

  /** How many steps have been taken. */
  get steps(): number {
    return this.#steps;
  }

  /** How many steps make an epoch: examples divided by the batch size, rounded down. */
  get stepsPerEpoch(): number {
    return Math.floor(this.#examples.count / this.batchSize);
  }

  get batchSize(): number {
    return this.#resized?.batchSize ?? this.#rows.length;
  }

  /** Takes effect at the next step; until then everything is as the last step left it. @throws GraphError if out of range */
  set batchSize(size: number) {
    if (size === this.batchSize) return;
    this.#resized = size === this.#rows.length ? undefined : { program: this.#examples.compileFor(size), batchSize: size };
  }

  get learningRate(): number {
    return this.#learningRate;
  }

  /** Takes effect at the next step. @throws GraphError if not a positive finite number */
  set learningRate(rate: number) {
    this.#learningRate = checkedLearningRate(rate);
  }

  get order(): BatchOrder {
    return this.#batches.order;
  }

  /** Takes effect at the next step, with a pass over the data that begins there. */
  set order(order: BatchOrder) {
    this.#batches.order = order;
  }

  /** Where the drawing of batches stands. */
  get batches(): BatchState {
    return this.#batches.state;
  }

  /** All that the next steps depend on, beside the settings. A copy. */
  get state(): TrainerState {
    return { steps: this.#steps, batches: this.#batches.state, parameters: this.parameters };
  }

  /**
   * Goes to where the state was taken: with the settings of that time, every step from there on is the same to the
   * last bit. What the last step did is forgotten, and a divergence with it.
   */
  restore({ steps, batches, parameters }: TrainerState): void {
    this.#steps = steps;
    this.#batches.state = batches;
    this.#program.parameters.set(parameters);
    this.#divergence = undefined;
  }

  /** The norm of the last step's gradient, of all parameters together. */
  get gradientNorm(): number {
    return norm(this.#program.parameterGradients);
  }

  /** The program as the last step left it: to be read only, and only until the next step. */
  get program(): Program {
    return this.#program;
  }

  /** The loss of the last batch, before its update; 0 before the first step. */
  get loss(): number {
    return this.#loss[0]!;
  }

  /** Where training stopped making sense, once it has. */
  get divergence(): Divergence | undefined {
    return this.#divergence;
  }

  /** The rows of the last batch, as numbers of examples from 0. A copy. */
  get batch(): Int32Array {
    return this.#rows.slice();
  }

  /** The value of a parameter (or any node, as of the last step). A copy. */
  value(id: string): Tensor {
    return this.#program.value(id);
  }

  /** All parameters side by side. A copy. */
  get parameters(): Float64Array {
    return this.#program.parameters.slice();
  }

  /**
   * One step of SGD. Looks at the loss and at every updated parameter for numbers that are not finite.
   * @returns the loss of the batch, before the update
   */
  step(): number {
    this.#begin();
    this.#program.forward();
    this.#program.backward();
    const finite = sgdUpdate(this.#program, this.#learningRate);
    return this.#finish(finite);
  }

  /** The same step, bit for bit, with everything recorded that happens in it. */
  recordStep(): Recording {
    this.#begin();
    const recording = record(this.#program, { learningRate: this.#learningRate });
    this.#finish(firstNonFiniteCell(this.#program.parameters) === -1);
    return recording;
  }

  /** The next step, recorded but not taken: the trainer stays as it is. */
  previewStep(): Recording {
    const rows = new Int32Array(this.batchSize);
    const { state } = this.#batches;
    this.#batches.draw(rows);
    this.#batches.state = state;
    return recordBatch(this.#examples, rows, this.#program.parameters, this.#learningRate);
  }

  /** The last step, recorded once more from the parameters that it started with. @throws GraphError if there was none */
  replayLastStep(): Recording {
    if (this.#steps === 0) throw new GraphError('No step has been taken, so that there is none to replay');
    return recordBatch(this.#examples, this.#rows, this.#before, this.#rateThen);
  }

  /**
   * Forward passes at once over all of `data` (tables as in the options, of any length), or over the examples
   * that it trains on. @throws GraphError if the tables do not fit
   */
  evaluator(data?: Readonly<Record<string, Tensor>>): Evaluator {
    const examples = data === undefined ? this.#examples : new Examples(this.#graph, data);
    return createEvaluator(examples, () => this.#program.parameters);
  }

  /** Draws a batch, and keeps what a replay needs. */
  #begin(): void {
    if (this.#resized !== undefined) this.#resize(this.#resized.program, this.#resized.batchSize);
    this.#batches.draw(this.#rows);
    this.#examples.feed(this.#program, this.#rows);
    this.#before.set(this.#program.parameters);
    this.#rateThen = this.#learningRate;
  }

  #resize(program: Program, batchSize: number): void {
    program.parameters.set(this.#program.parameters);
    this.#program = program;
    this.#loss = program.view(this.#graph.output).data;
    this.#rows = new Int32Array(batchSize);
    this.#resized = undefined;
  }

  #finish(parametersFinite: boolean): number {
    const loss = this.#loss[0]!;
    if (!(Number.isFinite(loss) && parametersFinite) && this.#divergence === undefined) {
      const found = firstNonFiniteOfStep(this.#program, this.#before);
      if (found !== undefined) this.#divergence = { step: this.#steps, found };
    }
    this.#steps++;
    return loss;
  }
}
