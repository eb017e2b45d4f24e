import { describe, expect, it } from 'vitest';
import type { Working } from '../../../src/engine';
import { replay } from '../../../src/scene/recording/replay';
import { termsOf, workOf } from '../../../src/scene/recording/working';
import { networkRecording } from './recordings';

const spelled = (term: Working): string =>
  term.map((part) => (typeof part === 'string' ? part : `p${part.port}c${part.cell}`)).join('');

describe('termsOf', () => {
  const program = replay(networkRecording());

  it('puts each product of a row and a column, and the bias, on a line of its own', () => {
    expect(termsOf(workOf(program, 'l1', 3) ?? []).map(spelled)).toEqual(['p0c3 × p1c1', 'p0c4 × p1c3', 'p0c5 × p1c5', 'p2c1']);
  });

  it('leaves brackets and what stands behind the last summand where they are', () => {
    expect(termsOf(workOf(program, 'C', 0) ?? []).map(spelled)).toEqual([
      '[(p0c0 − p1c0)²',
      '(p0c1 − p1c1)²',
      '(p0c2 − p1c2)²',
      '(p0c3 − p1c3)²] ÷ 4',
    ]);
  });

  it('leaves a short calculation on one line', () => {
    const operand = (cell: number): { port: number; cell: number; value: number } => ({ port: 0, cell, value: 1 });
    expect(termsOf([operand(0), ' + ', operand(1), ' + ', operand(2)])).toHaveLength(1);
  });
});
