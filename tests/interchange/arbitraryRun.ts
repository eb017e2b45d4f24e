import fc from 'fast-check';
import { BATCH_ORDERS } from '../../src/engine';
import { ACTIVATIONS, INITIAL_WEIGHTS } from '../../src/lessons/network';
import type { TableName } from '../../src/interchange/runFile';
import type { Change, RunDocument, RunPlan } from '../../src/training/plan';

export const BOSTON: TableName = { dataset: 'Boston housing', rows: 506, features: 13 };

/** A run of the lesson's network: two changes, a hundred steps. */
export const LESSON_RUN: RunDocument = {
  name: 'Run 1',
  plan: { hidden: 3, activation: 'sigmoid', weights: 'lesson', seed: 1, heldOut: 0.2, splitSeed: 7, scaled: true },
  history: {
    steps: 100,
    changes: [
      { step: 1, learningRate: 0.01, batchSize: 11, order: 'resampled' },
      { step: 41, learningRate: 0.005, batchSize: 22, order: 'shuffled' },
    ],
  },
  end: { loss: 12.345678901234567, parameters: '0123456789abcdef' },
};

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

const arbitraryPlan: fc.Arbitrary<RunPlan> = fc.record({
  hidden: fc.integer({ min: 1, max: 64 }),
  activation: fc.constantFrom(...ACTIVATIONS),
  weights: fc.constantFrom(...INITIAL_WEIGHTS),
  seed,
  heldOut: fc.oneof(fc.constantFrom(0, 0.1, 0.2, 0.3), fc.double({ min: 0, max: 0.5, noNaN: true }).map((share) => share + 0)),
  splitSeed: seed,
  scaled: fc.boolean(),
});

function arbitraryChanges(steps: number): fc.Arbitrary<Change[]> {
  if (steps === 0) return fc.constant([]);
  const settings = fc.record({
    learningRate: fc.double({ min: Number.MIN_VALUE, max: 10, noNaN: true }),
    batchSize: fc.integer({ min: 1, max: 253 }),
    order: fc.constantFrom(...BATCH_ORDERS),
  });
  const later = fc.uniqueArray(fc.record({ step: fc.integer({ min: 1, max: steps }), settings }), { maxLength: 8, selector: ({ step }) => step });
  return fc.tuple(settings, later).map(([first, others]) => [
    { step: 1, ...first },
    ...others.filter(({ step }) => step > 1).toSorted((a, b) => a.step - b.step).map(({ step, settings: rest }) => ({ step, ...rest })),
  ]);
}

const arbitraryEnd = fc.record({
  loss: fc.oneof(fc.double({ min: 0 }).map((loss) => loss + 0), fc.constantFrom(NaN, Infinity)),
  parameters: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((bits) => bits.toString(16).padStart(16, '0')),
});

/** Any run that the page can make, and some that it cannot. */
export const arbitraryRun: fc.Arbitrary<RunDocument> = fc
  .integer({ min: 0, max: 10_000_000 })
  .chain((steps) =>
    fc.record({
      name: fc.string({ unit: 'binary', maxLength: 60 }),
      plan: arbitraryPlan,
      changes: arbitraryChanges(steps),
      end: steps === 0 ? fc.constant(undefined) : fc.option(arbitraryEnd, { nil: undefined }),
      steps: fc.constant(steps),
    }),
  )
  .map(({ name, plan, changes, end, steps }) => ({ name, plan, history: { changes, steps }, ...(end === undefined ? {} : { end }) }));
