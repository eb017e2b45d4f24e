import { describe, expect, test } from 'vitest';
import { histogramsOf } from '../../../src/training/samples/histograms';
import type { Histogram } from '../../../src/training/samples/samples';
import { finish, FIRST, FromTheStart, PLAN, trainedTo } from './bruteForce';

const PARAMETERS = ['W1', 'b1', 'W2', 'b2'];

/** The cells of a tensor before a step, found without any of what is tested. */
function cellsBefore(step: number, { node, part }: Histogram): number[] {
  const trainer = trainedTo(step);
  if (part === 'value') return [...trainer.value(node).data];
  trainer.step();
  return [...trainer.program.gradient(node).data];
}

describe('histogramsOf', () => {
  const { shares, result } = finish(histogramsOf(new FromTheStart(40), { columns: 5, bins: 7 }));

  test('looks at evenly spaced steps from the first to the one to come, and tells how far it is after each', () => {
    expect([...result.steps]).toEqual([1, 11, 21, 31, 41]);
    expect([...new Set(shares)]).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  });

  test('takes few steps at a go, however far it has to go for one look', () => {
    const run = new FromTheStart(500);
    expect(finish(histogramsOf(run, { columns: 2, bins: 7 }), run).most).toBeLessThanOrEqual(8);
    expect(run.taken).toBe(500);
  });

  test('covers the value and the gradient of every parameter', () => {
    expect(result.tensors.map(({ node, part }) => `${node} ${part}`).toSorted()).toEqual(
      PARAMETERS.flatMap((node) => [`${node} gradient`, `${node} value`]).toSorted(),
    );
  });

  test('spans all finite cells of all steps, and counts every one of them where it lies', () => {
    for (const tensor of result.tensors) {
      const columns = [...result.steps].map((step) => cellsBefore(step, tensor));
      const { low, high } = tensor;
      expect(tensor.outside.every((count) => count === 0)).toBe(true);
      const all = columns.flat();
      if (Math.min(...all) < Math.max(...all)) expect([low, high]).toEqual([Math.min(...all), Math.max(...all)]);
      columns.forEach((cells, column) => {
        const counted = [...tensor.counts.subarray(column * 7, (column + 1) * 7)];
        // A cell may stand on a border: then rounding decides, so that borders are widened by a hair for the comparison.
        const hair = 1e-9 * (high - low);
        let [surely, perhaps] = [0, 0];
        counted.forEach((count, bin) => {
          const [from, to] = [low + ((high - low) * bin) / 7, low + ((high - low) * (bin + 1)) / 7];
          surely = cells.filter((cell) => cell > from + hair && cell < to - hair).length;
          perhaps = cells.filter((cell) => cell >= from - hair && cell <= to + hair).length;
          expect(count).toBeGreaterThanOrEqual(surely);
          expect(count).toBeLessThanOrEqual(perhaps);
        });
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(cells.length);
        expect(tensor.nonFinite[column]).toBe(0);
      });
    }
  });

  test('puts cells that are all the same into one bin, with room around them', () => {
    const { result: before } = finish(histogramsOf(new FromTheStart(0), { columns: 8, bins: 4 }));
    const bias = before.tensors.find(({ node, part }) => node === 'b1' && part === 'value');
    expect([...before.steps]).toEqual([1]);
    expect(bias).toMatchObject({ low: -0.5, high: 0.5, counts: Uint32Array.of(0, 0, 4, 0) });
  });

  test('leaves steps out of the range at which the numbers are far larger than usual, and counts what lies beyond', () => {
    const late = [FIRST, { ...FIRST, step: 61, learningRate: 10 }];
    const { result: wild } = finish(histogramsOf(new FromTheStart(120, PLAN, late), { columns: 64, bins: 10 }));
    const weights = wild.tensors.find(({ node, part }) => node === 'W2' && part === 'value');
    if (weights === undefined) throw new Error('W2 is missing');
    const sizes = [...wild.steps].map((step) => Math.max(...trainedTo(step, PLAN, late).value('W2').data.map(Math.abs)));
    const widest = Math.max(Math.abs(weights.low), Math.abs(weights.high));
    // What came before the change is all in sight, and what it came to in the end is not.
    const [calm, end] = [sizes.filter((_, index) => (wild.steps[index] ?? 0) <= 61), sizes.at(-1) ?? 0];
    expect(widest).toBeGreaterThanOrEqual(Math.max(...calm));
    expect(end).toBeGreaterThan(1000 * widest);
    sizes.forEach((size, column) => expect((weights.outside[column] ?? 0) > 0).toBe(size > widest));
  });

  test('serves the beginning of a run that grows without bound from the start', () => {
    const wild = [{ ...FIRST, learningRate: 10 }];
    const { result: grown } = finish(histogramsOf(new FromTheStart(60, PLAN, wild), { columns: 32, bins: 10 }));
    const weights = grown.tensors.find(({ node, part }) => node === 'W2' && part === 'value');
    if (weights === undefined) throw new Error('W2 is missing');
    const beginning = Math.max(...trainedTo(1, PLAN, wild).value('W2').data.map(Math.abs));
    const end = Math.max(...trainedTo(60, PLAN, wild).value('W2').data.map(Math.abs));
    const widest = Math.max(Math.abs(weights.low), Math.abs(weights.high));
    expect(end).toBeGreaterThan(1e6 * beginning);
    expect(widest).toBeGreaterThanOrEqual(beginning);
    expect(widest).toBeLessThanOrEqual(4 * beginning);
    expect(weights.outside[0]).toBe(0);
    expect(weights.outside.at(-1)).toBeGreaterThan(0);
  });

  test('counts what is not finite by itself', () => {
    const wild = [{ ...FIRST, learningRate: 10 }];
    let last = 0;
    // Until some parameter has gone.
    while (trainedTo(last + 1, PLAN, wild).parameters.every(Number.isFinite)) last++;
    const { result: gone } = finish(histogramsOf(new FromTheStart(last, PLAN, wild), { columns: 9, bins: 3 }));
    const end = trainedTo(last + 1, PLAN, wild);
    for (const { node, part, low, high, counts, outside, nonFinite } of gone.tensors) {
      if (part !== 'value') continue;
      const cells = [...end.value(node).data];
      const lost = cells.filter((cell) => !Number.isFinite(cell)).length;
      const beyond = cells.filter((cell) => Number.isFinite(cell) && (cell < low || cell > high)).length;
      expect(nonFinite.at(-1)).toBe(lost);
      expect(outside.at(-1)).toBe(beyond);
      expect(counts.subarray(8 * 3).reduce((sum, count) => sum + count, 0)).toBe(cells.length - lost - beyond);
    }
    expect(gone.tensors.some(({ nonFinite }) => (nonFinite.at(-1) ?? 0) > 0)).toBe(true);
  });
});
