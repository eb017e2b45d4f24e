import { describe, expect, test } from 'vitest';
import { goldenCases, lessonCases, opCases, pageCases, randomCases, type GeneratedCase } from './generatedCases';
import { expectTheEngines, runInPython, type GeneratedRun } from './generatedRuns';

/** Given by the command that looks for one: `npm run test:torch`. */
const python = process.env['TORCH_PYTHON'] ?? 'python3';

function run(cases: readonly GeneratedCase[]): GeneratedRun[] {
  expect(cases.length).toBeGreaterThan(0);
  return runInPython(python, cases, ['PyTorch']);
}

describe('codeOf writes PyTorch that computes the engine’s values, gradients and updates', { timeout: 120_000 }, () => {
  test('for every graph of the lessons', async () => {
    for (const one of run(await lessonCases())) expectTheEngines(one);
  });

  test('for every example of a circuit and for Boston housing', () => {
    for (const one of run(pageCases())) {
      expectTheEngines(one);
      expect(one.result.printed).toContain(`${one.code.names.get(one.recording.graph.output) ?? ''} = `);
    }
  });

  // Where numbers overflow or have no value torch goes its own ways, and is not asked.
  test('for the stored graphs, at kinks, ties and saturation as well', () => {
    for (const one of run(goldenCases())) expectTheEngines(one);
  });

  test('for fifty random graphs', () => {
    for (const one of run(randomCases())) expectTheEngines(one);
  });

  test('for every op, with vectors, broadcasts and attributes', () => {
    for (const one of run(opCases())) expectTheEngines(one);
  });
});
