import { describe, expect, test } from 'vitest';
import * as engine from '../../src/engine';
import * as parsing from '../../src/expression/parseExpression';
import * as symbolic from '../../src/expression/symbolic';
import { faultsOf, printedBy, readmeSamples } from '../engine/readmeSamples';

const [, sample = ''] = readmeSamples();
const modules = new Map<string, unknown>([
  ['./src/engine', engine],
  ['./src/expression/parseExpression', parsing],
  ['./src/expression/symbolic', symbolic],
]);

describe('the second code sample of the README', () => {
  test('passes the type check', () => {
    expect(faultsOf(sample)).toEqual([]);
    expect(faultsOf(`${sample}\nprogram.forward('twice');`)).toEqual(['Expected 0 arguments, but got 1.']);
  }, 60_000);

  test("has the lesson's gradient of (x + y) z by z, by backpropagation and by symbols", () => {
    expect(printedBy(sample, modules)).toEqual([3, 3]);
  });
});
