import { describe, expect, test } from 'vitest';
import { readPlace } from '../../../src/ui/tools/readPlace';

const FEATURES = ['crim', 'zn', 'rm'];

describe('readPlace', () => {
  test.each([['1', 1], ['506', 506], [' 12 ', 12], ['+3', 3]])('takes the number %j of a place', (typed, place) => {
    expect(readPlace(typed, 'row', 506)).toBe(place);
  });

  test.each([
    ['0', 'The row must be a whole number from 1 to 1,506; 0 is not.'],
    ['1507', 'The row must be a whole number from 1 to 1,506; 1507 is not.'],
    ['−1', 'The row must be a whole number from 1 to 1,506; −1 is not.'],
    ['1.5', 'The row must be a whole number from 1 to 1,506; 1.5 is not whole.'],
    ['', 'The row must be a whole number from 1 to 1,506; nothing was typed.'],
    ['rm', 'The row must be a whole number from 1 to 1,506; “rm” is not a number.'],
  ])('says what is wrong with %j', (typed, problem) => {
    expect(readPlace(typed, 'row', 1506)).toEqual({ problem });
  });

  test('takes a name where there are names, however it is spelt', () => {
    expect(readPlace('rm', 'row', 3, FEATURES)).toBe(3);
    expect(readPlace(' CRIM ', 'row', 3, FEATURES)).toBe(1);
  });

  test('takes a number for a place even where something is called so', () => {
    expect(readPlace('2', 'column', 3, ['3', '2', '1'])).toBe(2);
    expect(readPlace('7', 'column', 3, ['5', '6', '7'])).toBe(3);
  });

  test('tells whoever typed letters that names will do, and gives one', () => {
    expect(readPlace('rooms', 'row', 3, FEATURES)).toEqual({
      problem: 'The row must be a whole number from 1 to 3; “rooms” is not a number. A name will do as well: crim.',
    });
    expect(readPlace('4', 'row', 3, FEATURES)).toEqual({ problem: 'The row must be a whole number from 1 to 3; 4 is not.' });
    expect(readPlace('', 'row', 3, FEATURES)).toEqual({ problem: 'The row must be a whole number from 1 to 3; nothing was typed.' });
  });
});
