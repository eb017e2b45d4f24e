import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figure, figureIn, knownFigure, spokenKnownFigure } from '../../src/scene/figure';
import { scalar } from './recordings';

/** Reads a figure back, its true minus signs included. */
const read = (text: string): number => Number(text.replaceAll('−', '-'));
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('figureIn', () => {
  it('writes as many significant digits as fit', () => {
    const third = 1 / 3;
    expect([7, 9, 12, 19].map((characters) => figureIn(third, characters))).toEqual([
      '0.33333',
      '0.3333333',
      '0.3333333333',
      '0.3333333333333333',
    ]);
  });

  it('writes a number whose every digit fits as it is', () => {
    expect(figureIn(0.5, 7)).toBe('0.5');
    expect(figureIn(-0.1, 24)).toBe('−0.1');
    expect(figureIn(0, 3)).toBe('0');
  });

  it('writes three digits, or two before an exponent, where fewer fit', () => {
    expect(figureIn(-0.19661193, 2)).toBe('−0.197');
    expect(figureIn(1.2345e-30, 0)).toBe('1.2e−30');
  });

  it('never takes more characters than it is given, from 9 on', () => {
    fc.assert(
      fc.property(finite, fc.integer({ min: 9, max: 24 }), (value, characters) => {
        expect(figureIn(value, characters).length).toBeLessThanOrEqual(characters);
      }),
    );
  });

  it('says every number exactly where 24 characters fit', () => {
    fc.assert(
      fc.property(finite, (value) => {
        // Zero has no sign on the page.
        expect(read(figureIn(value, 24)) + 0).toBe(value + 0);
      }),
    );
  });

  it('leaves no room unused: one digit before the point, and the others after it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 9.9, noNaN: true }), fc.integer({ min: 4, max: 16 }), (value, characters) => {
        // A digit and the point; then half of the last place, and what the subtraction itself loses.
        expect(Math.abs(read(figureIn(value, characters)) - value)).toBeLessThanOrEqual(0.5 * 10 ** (2 - characters) + 2e-15);
      }),
    );
  });
});

describe('figure', () => {
  it('writes three digits unless there is more room', () => {
    const tensor = scalar(0.7310585786300049);
    expect(figure(tensor)).toBe('0.731');
    expect(figure(tensor, 9)).toBe('0.7310586');
    expect(figure(tensor, 'all')).toBe('0.7310585786300049');
  });

  it('writes the norm of a tensor with as many digits as a single number', () => {
    expect(figure({ shape: [2], data: Float64Array.of(1, 1) }, 12)).toBe('1.4142135624');
  });
});

describe('knownFigure', () => {
  it('writes a question mark for what is not finite, whatever the room', () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      expect(knownFigure(scalar(value))).toBe('?');
      expect(knownFigure(scalar(value), 'all')).toBe('?');
    }
    expect(knownFigure(scalar(-0.19661193))).toBe('−0.197');
  });
});

describe('spokenKnownFigure', () => {
  it('says what is not finite to be unknown, and every digit on request', () => {
    expect(spokenKnownFigure('gradient', scalar(NaN), false)).toBe('gradient unknown');
    expect(spokenKnownFigure('value', scalar(0.1 + 0.2), false)).toBe('value 0.3');
    expect(spokenKnownFigure('value', scalar(0.1 + 0.2), true)).toBe('value 0.30000000000000004');
  });
});
