import { describe, expect, test } from 'vitest';
import { fileName, whyNotSaved } from '../../../src/ui/runs/saveRun';

describe('fileName', () => {
  test.each([
    ['Run 1', 'run-1'],
    ['Wide tanh, a fifth held out', 'wide-tanh-a-fifth-held-out'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Größer: 2×', 'größer-2'],
    ['???', 'run'],
  ])('makes of %j %s', (name, file) => {
    expect(fileName(name)).toBe(file);
  });
});

describe('whyNotSaved', () => {
  test('is nothing up to ten million steps, and a sentence with both numbers beyond', () => {
    expect(whyNotSaved(10_000_000)).toBeUndefined();
    expect(whyNotSaved(10_000_001)).toBe('The run has 10,000,001 steps; a file holds 10,000,000 at most.');
  });
});
