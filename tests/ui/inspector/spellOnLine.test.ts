import { describe, expect, it } from 'vitest';
import type { Operand } from '../../../src/engine';
import { spellOnLine } from '../../../src/ui/inspector/spellOnLine';

const operand = (value: number): Operand => ({ port: 0, cell: 0, value });

describe('spellOnLine', () => {
  it('leaves a number that stands alone its minus', () => {
    const alone = operand(-1);
    expect(spellOnLine([alone])).toEqual({ sign: '', pieces: [{ before: '', operand: alone, unsigned: false, bound: false, after: '' }] });
  });

  it('takes the minus of a term’s first number for the term’s sign', () => {
    const { sign, pieces } = spellOnLine([operand(-2), ' + ', operand(5)]);
    expect(sign).toBe('−');
    expect(pieces.map(({ before, unsigned }) => [before, unsigned])).toEqual([['', true], ['+ ', false]]);
  });
});
