import { describe, expect, test } from 'vitest';
import type { CircuitOptions } from '../../../src/scene/circuit/circuit';
import { sameDrawing } from '../../../src/scene/circuit/sameDrawing';

/** Options out of new objects each time. */
const options = (change: Partial<CircuitOptions> = {}): CircuitOptions => ({
  figureRoom: 52,
  folded: new Set(['h']),
  lines: [{ id: 'h', members: ['v1', 'h'] }, { id: 'f', members: ['f'] }],
  ...change,
});

describe('sameDrawing', () => {
  test('compares what the options say, not which objects they are', () => {
    expect(sameDrawing(options(), options())).toBe(true);
  });

  test.each<[what: string, change: Partial<CircuitOptions>]>([
    ['longer figures', { figureRoom: 150 }],
    ['nothing folded', { folded: new Set() }],
    ['another line folded', { folded: new Set(['f']) }],
    ['one more folded', { folded: new Set(['h', 'f']) }],
    ['a line less', { lines: [{ id: 'h', members: ['v1', 'h'] }] }],
    ['a line of another name', { lines: [{ id: 'g', members: ['v1', 'h'] }, { id: 'f', members: ['f'] }] }],
    ['a member less', { lines: [{ id: 'h', members: ['v1'] }, { id: 'f', members: ['f'] }] }],
    ['another member', { lines: [{ id: 'h', members: ['v2', 'h'] }, { id: 'f', members: ['f'] }] }],
    ['other texts', { texts: new Map([['h', 'H']]) }],
  ])('tells from them %s', (_, change) => {
    expect(sameDrawing(options(), options(change))).toBe(false);
    expect(sameDrawing(options(change), options())).toBe(false);
  });
});
