import { describe, expect, test } from 'vitest';
import { addressOf, lessonAddress } from '../../../src/ui/lessons/address';
import { wayOf } from '../../../src/ui/ways';

describe('lessonAddress', () => {
  test.each([
    ['#lessons', { lesson: undefined, step: undefined }],
    ['#lessons/', { lesson: undefined, step: undefined }],
    ['#lessons/linear', { lesson: 'linear', step: undefined }],
    ['#/lessons/chain-rule/the-neuron', { lesson: 'chain-rule', step: 'the-neuron' }],
    ['#lessons/<b>', { lesson: undefined, step: undefined }],
    ['#network', { lesson: undefined, step: undefined }],
  ])('reads %s', (hash, address) => {
    expect(lessonAddress(hash)).toEqual(address);
  });
});

describe('addressOf', () => {
  test('is read as the place that it was made for, and leads to the lessons', () => {
    expect(lessonAddress(addressOf('linear'))).toEqual({ lesson: 'linear', step: undefined });
    expect(lessonAddress(addressOf('linear', 'rows'))).toEqual({ lesson: 'linear', step: 'rows' });
    expect(wayOf(addressOf('linear', 'rows'))).toBe('lessons');
  });
});
