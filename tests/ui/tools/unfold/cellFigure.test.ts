import { describe, expect, test } from 'vitest';
import { cellFigure } from '../../../../src/ui/tools/unfold/cellFigure';

describe('cellFigure', () => {
  test.each([
    [-1.1, '−1.100'],
    [0.6539, '0.6539'],
    [0, '0'],
    [-8, '−8'],
    [-1.1e-9, '−1.100e−9'],
  ])('writes %d with four significant digits, a whole number without zeros', (value, text) => {
    expect(cellFigure(value)).toBe(text);
  });

  test('has fewer digits where a power of ten takes their room', () => {
    expect(cellFigure(-1.2345e-308)).toBe('−1.2e−308');
  });
});
