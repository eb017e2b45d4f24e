import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prettyJson } from '../../src/interchange/prettyJson';

describe('prettyJson', () => {
  test('writes JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(prettyJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('keeps a row of numbers and a short object on one line, and breaks what holds more', () => {
    expect(prettyJson({ rows: [[1, 2], [3, 4]], plan: { seed: 1, scaled: true }, none: [], left: undefined })).toBe(
      '{\n  "rows": [\n    [1, 2],\n    [3, 4]\n  ],\n  "plan": { "seed": 1, "scaled": true },\n  "none": []\n}',
    );
  });

  test('breaks an object that is too long for a line', () => {
    const long = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`field ${index}`, index * 1000]));
    expect(prettyJson(long).split('\n')).toHaveLength(14);
  });
});
