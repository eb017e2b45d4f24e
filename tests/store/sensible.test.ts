import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BATCH_ORDERS } from '../../src/engine';
import { ACTIVATIONS, INITIAL_WEIGHTS } from '../../src/lessons/network';
import { GRANULARITIES } from '../../src/scene/granularity';
import { AXES, DEFAULTS, HELD_OUT, LIMITS, OPTIONAL_LIMITS, PACES, SCALES, sensible, THEMES, type Settings } from '../../src/store/settings';

const FIELDS = Object.keys(DEFAULTS) as (keyof Settings)[];

const whole = ({ min, max }: { readonly min: number; readonly max: number }): fc.Arbitrary<number> => fc.integer({ min, max });

/** Settings as the page can make them. */
const settings: fc.Arbitrary<Settings> = fc.record({
  theme: fc.constantFrom(...THEMES),
  learningRate: fc.double({ min: 0, max: LIMITS.learningRate.max, minExcluded: true, noNaN: true }),
  batchSize: whole(LIMITS.batchSize),
  hidden: whole(LIMITS.hidden),
  epochs: whole(LIMITS.epochs),
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  pace: fc.constantFrom(...PACES),
  follow: fc.boolean(),
  speed: fc.double({ ...LIMITS.speed, noNaN: true }),
  granularity: fc.constantFrom(...GRANULARITIES),
  allDigits: fc.boolean(),
  lossScale: fc.constantFrom(...SCALES),
  lossXScale: fc.constantFrom(...SCALES),
  lossAxis: fc.constantFrom(...AXES),
  order: fc.constantFrom(...BATCH_ORDERS),
  activation: fc.constantFrom(...ACTIVATIONS),
  weights: fc.constantFrom(...INITIAL_WEIGHTS),
  heldOut: fc.constantFrom(...HELD_OUT),
  splitSeed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  scaled: fc.boolean(),
  targetLoss: fc.double({ ...OPTIONAL_LIMITS.targetLoss, noNaN: true }),
  patience: whole(OPTIONAL_LIMITS.patience),
  accuracyShare: fc.double({ ...OPTIONAL_LIMITS.accuracyShare, noNaN: true }),
  accuracyWithin: fc.double({ ...OPTIONAL_LIMITS.accuracyWithin, noNaN: true }),
  smoothing: fc.double({ ...OPTIONAL_LIMITS.smoothing, noNaN: true }),
});

/** What nobody would call a value of any of the settings. */
const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, NaN, Infinity, -Infinity, 0, -1, -0.5, 1e9 + 0.5, '', '1', 'true', 'dark ', 'constructor', {}, [], [11]),
  fc.string().map((text) => `<${text}>`),
  fc.object(),
);

/** Whether every field is one that the page could have made. */
function valid(given: Settings): boolean {
  const inside = (value: number, { min, max }: { readonly min: number; readonly max: number }): boolean => value >= min && value <= max;
  return (
    THEMES.includes(given.theme) &&
    given.learningRate > 0 &&
    given.learningRate <= LIMITS.learningRate.max &&
    [given.batchSize, given.hidden, given.epochs, given.seed].every(Number.isInteger) &&
    inside(given.batchSize, LIMITS.batchSize) &&
    inside(given.hidden, LIMITS.hidden) &&
    inside(given.epochs, LIMITS.epochs) &&
    inside(given.seed, { min: 0, max: 2 ** 31 - 1 }) &&
    PACES.includes(given.pace) &&
    typeof given.follow === 'boolean' &&
    inside(given.speed, LIMITS.speed) &&
    GRANULARITIES.includes(given.granularity) &&
    typeof given.allDigits === 'boolean' &&
    SCALES.includes(given.lossScale) &&
    AXES.includes(given.lossAxis) &&
    SCALES.includes(given.lossXScale) &&
    BATCH_ORDERS.includes(given.order) &&
    ACTIVATIONS.includes(given.activation) &&
    INITIAL_WEIGHTS.includes(given.weights) &&
    HELD_OUT.includes(given.heldOut as (typeof HELD_OUT)[number]) &&
    [given.splitSeed, given.patience].every(Number.isInteger) &&
    inside(given.splitSeed, { min: 0, max: 2 ** 31 - 1 }) &&
    typeof given.scaled === 'boolean' &&
    (Object.keys(OPTIONAL_LIMITS) as (keyof typeof OPTIONAL_LIMITS)[]).every((key) => inside(given[key], OPTIONAL_LIMITS[key]))
  );
}

describe('sensible', () => {
  test('leaves settings that make sense as they are', () => {
    fc.assert(
      fc.property(settings, (given) => {
        expect(sensible(given)).toEqual(given);
      }),
    );
    expect(sensible(DEFAULTS)).toEqual(DEFAULTS);
  });

  test('falls back field by field: one that makes no sense takes its default, the others stay', () => {
    fc.assert(
      fc.property(settings, fc.subarray(FIELDS), fc.func(nonsense), (given, spoilt, wrong) => {
        const found: Record<string, unknown> = { ...given };
        for (const field of spoilt) found[field] = field === 'seed' || field === 'splitSeed' ? 'five' : wrong(field);
        const wanted: Record<string, unknown> = { ...given };
        for (const field of spoilt) wanted[field] = DEFAULTS[field];
        expect(sensible(found)).toEqual(wanted);
      }),
    );
  });

  test('makes valid settings of anything, with no field more', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({}), fc.dictionary(fc.constantFrom(...FIELDS), fc.anything())), (anything) => {
        const made = sensible(anything);
        expect(Object.keys(made).toSorted()).toEqual(FIELDS.toSorted());
        expect(valid(made)).toBe(true);
      }),
    );
  });

  test('takes a seed of any size for one that the generator knows', () => {
    expect(sensible({ seed: 2 ** 31 + 5 }).seed).toBe(5);
    expect(sensible({ seed: -1 }).seed).toBe(DEFAULTS.seed);
  });
});
