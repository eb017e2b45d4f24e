import { describe, expect, test } from 'vitest';
import * as engine from '../../src/engine';
import { relativeDifference } from './closeness';
import { asTensor, golden } from './golden';
import { faultsOf, printedBy, readmeSamples } from './readmeSamples';

const [sample = ''] = readmeSamples();
const modules = new Map<string, unknown>([['./src/engine', engine]]);
const { case2 } = golden.lesson;

describe('the first code sample of the README', () => {
  test('has at most 15 lines', () => {
    const lines = sample.trimEnd().split('\n').length;
    expect(lines).toBeGreaterThan(5);
    expect(lines).toBeLessThanOrEqual(15);
  });

  test('passes the type check', () => {
    expect(faultsOf(sample)).toEqual([]);
    expect(faultsOf(`${sample}\nprogram.forward('twice');`)).toEqual(['Expected 0 arguments, but got 1.']);
  }, 60_000);

  test("builds, runs and differentiates the lesson's network of two layers", () => {
    const [cost, ...gradient] = printedBy(sample, modules);
    expect(relativeDifference(cost ?? NaN, case2.cost)).toBeLessThanOrEqual(1e-15);
    const wanted = [...asTensor(case2.grads['W1'] ?? NaN).data];
    expect(gradient).toHaveLength(2);
    wanted.forEach((x, cell) => {
      expect(relativeDifference(gradient[cell] ?? NaN, x)).toBeLessThanOrEqual(1e-13);
    });
  });

  test('says in its comments what it prints, to all the digits that it gives', () => {
    const comments = sample.split('\n').map((line) => line.split('//')[1] ?? '');
    const said = comments.flatMap((comment) => comment.match(/-?\d+\.\d+/g) ?? []);
    expect(said).toHaveLength(3);
    printedBy(sample, modules).forEach((x, place) => {
      expect(relativeDifference(x, Number(said[place]))).toBeLessThanOrEqual(1e-14);
    });
  });
});
