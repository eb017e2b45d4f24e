import { describe, expect, it } from 'vitest';
import { figureCharacters, formatError } from '../../../src/scene/circuit/gradientColumns';
import { rowOf } from './gradientRecording';

describe('figureCharacters', () => {
  it('is what the heads take where the figures are shorter, as unknown ones are', () => {
    expect(figureCharacters([rowOf('log(x)', { x: -1 })])).toBe(figureCharacters([]));
  });

  it('grows with the longest figure of each column, and not with shorter ones', () => {
    const long = rowOf('x * 1.2345e-50', { x: -1.2345e-10 });
    const [alone, both] = [figureCharacters([long]), figureCharacters([rowOf('2x', { x: 1 }), long])];
    expect(alone).toBeGreaterThan(figureCharacters([]));
    expect(both).toBe(alone);
  });
});

describe('formatError', () => {
  it('is its size', () => {
    expect([formatError(0), formatError(3.49e-13)]).toEqual(['0', '3e−13']);
  });
});
