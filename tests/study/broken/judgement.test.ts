import { describe, expect, test } from 'vitest';
import { compile, record, type Graph, type Recording } from '../../../src/engine';
import { MISTAKES, type Mistake } from '../../../src/lessons/lesson';
import { brokenPass } from '../../../src/study/broken/brokenPass';
import { checkBroken } from '../../../src/study/broken/checkBroken';
import { receivers } from '../../../src/study/broken/effect';
import { judgeGuess, type GuessJudgement } from '../../../src/study/broken/judgement';
import { mysteries } from '../../../src/study/broken/mysteries';
import { recorded, scalars } from '../../engine/scalarGraphs';
import { network } from './recordings';

function judged(recording: Recording, hidden: Mistake, guess: Mistake, nodes: readonly string[]): GuessJudgement {
  const pass = brokenPass(recording, hidden);
  return judgeGuess(pass, guess, new Map(nodes.map((node) => [node, checkBroken(pass, node)])));
}

function why(...question: Parameters<typeof judged>): string {
  const judgement = judged(...question);
  return judgement.right ? 'right' : judgement.why;
}

describe('judgeGuess', () => {
  const recording = network(0.3);

  test('accepts the right name, whatever has been checked, and no other', () => {
    for (const hidden of mysteries(recording)) {
      for (const guess of MISTAKES) {
        for (const nodes of [[], ['W1'], ['W2', 'l1', 'X', 's']]) expect(judged(recording, hidden, guess, nodes).right, `${hidden}, ${guess}`).toBe(hidden === guess);
      }
    }
  });

  test('answers with a node that should be wrong and is right', () => {
    expect(why(recording, 'slope of the input', 'not divided', ['W2'])).toBe('If 1/m were forgotten, the gradient of W₂ would be 5 times too large; it is right.');
  });

  test('answers with a node that should be right and is wrong', () => {
    expect(why(recording, 'not divided', 'not reset', ['W1', 'l2'])).toBe(
      'If the gradients of the step before were still there, the gradient of l₂ would be right; it is 5 times too large.',
    );
  });

  test('answers with another factor', () => {
    expect(why(recording, 'not divided', 'not reset', ['W1'])).toBe(
      'If the gradients of the step before were still there, the gradient of W₁ would be 2 times too large; it is 5 times too large.',
    );
  });

  test('answers with a cell where both are wrong from cell to cell', () => {
    const { program } = brokenPass(recording, 'slope of the input');
    const expected = program.gradient('W1').data;
    const found = brokenPass(recording, 'not transposed').program.gradient('W1').data;
    const said = /^If sigmoid’s slope were taken of its input, the gradient of W₁ would be (\S+) in row (\d), column (\d); it is (\S+)\.$/.exec(
      why(recording, 'not transposed', 'slope of the input', ['W1']),
    );
    const [, would = '', row = '', column = '', is = ''] = said ?? [];
    const cell = (Number(row) - 1) * 2 + Number(column) - 1;
    const number = (text: string): number => Number(text.replace('−', '-'));
    expect(number(would)).toBeCloseTo(expected[cell] ?? NaN, 3);
    expect(number(is)).toBeCloseTo(found[cell] ?? NaN, 3);
    // The cell in which they are furthest apart.
    const gaps = Array.from(found, (x, i) => Math.abs(x - (expected[i] ?? NaN)));
    expect(gaps[cell]).toBe(Math.max(...gaps));
  });

  test('answers a mistake that could do nothing with why, and with what is wrong', () => {
    expect(why(recording, 'not divided', 'overwritten', ['W1'])).toBe(
      'No node of this graph is read twice, so there is nothing to overwrite. So every gradient would be right; that of W₁ is 5 times too large.',
    );
    expect(why(recording, 'not divided', 'overwritten', [])).toBe(
      'No node of this graph is read twice, so there is nothing to overwrite. So every gradient would be right; check some, and see which is not.',
    );
  });

  test('says what to check where the evidence fits both', () => {
    expect(why(recording, 'not divided', 'not reset', ['C'])).toBe('Not that one. What has been checked so far would fit; check y, which tells them apart.');
  });

  describe('where every node that would tell has been checked', () => {
    /** All of W's gradient stems from one feature of the one example that counts. */
    const wide: Graph = {
      nodes: [
        { id: 'X', role: 'data', value: [Array.from({ length: 40 }, (_, column) => (column === 1 ? 5 : 0)), Array.from({ length: 40 }, () => 0)] },
        { id: 'W', role: 'parameter', value: Array.from({ length: 40 }, (_, row) => [row / 100]) },
        { id: 'l', op: 'matmul', inputs: ['X', 'W'] },
        { id: 'f', op: 'sum', inputs: ['l'] },
      ],
      output: 'f',
    };
    const hidden = brokenPass(record(compile(wide, { gradients: 'parameters' })), 'not reset');
    const guess = 'not transposed';

    test('says that the two differ in other cells than those compared', () => {
      // Left over: W[1] twice. Not transposed: W[2], by the numbers of X as they lie in memory.
      const cells = (entry: { readonly cell: number }): boolean => entry.cell > 3;
      const full = checkBroken(hidden, 'W', 40);
      const sampled = { ...full, entries: full.entries.filter(cells) };
      expect(judgeGuess(hidden, guess, new Map([['W', sampled]]))).toEqual({
        right: false,
        why: 'Not that one, but the checks so far cannot tell the two apart: the gradients of W differ in cells that were not compared.',
      });
      expect(judgeGuess(hidden, guess, new Map([['W', full]]))).toMatchObject({ why: expect.stringMatching(/^If a matrix were reshaped/) as string });
    });

    test('says which check cannot be told', () => {
      const unclear = { ...checkBroken(hidden, 'W', 40), verdict: 'unclear' as const };
      expect(judgeGuess(hidden, guess, new Map([['W', unclear]]))).toEqual({
        right: false,
        why: 'Not that one, but the checks so far cannot tell the two apart: that of W is not exact enough.',
      });
      const pass = brokenPass(recording, 'not divided');
      const nodes = receivers(pass.program).filter((id) => id !== 'C');
      const checks = new Map(nodes.map((id) => [id, { ...checkBroken(pass, id), verdict: 'unclear' as const }]));
      expect(judgeGuess(pass, 'not reset', checks)).toEqual({
        right: false,
        why: 'Not that one, but the checks so far cannot tell the two apart: those of y, l₂, s, W₂, b₂ and 4 more are not exact enough.',
      });
    });
  });

  test('answers with a factor below 1 as well', () => {
    const twice = recorded(scalars('x = 1', 'f = add(x, x)'));
    expect(mysteries(twice)).toEqual(['overwritten', 'not reset']);
    expect(why(twice, 'overwritten', 'not reset', ['x'])).toBe(
      'If the gradients of the step before were still there, the gradient of x would be 2 times too large; it is 0.5 times what it should be.',
    );
  });

  test('accepts another mistake that does the very same on a graph', () => {
    // Two numbers: forgetting to divide by 2 doubles, and so does what is left over, as nothing but leaves lies before the mean.
    const mean: Graph = {
      nodes: [
        { id: 'y', role: 'data', value: [1, 2] },
        { id: 'a', role: 'parameter', value: [3, 5] },
        { id: 'C', op: 'mse', inputs: ['y', 'a'] },
      ],
      output: 'C',
    };
    expect(judged(record(compile(mean)), 'not divided', 'not reset', [])).toEqual({ right: true, twin: true });
  });
});
