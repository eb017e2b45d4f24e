import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, OPS, type NestedNumbers, type Operand, type Working } from '../../src/engine';
import { relativeDifference } from './closeness';
import { evaluateWorking } from './evaluateWorking';
import { casesOf, graphOf } from './opCases';

describe('work spells a calculation that comes to the value of the cell', () => {
  test.each(OPS.map((op) => [op.name, op] as const))('for every cell of %s', (_, op) => {
    fc.assert(
      fc.property(casesOf(op), ({ inputs, attributes }) => {
        const program = compile(graphOf({ op, inputs, attributes }));
        inputs.forEach((input, port) => program.feed(`x${port}`, input));
        program.forward();
        const [call] = program.forwardCalls;
        if (call === undefined) throw new Error('nothing was compiled');
        program.value('f').data.forEach((value, cell) => {
          const working = call.work(cell);
          for (const operand of operandsOf(working)) {
            // Cells are those of the nodes that are read, not of their stretched copies.
            expect(inputs[Number(operand.port)]?.data[operand.cell]).toBe(operand.value);
          }
          const result = evaluateWorking(working, ({ cell: logit }) => call.call.scratch[logit] ?? NaN);
          expect(Math.abs(result - value)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(value), ...operandsOf(working).map((x) => x.value ** 2)));
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('work is written', () => {
  test.each<[string, NestedNumbers[], string]>([
    ['add', [1, 2, 3], '[1] + [2] + [3]'],
    ['mul', [1, 2], '[1] × [2]'],
    ['sub', [1, 2], '[1] − [2]'],
    ['div', [1, 2], '[1] ÷ [2]'],
    ['pow', [1, 2], '[1] ^ [2]'],
    ['neg', [1], '−([1])'],
    ['sigmoid', [1], 'σ([1])'],
    ['max', [1, 2], 'max([1], [2])'],
    ['mean', [[1, 2]], '([1] + [2]) ÷ 2'],
    ['sum', [[1, 2]], '[1] + [2]'],
    ['matmul', [[1, 2], [3, 4]], '[1] × [3] + [2] × [4]'],
    ['linear', [[[1, 2]], [[3], [4]], [5]], '[1] × [3] + [2] × [4] + [5]'],
    ['mse', [[1, 2], [3, 4]], '[([1] − [3])² + ([2] − [4])²] ÷ 2'],
    ['softmaxCrossEntropy', [[[1, 2], [3, 4]], [0, 1]], '−[ln softmax([1]) + ln softmax([4])] ÷ 2'],
    ['softmaxCrossEntropy', [[[1, 2]], [[0.25, 0.75]]], '−[0.25 × ln softmax([1]) + 0.75 × ln softmax([2])] ÷ 1'],
  ])('%s: as a reader would write it', (op, inputs, text) => {
    const program = compile({
      nodes: [
        ...inputs.map((value, port) => ({ id: `x${port}`, role: 'parameter' as const, value })),
        { id: 'f', op, inputs: inputs.map((_, port) => `x${port}`) },
      ],
      output: 'f',
    });
    program.forward();
    const working = program.forwardCalls[0]?.work(0) ?? [];
    expect(working.map((part) => (typeof part === 'string' ? part : `[${part.value}]`)).join('')).toBe(text);
  });
});

describe('evaluateWorking', () => {
  test('reads signs by their usual precedence', () => {
    const two: Operand = { port: 0, cell: 0, value: 2 };
    expect(evaluateWorking([two, ' + 3 × ', two, '²'])).toBe(14);
    expect(evaluateWorking(['−[', two, ' − 5] ÷ 4'])).toBe(0.75);
    expect(relativeDifference(evaluateWorking(['log(', two, ')']), Math.LN2)).toBe(0);
    expect(() => evaluateWorking(['(', two])).toThrow('not closed');
    expect(() => evaluateWorking([two, two])).toThrow('left over');
  });
});

function operandsOf(working: Working): Operand[] {
  return working.filter((part) => typeof part === 'object');
}
