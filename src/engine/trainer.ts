import { GraphError } from './errors';
import { firstNonFinite, firstNonFiniteCell, type NonFinite } from './finite';
import { isLeaf, type Graph } from './graph';
import { compile, type Program } from './program';
import { Random } from './random';
import { record } from './record';
import type { Recording } from './recording';
import { sgdUpdate } from './sgd';
import { formatShape, sizeOf } from './shape';
import type { Tensor } from './tensor';

export interface TrainerOptions {
  /** A graph whose data leaves named in `data` have one row an example. */
  readonly graph: Graph;
  /** For each data leaf that is fed from a table, the whole table, one row an example. */
  readonly data: Readonly<Record<string, Tensor>>;
  readonly batchSize: number;
  readonly learningRate: number;
  /** Seeds the drawing of batches. */
  readonly seed: number;
}

/** Training stopped making sense at this step. */
export interface Divergence {
  /** The SGD step, from 0. */
  readonly step: number;
  readonly found: NonFinite;
}

/**
 * Stochastic gradient descent as the lesson has it: each step draws a batch with replacement, runs forward and
 * backward, and updates the parameters once all gradients are known. Deterministic from its seed. `step`
 * allocates nothing; batch size and learning rate may change between steps.
 */
export class Trainer {
  readonly #graph: Graph;
  readonly #tables: readonly (readonly [id: string, data: Float64Array])[];
  readonly #exampleCount: number;
  readonly #random: Random;
  #program: Program;
  #loss: Float64Array;
  #rows: Int32Array;
  #before: Float64Array;
  #learningRate: number;
  #steps = 0;
  #divergence: Divergence | undefined;

  /** @throws GraphError if the graph or the tables do not fit together, or a setting is out of range */
  constructor(options: TrainerOptions) {
    const tables = Object.entries(options.data);
    const counts = tables.map(([id, { shape }]) => [id, shape[0] ?? 0] as const);
    const [first] = counts;
    if (first === undefined) throw new GraphError('There is no data to train on');
    for (const [id, count] of counts) {
      if (count !== first[1]) {
        throw new GraphError(`"${first[0]}" has ${first[1]} examples but "${id}" has ${count}; there must be as many`, id);
      }
    }
    this.#graph = options.graph;
    this.#tables = tables.map(([id, { data }]) => [id, data.slice()]);
    this.#exampleCount = first[1];
    this.#random = new Random(options.seed);
    this.#learningRate = checkedLearningRate(options.learningRate);
    this.#program = this.#compileFor(options.batchSize);
    this.#loss = this.#program.view(options.graph.output).data;
    if (this.#loss.length !== 1) {
      const { shape } = this.#program.view(options.graph.output);
      throw new GraphError(`The output "${options.graph.output}" is ${formatShape(shape)}; a loss is a single number`);
    }
    this.#rows = new Int32Array(options.batchSize);
    this.#before = this.#program.parameters.slice();
  }

  /** How many steps have been taken. */
  get steps(): number {
    return this.#steps;
  }

  /** How many steps make an epoch: examples divided by the batch size, rounded down. */
  get stepsPerEpoch(): number {
    return Math.floor(this.#exampleCount / this.#rows.length);
  }

  get exampleCount(): number {
    return this.#exampleCount;
  }

  get batchSize(): number {
    return this.#rows.length;
  }

  /** Takes effect at the next step; the parameters stay. @throws GraphError if out of range */
  set batchSize(size: number) {
    if (size === this.#rows.length) return;
    const next = this.#compileFor(size);
    next.parameters.set(this.#program.parameters);
    this.#program = next;
    this.#loss = next.view(this.#graph.output).data;
    this.#rows = new Int32Array(size);
  }

  get learningRate(): number {
    return this.#learningRate;
  }

  /** Takes effect at the next step. @throws GraphError if not a positive finite number */
  set learningRate(rate: number) {
    this.#learningRate = checkedLearningRate(rate);
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
    this.#draw();
    this.#before.set(this.#program.parameters);
    this.#program.forward();
    this.#program.backward();
    const finite = sgdUpdate(this.#program, this.#learningRate);
    return this.#finish(finite);
  }

  /** The same step, bit for bit, with everything recorded that happens in it. */
  recordStep(): Recording {
    this.#draw();
    this.#before.set(this.#program.parameters);
    const recording = record(this.#program, { learningRate: this.#learningRate });
    this.#finish(firstNonFiniteCell(this.#program.parameters) === -1);
    return recording;
  }

  /** The next step, recorded but not taken: parameters and generator are put back. */
  previewStep(): Recording {
    const { state } = this.#random;
    const parameters = this.parameters;
    this.#draw();
    const recording = record(this.#program, { learningRate: this.#learningRate });
    this.#random.state = state;
    this.#program.parameters.set(parameters);
    return recording;
  }

  /** The last step, recorded once more from the parameters that it started with. */
  replayLastStep(): Recording {
    const parameters = this.parameters;
    this.#program.parameters.set(this.#before);
    const recording = record(this.#program, { learningRate: this.#learningRate });
    this.#program.parameters.set(parameters);
    return recording;
  }

  /** Forward passes over all examples at once, for predictions. */
  evaluator(): Evaluator {
    const program = this.#compileFor(this.#exampleCount);
    const rows = Int32Array.from({ length: this.#exampleCount }, (_, row) => row);
    for (const [id, data] of this.#tables) program.feedRows(id, data, rows);
    return {
      run: (id) => {
        program.parameters.set(this.#program.parameters);
        program.forward();
        return program.value(id);
      },
    };
  }

  #draw(): void {
    const rows = this.#rows;
    for (let i = 0; i < rows.length; i++) rows[i] = this.#random.below(this.#exampleCount);
    for (const [id, data] of this.#tables) this.#program.feedRows(id, data, rows);
  }

  #finish(parametersFinite: boolean): number {
    const loss = this.#loss[0] ?? NaN;
    if (!(Number.isFinite(loss) && parametersFinite) && this.#divergence === undefined) {
      this.#divergence = { step: this.#steps, found: this.#findNonFinite() };
    }
    this.#steps++;
    return loss;
  }

  /** Values and gradients are those of the last batch; parameters are looked at before the update and then after it. */
  #findNonFinite(): NonFinite {
    const program = this.#program;
    const updated = this.parameters;
    program.parameters.set(this.#before);
    const found = firstNonFinite(program);
    program.parameters.set(updated);
    if (found !== undefined) return found;
    for (const node of this.#graph.nodes) {
      if (!isLeaf(node) || node.role !== 'parameter') continue;
      const { data } = program.view(node.id);
      const cell = firstNonFiniteCell(data);
      if (cell !== -1) return { node: node.id, part: 'updated value', cell, number: data[cell] ?? NaN };
    }
    return { node: this.#graph.output, part: 'value', cell: 0, number: NaN };
  }

  #compileFor(batchSize: number): Program {
    if (!(Number.isInteger(batchSize) && batchSize >= 1 && batchSize <= this.#exampleCount)) {
      throw new GraphError(`The batch size is ${batchSize}; it must be a whole number from 1 to ${this.#exampleCount}`);
    }
    const widths = new Map(this.#tables.map(([id, data]) => [id, data.length / this.#exampleCount]));
    const nodes = this.#graph.nodes.map((node) => {
      const width = widths.get(node.id);
      if (width === undefined || !isLeaf(node)) return node;
      const rowShape = node.shape?.slice(1) ?? [width];
      if (sizeOf(rowShape) !== width) {
        throw new GraphError(`"${node.id}" takes rows of ${sizeOf(rowShape)} numbers but its table has rows of ${width}`, node.id);
      }
      return { id: node.id, role: node.role, shape: [batchSize, ...rowShape] };
    });
    return compile({ ...this.#graph, nodes }, { gradients: 'parameters' });
  }
}

/** Forward passes over all examples with the trainer's present parameters. */
export interface Evaluator {
  /** The value of a node for all examples. A copy. */
  run(id: string): Tensor;
}

function checkedLearningRate(rate: number): number {
  if (Number.isFinite(rate) && rate > 0) return rate;
  throw new GraphError(`The learning rate is ${rate}; it must be a number above 0`);
}
