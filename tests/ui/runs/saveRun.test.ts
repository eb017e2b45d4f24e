import { describe, expect, test } from 'vitest';
import { fileName } from '../../../src/ui/runs/saveRun';

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
