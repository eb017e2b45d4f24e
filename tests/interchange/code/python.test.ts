import { spawnSync } from 'node:child_process';
import { describe, expect, test, type TestContext } from 'vitest';
import type { CodeStyle } from '../../../src/interchange/code/code';
import { goldenCases, lessonCases, opCases, pageCases, randomCases, wildCases, type GeneratedCase } from './generatedCases';
import { expectTheEngines, runInPython, type GeneratedRun } from './generatedRuns';

const STYLES: readonly CodeStyle[] = ['Python', 'NumPy'];

/** The first Python 3 that has NumPy: the one that is asked for, else the usual one, else the system's. */
const asked = process.env['PYTHON'] ?? 'python3';
const python = [asked, '/usr/bin/python3'].find(
  (program) => spawnSync(program, ['-c', 'import sys, numpy; sys.exit(sys.version_info < (3, 8))']).status === 0,
);

/** Runs some cases; says plainly if there is nothing to run them in. */
function run(context: TestContext, cases: readonly GeneratedCase[]): GeneratedRun[] {
  if (python === undefined) {
    context.skip(`The generated Python was not run: "${asked}" is no Python 3 with NumPy. Install Debian's python3-numpy, or set PYTHON to the path of one.`);
    return [];
  }
  const runs = runInPython(python, cases, STYLES);
  expect(cases.length).toBeGreaterThan(0);
  expect(runs).toHaveLength(cases.length * STYLES.length);
  return runs;
}

describe('codeOf writes Python and NumPy that compute the engine’s values, gradients and updates', { timeout: 60_000 }, () => {
  test('for every graph of the lessons, without a warning', async (context) => {
    for (const one of run(context, await lessonCases())) {
      expectTheEngines(one);
      expect(one.result.warnings, one.name).toEqual([]);
    }
  });

  test('for every example of a circuit and for Boston housing, without a warning', (context) => {
    for (const one of run(context, pageCases())) {
      expectTheEngines(one);
      expect(one.result.warnings, one.name).toEqual([]);
      expect(one.result.printed).toContain(`${one.code.names.get(one.recording.graph.output) ?? ''} = `);
    }
  });

  test('for the stored graphs, at kinks, ties and saturation as well', (context) => {
    for (const one of run(context, goldenCases())) expectTheEngines(one);
  });

  test('for fifty random graphs', (context) => {
    const cases = randomCases();
    expect(cases).toHaveLength(50);
    for (const one of run(context, cases)) expectTheEngines(one);
  });

  test('for graphs whose numbers overflow or have no value', (context) => {
    for (const one of run(context, wildCases())) expectTheEngines(one);
  });

  test('for every op, with vectors, broadcasts and attributes', (context) => {
    for (const one of run(context, opCases())) expectTheEngines(one);
  });
});
