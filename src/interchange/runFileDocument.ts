import { BATCH_ORDERS } from '../engine';
import { ACTIVATIONS, INITIAL_WEIGHTS } from '../lessons/network';
import { formatCount } from '../scene/format';
import type { Change, RunDocument, RunEnd, RunPlan } from '../training/plan';
import { choiceAt, fieldsAt, listAt, Misfit, numberAt, shown, textAt, type NumberRule } from './misfit';

/** A replay of more steps than these would take minutes. */
export const MOST_STEPS = 10_000_000;

/** Characters of a run's name that are kept. */
const LONGEST_NAME = 200;

const SEED: NumberRule = { min: 0, max: 2 ** 32 - 1, whole: true };

/** What the numbers of a plan and of its settings have to be, but for the batch size: that depends on the rows. */
export const RUN_RULES = {
  hidden: { min: 1, max: 64, whole: true },
  seed: SEED,
  splitSeed: SEED,
  heldOut: { min: 0, max: 0.5 },
  learningRate: { min: 0, max: 10, above: true },
  steps: { min: 0, max: MOST_STEPS, whole: true },
} as const satisfies Readonly<Record<string, NumberRule>>;

/** A run as plain JSON. */
export interface RunData {
  readonly name: string;
  readonly plan: RunPlan;
  readonly steps: number;
  readonly changes: readonly Change[];
  /** JSON has no numbers that are not finite: those are words. */
  readonly end?: { readonly loss: number | 'NaN' | 'Infinity'; readonly parameters: string };
}

/** The fields that every run has, and those that it may have. */
export const RUN_FIELDS = ['name', 'plan', 'steps', 'changes'] as const;
export const OPTIONAL_RUN_FIELDS = ['end'] as const;

/** A document as plain JSON, its fields in a fixed order and without any that a run has not. */
export function toRunData({ name, plan, history, end }: RunDocument): RunData {
  const { hidden, activation, weights, seed, heldOut, splitSeed, scaled } = plan;
  return {
    name: name.slice(0, LONGEST_NAME),
    plan: { hidden, activation, weights, seed, heldOut, splitSeed, scaled },
    steps: history.steps,
    changes: history.changes.map(({ step, learningRate, batchSize, order }) => ({ step, learningRate, batchSize, order })),
    ...(end === undefined ? {} : { end: { loss: writtenLoss(end.loss), parameters: end.parameters } }),
  };
}

/**
 * The document that plain JSON holds.
 *
 * @param fields an object's fields, those of `RUN_FIELDS` at least
 * @param rows how many rows the table has that the run was trained on
 * @throws Misfit at the first thing that does not fit
 */
export function fromRunData(fields: Readonly<Record<string, unknown>>, rows: number): RunDocument {
  const name = textAt(fields['name'], 'name', LONGEST_NAME);
  const plan = planFrom(fields['plan']);
  const steps = numberAt(fields['steps'], 'steps', RUN_RULES.steps);
  const changes = changesFrom(fields['changes'], steps, rows - Math.round(rows * plan.heldOut), plan.heldOut > 0);
  const end = fields['end'] === undefined ? undefined : endFrom(fields['end'], steps);
  return { name, plan, history: { changes, steps }, ...(end === undefined ? {} : { end }) };
}

function planFrom(value: unknown): RunPlan {
  const names = ['hidden', 'activation', 'weights', 'seed', 'heldOut', 'splitSeed', 'scaled'];
  const plan = fieldsAt(value, 'plan', names);
  return {
    hidden: numberAt(plan['hidden'], 'plan.hidden', RUN_RULES.hidden),
    activation: choiceAt(plan['activation'], 'plan.activation', ACTIVATIONS),
    weights: choiceAt(plan['weights'], 'plan.weights', INITIAL_WEIGHTS),
    seed: numberAt(plan['seed'], 'plan.seed', RUN_RULES.seed),
    heldOut: numberAt(plan['heldOut'], 'plan.heldOut', RUN_RULES.heldOut),
    splitSeed: numberAt(plan['splitSeed'], 'plan.splitSeed', RUN_RULES.splitSeed),
    scaled: choiceAt(plan['scaled'], 'plan.scaled', [true, false]),
  };
}

function changesFrom(value: unknown, steps: number, rows: number, held: boolean): Change[] {
  const batchSize: NumberRule = { min: 1, max: rows, whole: true, because: held ? 'the rows that are not held out' : 'the rows of the table' };
  let last = 0;
  const changes = listAt(value, 'changes').map((one, index): Change => {
    const path = `changes[${index}]`;
    const change = fieldsAt(one, path, ['step', 'learningRate', 'batchSize', 'order']);
    const step = numberAt(change['step'], `${path}.step`, { min: 1, max: Infinity, whole: true });
    if (index === 0 && step !== 1) throw new Misfit(`${path}.step is ${shown(step)}; the first change is at step 1, for no step is taken without settings.`);
    if (step <= last) throw new Misfit(`${path}.step is ${shown(step)}, but the change before it is at step ${formatCount(last)}; changes must be in the order of their steps.`);
    if (step > steps) throw new Misfit(`${path}.step is ${shown(step)}, but only ${formatCount(steps)} step${steps === 1 ? ' has' : 's have'} been taken.`);
    last = step;
    return {
      step,
      learningRate: numberAt(change['learningRate'], `${path}.learningRate`, RUN_RULES.learningRate),
      batchSize: numberAt(change['batchSize'], `${path}.batchSize`, batchSize),
      order: choiceAt(change['order'], `${path}.order`, BATCH_ORDERS),
    };
  });
  if (changes.length === 0 && steps > 0) throw new Misfit(`changes is empty; the first of ${formatCount(steps)} steps was taken with settings, which must stand there.`);
  return changes;
}

function endFrom(value: unknown, steps: number): RunEnd {
  if (steps === 0) throw new Misfit('end stands there, but no step has been taken.');
  const end = fieldsAt(value, 'end', ['loss', 'parameters']);
  const parameters = end['parameters'];
  if (typeof parameters !== 'string' || !/^[\da-f]{16}$/.test(parameters)) {
    throw new Misfit(`end.parameters is ${shown(parameters)}; it must be a hash of 16 digits from 0 to f.`);
  }
  return { loss: lossFrom(end['loss']), parameters };
}

function writtenLoss(loss: number): number | 'NaN' | 'Infinity' {
  if (Number.isNaN(loss)) return 'NaN';
  return loss === Infinity ? 'Infinity' : loss;
}

function lossFrom(value: unknown): number {
  if (value === 'NaN' || value === 'Infinity') return Number(value);
  if (typeof value === 'number' && value >= 0) return value;
  throw new Misfit(`end.loss is ${shown(value)}; it must be a number of at least 0, “NaN” or “Infinity”.`);
}
