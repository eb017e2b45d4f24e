import { describe, expect, test } from 'vitest';
import type { BrokenCheck } from '../../../../src/study/broken/checkBroken';
import { checkFigures, checkNotes, foundWords, verdictWords } from '../../../../src/ui/tools/breakIt/checkFigures';

function check(change: Partial<BrokenCheck> = {}): BrokenCheck {
  const entry = { cell: 0, backprop: -4, numeric: -2 };
  return { node: 'x', entries: [entry], total: 1, verdict: 'differs', worst: entry, clue: { kind: 'factor', factor: 2 }, ...change };
}

describe('checkFigures', () => {
  test('are the two numbers of a single cell, with their signs', () => {
    expect(checkFigures(check(), String)).toEqual({ broken: '-4', numeric: '-2' });
  });

  test('are norms over the cells that were compared', () => {
    const entries = [{ cell: 0, backprop: 3, numeric: -6 }, { cell: 1, backprop: 4, numeric: 8 }];
    expect(checkFigures(check({ entries, total: 2 }), String)).toEqual({ broken: '5', numeric: '10' });
  });
});

describe('verdictWords', () => {
  test('say it with a sign and in words', () => {
    expect(verdictWords(check())).toBe('✗ differs: 2 times too large');
    expect(verdictWords(check({ clue: { kind: 'cells' } }))).toBe('✗ differs by another factor in each cell');
    expect(verdictWords(check({ verdict: 'agrees', clue: { kind: 'right' } }))).toBe('✓ agrees');
    expect(verdictWords(check({ verdict: 'unclear', clue: { kind: 'right' } }))).toBe('? cannot be told');
  });
});

describe('foundWords', () => {
  test('count what was checked and what differs', () => {
    expect(foundWords([])).toBe('');
    expect(foundWords([check()])).toBe('1 node checked: 1 differs.');
    expect(foundWords([check(), check(), check({ verdict: 'agrees' })])).toBe('3 nodes checked: 2 differ.');
    expect(foundWords([check({ verdict: 'agrees' }), check({ verdict: 'unclear' })])).toBe('2 nodes checked: none differs.');
  });
});

describe('checkNotes', () => {
  test('tell of samples and of what cannot be told, where there are any', () => {
    expect(checkNotes([check()])).toEqual([]);
    expect(checkNotes([check({ entries: Array.from({ length: 24 }, (_, cell) => ({ cell, backprop: 1, numeric: 1 })), total: 1430 }), check({ verdict: 'unclear' })])).toEqual([
      'Of larger tensors 24 cells, evenly spread, are compared; norms are of these.',
      '“Cannot be told”: there the central difference agrees with the right gradient no better, as at a kink or where numbers are not finite.',
    ]);
  });
});
