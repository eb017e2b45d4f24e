import { describe, expect, test } from 'vitest';
import { boundsOf, scrolledTo, scrolledToLine } from '../../../../src/ui/tools/trace/lineRange';

describe('boundsOf', () => {
  test('puts the ends of a range in order', () => {
    expect(boundsOf({ anchor: 7, head: 3 })).toEqual({ from: 3, to: 7 });
    expect(boundsOf({ anchor: 3, head: 7 })).toEqual({ from: 3, to: 7 });
  });
});

describe('scrolledTo', () => {
  test('stays where the lines are in view with a line of room', () => {
    expect(scrolledTo(100, 200, 20, 6, 12)).toBe(100);
  });

  test('goes just far enough down, or up', () => {
    expect(scrolledTo(100, 200, 20, 14, 15)).toBe(140);
    expect(scrolledTo(100, 200, 20, 3, 4)).toBe(40);
    expect(scrolledTo(100, 200, 20, 0, 0)).toBe(0);
  });

  test('shows the beginning of lines that do not fit', () => {
    expect(scrolledTo(0, 200, 20, 30, 60)).toBe(580);
  });
});

describe('scrolledToLine', () => {
  test('stays, or puts the line a third from above', () => {
    expect(scrolledToLine(100, 300, 20, 8)).toBe(100);
    expect(scrolledToLine(100, 300, 20, 50)).toBe(900);
    expect(scrolledToLine(100, 300, 20, 1)).toBe(0);
  });
});
