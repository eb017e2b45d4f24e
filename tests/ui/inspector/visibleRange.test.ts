import { describe, expect, it } from 'vitest';
import { visibleIndices, visibleRange } from '../../../src/ui/inspector/visibleRange';

describe('visibleRange', () => {
  it('covers what can be seen and a little more', () => {
    expect(visibleRange(1000, 300, 25, 506)).toEqual({ start: 36, end: 56 });
  });

  it('stays within the rows that there are', () => {
    expect(visibleRange(0, 300, 25, 3)).toEqual({ start: 0, end: 3 });
    expect(visibleRange(1e6, 300, 25, 506)).toEqual({ start: 506, end: 506 });
    expect(visibleRange(0, 300, 25, 0)).toEqual({ start: 0, end: 0 });
  });
});

describe('visibleIndices', () => {
  it('lists what the range holds', () => {
    expect(visibleIndices(1000, 30, 25, 506)).toEqual([36, 37, 38, 39, 40, 41, 42, 43, 44, 45]);
    expect(visibleIndices(0, 300, 25, 0)).toEqual([]);
  });
});
