import { describe, expect, test } from 'vitest';
import { compile, GraphError, type NestedNumbers, type Program } from '../../src/engine';
import { thrownBy } from './thrown';

describe('softmaxCrossEntropy', () => {
  test('forward of equal logits is ln of the number of classes', () => {
    expect(cost(run([[0, 0, 0, 0]], [2]))).toBeCloseTo(Math.log(4), 15);
  });

  test('forward and backward stay finite and exact at logits of ±1000', () => {
    const right = run([[1000, -1000]], [0]);
    expect(cost(right)).toBe(0);
    expect([...right.gradient('z').data]).toEqual([0, 0]);
    const wrong = run([[1000, -1000]], [1]);
    expect(cost(wrong)).toBe(2000);
    expect([...wrong.gradient('z').data]).toEqual([1, -1]);
  });

  test('forward and backward do not change when every logit is raised by 1000', () => {
    const low = run([[0.5, -1, 2]], [1]);
    const high = run([[1000.5, 999, 1002]], [1]);
    expect(cost(high)).toBe(cost(low));
    expect(high.gradient('z')).toEqual(low.gradient('z'));
  });

  test('backward of a class index is softmax − one-hot, divided by the rows', () => {
    const program = run([[1, 2, 3], [0, 0, 0]], [2, 0]);
    const total = Math.exp(1) + Math.exp(2) + Math.exp(3);
    const wanted = [Math.exp(1) / total, Math.exp(2) / total, Math.exp(3) / total - 1, 1 / 3 - 1, 1 / 3, 1 / 3].map((x) => x / 2);
    wanted.forEach((x, cell) => expect(program.gradient('z').data[cell]).toBeCloseTo(x, 15));
  });

  test('forward and backward treat class indices and their one-hot rows alike', () => {
    const indices = run([[1, 2, 3], [0, 5, 0]], [2, 0]);
    const oneHot = run([[1, 2, 3], [0, 5, 0]], [[0, 0, 1], [1, 0, 0]]);
    expect(cost(oneHot)).toBe(cost(indices));
    expect(oneHot.gradient('z')).toEqual(indices.gradient('z'));
  });

  test('forward takes class indices as a column, too', () => {
    expect(cost(run([[1, 2, 3], [0, 5, 0]], [[2], [0]]))).toBe(cost(run([[1, 2, 3], [0, 5, 0]], [2, 0])));
  });

  test('backward gives a class index no gradient', () => {
    expect([...run([[1, 2, 3], [0, 5, 0]], [2, 0]).gradient('t').data]).toEqual([0, 0]);
  });

  test('backward gives a one-hot target minus the log-probabilities, divided by the rows', () => {
    const { data } = run([[0, 0]], [[1, 0]]).gradient('t');
    expect(data[0]).toBeCloseTo(Math.LN2, 15);
    expect(data[1]).toBeCloseTo(Math.LN2, 15);
  });

  test('forward lets a class of weight 0 and probability 0 take no part', () => {
    expect(cost(run([[0, -Infinity]], [[1, 0]]))).toBe(0);
  });

  test.each([
    [3, 'target row 2 is 3; a class index is a whole number from 0 to 2'],
    [-1, 'target row 2 is -1; a class index is a whole number from 0 to 2'],
    [0.5, 'target row 2 is 0.5; a class index is a whole number from 0 to 2'],
    [NaN, 'target row 2 is NaN; a class index is a whole number from 0 to 2'],
  ])('forward does not know class %d of 3', (index, message) => {
    const error = thrownBy(() => run([[1, 2, 3], [0, 5, 0]], [0, index]));
    expect(error.message).toBe(`Softmax cross entropy "C": ${message}`);
    expect(error).toBeInstanceOf(GraphError);
  });
});

function run(logits: NestedNumbers, target: NestedNumbers): Program {
  const program = compile({
    nodes: [
      { id: 'z', role: 'parameter', value: logits },
      { id: 't', role: 'data', value: target },
      { id: 'C', op: 'softmaxCrossEntropy', inputs: ['z', 't'] },
    ],
    output: 'C',
  });
  program.forward();
  program.backward();
  return program;
}

function cost(program: Program): number | undefined {
  return program.value('C').data[0];
}
