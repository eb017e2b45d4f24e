import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sliderPlace, sliderValue, type NumberRule } from '../../../src/ui/controls/numberRule';

const RATE: NumberRule = { min: 0, max: 10, whole: false, above: true, logFrom: 1e-5 };
const EPOCHS: NumberRule = { min: 1, max: 10_000, whole: true, logFrom: 1 };
const HIDDEN: NumberRule = { min: 1, max: 64, whole: true };
const BATCH: NumberRule = { min: 1, max: 506, whole: true };

const RULES = [
  ['learning rate', RATE],
  ['epochs', EPOCHS],
  ['hidden units', HIDDEN],
  ['batch size', BATCH],
] as const;

const places = Array.from({ length: 1_001 }, (_, place) => place);

describe.each(RULES)('the slider of %s', (_, rule) => {
  test('has its ends where the range ends', () => {
    expect(sliderValue(0, rule)).toBe(rule.logFrom ?? rule.min);
    expect(sliderValue(1_000, rule)).toBe(rule.max);
    expect([sliderPlace(rule.logFrom ?? rule.min, rule), sliderPlace(rule.max, rule)]).toEqual([0, 1_000]);
  });

  test('gives values that the setting takes, none of them less than the one before', () => {
    places.forEach((place) => {
      const value = sliderValue(place, rule);
      expect(value).toBeGreaterThan(0);
      expect(value).toBeGreaterThanOrEqual(rule.min);
      expect(value).toBeLessThanOrEqual(rule.max);
      expect(!rule.whole || Number.isInteger(value)).toBe(true);
      if (place > 0) expect(value).toBeGreaterThanOrEqual(sliderValue(place - 1, rule));
    });
  });

  test('stands, for a value that it gave, where it gives that value again', () => {
    places.forEach((place) => {
      const value = sliderValue(place, rule);
      expect(sliderValue(sliderPlace(value, rule), rule)).toBe(value);
    });
  });

  test('stands no further left for a greater value, and on the track for any', () => {
    const values = fc.double({ min: rule.min, max: rule.max, noNaN: true });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [low, high] = [sliderPlace(Math.min(a, b), rule), sliderPlace(Math.max(a, b), rule)];
        expect(low).toBeLessThanOrEqual(high);
        for (const place of [low, high]) expect(Number.isInteger(place) && place >= 0 && place <= 1_000).toBe(true);
      }),
    );
  });
});

describe('sliderValue', () => {
  test.each([
    ['hidden units', HIDDEN],
    ['batch size', BATCH],
  ])('reaches every number of %s', (_, rule) => {
    expect(new Set(places.map((place) => sliderValue(place, rule))).size).toBe(rule.max);
  });

  test('gives each decade of the learning rate the same part of the track', () => {
    expect([0, 250, 500, 750, 1_000].map((place) => sliderValue(place, RATE))).toEqual([1e-5, 0.00032, 0.01, 0.32, 10]);
  });
});
