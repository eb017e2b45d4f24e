import { describe, expect, it } from 'vitest';
import { visibleRange } from '../../../src/ui/inspector/visibleRange';

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
