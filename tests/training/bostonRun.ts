import { readFileSync } from 'node:fs';
import { parseBoston } from '../../src/datasets/bostonHousing';
import { standardize } from '../../src/datasets/scaling';
import { Trainer, type Recording, type Tensor } from '../../src/engine';
import { buildNetwork } from '../../src/lessons/network';
import type { RunPlan } from '../../src/training/plan';
import type { LiveSettings, Request, TrainingData } from '../../src/training/protocol';
import { Session } from '../../src/training/session';
import { FakeHost } from './fakeHost';

const boston = parseBoston(readFileSync('public/data/boston-housing.csv', 'utf8'));

/** The table as the page sends it. */
export const bostonData: TrainingData = { features: boston.features, target: boston.target, featureCount: 13 };

/** The lesson's rates, as fast as can be, without the graph following. */
export const FLAT_OUT: LiveSettings = { learningRate: 0.01, batchSize: 11, order: 'resampled', pace: Infinity, follow: false };

/** The lesson's network, trained on everything. */
export const LESSON_PLAN: RunPlan = {
  hidden: 10,
  activation: 'sigmoid',
  weights: 'lesson',
  seed: 1,
  heldOut: 0,
  splitSeed: 1,
  scaled: true,
};

/** The request that begins a run of the lesson's network. */
export function openRequest(change: Partial<LiveSettings> = {}, run = 1): Extract<Request, { type: 'open' }> {
  return { type: 'open', run, plan: LESSON_PLAN, settings: { ...FLAT_OUT, ...change }, data: bostonData };
}

/** A session with an open run. */
export function openSession(change: Partial<LiveSettings> = {}): { readonly host: FakeHost; readonly session: Session } {
  const host = new FakeHost();
  const session = new Session(host);
  session.handle(openRequest(change));
  return { host, session };
}

/** The trainer that such a session should amount to, driven by hand. */
export function bostonTrainer({ learningRate, batchSize }: LiveSettings = FLAT_OUT): Trainer {
  return new Trainer({
    graph: buildNetwork({ features: 13, hidden: 10, batchSize, seed: 1 }),
    data: { X: { shape: [506, 13], data: standardize(boston.features, 13).values }, y: { shape: [506, 1], data: bostonData.target } },
    batchSize,
    learningRate,
    seed: 2,
  });
}

/** The losses of so many steps of a trainer. */
export function lossesOf(trainer: Trainer, steps: number): number[] {
  return Array.from({ length: steps }, () => trainer.step());
}

/** The parameters at the end of a recorded iteration, by name. */
export function updatedIn({ steps }: Recording): ReadonlyMap<string, Tensor> {
  return new Map(steps.flatMap((step) => (step.kind === 'update' ? [[step.node, step.after] as const] : [])));
}

/** The value of a node in a recorded iteration. @throws Error if it has none */
export function valueIn({ steps }: Recording, node: string): Tensor {
  const step = steps.find((one) => (one.kind === 'feed' || one.kind === 'compute') && one.node === node);
  if (step?.kind !== 'feed' && step?.kind !== 'compute') throw new Error(`${node} has no value`);
  return step.value;
}
