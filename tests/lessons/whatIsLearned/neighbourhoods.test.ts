import { describe, expect, test } from 'vitest';
import { parseBoston } from '../../../src/datasets/bostonHousing';
import { lesson } from '../../../src/lessons/whatIsLearned/lesson';
import { improvedNetwork, LEARNING_RATE, measuredNetwork, NEIGHBOURHOODS, scaledNetwork } from '../../../src/lessons/whatIsLearned/neighbourhoods';
import { bostonText } from '../../datasets/bostonFile';
import { computed, gradientOf, rowsOf, transposed, valueOf } from '../computedStage';

const graphStage = (graph: typeof scaledNetwork) => computed({ kind: 'graph', graph });

describe('NEIGHBOURHOODS', () => {
  test('are rows of the data set, digit by digit', () => {
    const { features, featureNames, target } = parseBoston(bostonText);
    const of = (row: number, name: string) => features[row * featureNames.length + featureNames.indexOf(name)];
    for (const { row, rooms, pupils, price } of NEIGHBOURHOODS) expect([rooms, pupils, price]).toEqual([of(row, 'rm'), of(row, 'ptratio'), target[row]]);
  });
});

describe('measuredNetwork', () => {
  test('holds the rows as they were measured, one price each', () => {
    const program = graphStage(measuredNetwork);
    expect(rowsOf(program, 'X')).toEqual(NEIGHBOURHOODS.map(({ rooms, pupils }) => [rooms, pupils]));
    expect(rowsOf(program, 'y')).toEqual(NEIGHBOURHOODS.map(({ price }) => [price]));
  });
});

describe('scaledNetwork', () => {
  const program = graphStage(scaledNetwork);

  test('has columns with mean 0 and mean square 1', () => {
    for (const column of transposed(rowsOf(program, 'X'))) {
      expect(column.reduce((sum, x) => sum + x, 0) / column.length).toBeCloseTo(0, 12);
      expect(column.reduce((sum, x) => sum + x * x, 0) / column.length).toBeCloseTo(1, 12);
    }
  });

  test('has an activation between 0 and 1, a cost that is the mean of the squares, and biases of zero', () => {
    for (const s of rowsOf(program, 's').flat()) expect(s > 0 && s < 1).toBe(true);
    const predictions = rowsOf(program, 'l2').flat();
    const squares = NEIGHBOURHOODS.map(({ price }, row) => (price - (predictions[row] ?? NaN)) ** 2);
    expect(valueOf(program, 'C')).toBeCloseTo(squares.reduce((sum, square) => sum + square, 0) / squares.length, 10);
    expect([...rowsOf(program, 'b1').flat(), ...rowsOf(program, 'b2').flat()].every((bias) => bias === 0)).toBe(true);
  });

  test('begins with predictions that are too low, so that the gradient of the last bias is negative: the mean of twice what is missing', () => {
    const missing = NEIGHBOURHOODS.map(({ price }, row) => (rowsOf(program, 'l2')[row]?.[0] ?? NaN) - price);
    for (const difference of missing) expect(difference).toBeLessThan(0);
    expect(gradientOf(program, 'b2')).toBeCloseTo((2 / missing.length) * missing.reduce((sum, difference) => sum + difference, 0), 10);
  });
});

describe('improvedNetwork', () => {
  const [before, after] = [graphStage(scaledNetwork), graphStage(improvedNetwork)];

  test('has every parameter moved by the learning rate against its gradient, and the same rows', () => {
    for (const id of ['W1', 'b1', 'W2', 'b2']) {
      const gradient = before.gradient(id).data;
      const wanted = Array.from(before.value(id).data, (value, cell) => value - LEARNING_RATE * (gradient[cell] ?? NaN));
      Array.from(after.value(id).data).forEach((value, cell) => expect(value, `${id}[${cell}]`).toBeCloseTo(wanted[cell] ?? NaN, 12));
      expect(after.value(id).shape).toEqual(before.value(id).shape);
    }
    expect(rowsOf(after, 'X')).toEqual(rowsOf(before, 'X'));
  });

  test('predicts closer to every price, with less than half of the error', () => {
    NEIGHBOURHOODS.forEach(({ price }, row) => {
      const off = [before, after].map((program) => Math.abs((rowsOf(program, 'l2')[row]?.[0] ?? NaN) - price));
      expect(off[1]).toBeLessThan(off[0] ?? NaN);
    });
    expect(valueOf(after, 'C')).toBeLessThan(valueOf(before, 'C') / 2);
  });
});

describe('the lesson', () => {
  test('ends on the reader’s own network, with as many steps to take as its words say', () => {
    const last = lesson.steps.at(-1);
    expect(lesson.stages[last?.stage ?? '']).toEqual({ kind: 'network' });
    expect(last?.exercises?.train).toEqual({ kind: 'goal', goal: { reach: 'sgd steps', least: 200 } });
  });
});
