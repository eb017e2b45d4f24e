import { describe, expect, test } from 'vitest';
import { freeName } from '../../../src/ui/files/freeName';

describe('freeName', () => {
  test.each([
    ['Run 1', [], 'Run 1'],
    ['Run 1', ['Run 2'], 'Run 1'],
    ['Run 1', ['Run 1'], 'Run 1 (2)'],
    ['Run 1', ['Run 1', 'Run 1 (2)'], 'Run 1 (3)'],
    ['Run 1 (2)', ['Run 1 (2)'], 'Run 1 (3)'],
    ['Run 1 (7)', ['Run 1 (7)'], 'Run 1 (2)'],
    ['', [''], ' (2)'],
  ])('of %j among %j is %j', (wanted, taken, name) => {
    const free = freeName(wanted, taken);
    expect(free).toBe(name);
    expect(taken).not.toContain(free);
  });
});
