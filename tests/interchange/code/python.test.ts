import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test, type TestContext } from 'vitest';
import type { CodeStyle } from '../../../src/interchange/code/code';
import { goldenCases, lessonCases, opCases, pageCases, powerCases, randomCases, wildCases, type GeneratedCase } from './generatedCases';
import { expectTheEngines, runInPython, type GeneratedRun } from './generatedRuns';

const STYLES: readonly CodeStyle[] = ['Python', 'NumPy'];

/** The first Python 3 that has NumPy: the one that is asked for or, if none is, the usual one or the system's. */
const asked = process.env['PYTHON'];
const python = (asked === undefined ? ['python3', '/usr/bin/python3'] : [asked]).find(
  (program) => spawnSync(program, ['-c', 'import sys, numpy; sys.exit(sys.version_info < (3, 8))']).status === 0,
);

const MISSING =
  `The generated Python was not run: ${asked === undefined ? 'python3' : `"${asked}"`} is no Python 3.8 or later with NumPy. ` +
  'Install one (on Debian: apt-get install python3-numpy), or set PYTHON to the path of one.';

/** The runs of each list of cases. All files are run in one process. */
const runs = new Map<string, readonly GeneratedRun[]>();

beforeAll(async () => {
  if (python === undefined) return;
  const lists: Readonly<Record<string, readonly GeneratedCase[]>> = {
    lessons: await lessonCases(),
    pages: pageCases(),
    golden: goldenCases(),
    random: randomCases(),
    wild: wildCases(),
    ops: opCases(),
    powers: powerCases(),
  };
  const done = runInPython(python, Object.values(lists).flat(), STYLES);
  let next = 0;
  for (const [list, cases] of Object.entries(lists)) {
    runs.set(list, done.slice(next, next + cases.length * STYLES.length));
    next += cases.length * STYLES.length;
  }
}, 120_000);

/** The runs of a list; says plainly if there was nothing to run them in. */
function runsOf(context: TestContext, list: string, least: number): readonly GeneratedRun[] {
  context.skip(python === undefined, MISSING);
  const found = runs.get(list) ?? [];
  expect(found.length).toBeGreaterThanOrEqual(least * STYLES.length);
  return found;
}

describe('codeOf writes Python and NumPy that compute the engine’s values, gradients and updates', () => {
  test('for every graph of the lessons, without a warning', (context) => {
    for (const one of runsOf(context, 'lessons', 1)) {
      expectTheEngines(one);
      expect(one.result.warnings, one.name).toEqual([]);
    }
  });

  test('for every example of a circuit and for Boston housing, without a warning', (context) => {
    for (const one of runsOf(context, 'pages', 10)) {
      expectTheEngines(one);
      expect(one.result.warnings, one.name).toEqual([]);
      expect(one.result.printed).toContain(`${one.code.names.get(one.recording.graph.output) ?? ''} = `);
    }
  });

  test('for the stored graphs, at kinks, ties and saturation as well', (context) => {
    for (const one of runsOf(context, 'golden', 20)) expectTheEngines(one);
  });

  test('for fifty random graphs', (context) => {
    for (const one of runsOf(context, 'random', 50)) expectTheEngines(one);
  });

  test('for graphs whose numbers overflow or have no value', (context) => {
    for (const one of runsOf(context, 'wild', 30)) expectTheEngines(one);
  });

  test('for every op, with vectors, broadcasts and attributes', (context) => {
    for (const one of runsOf(context, 'ops', 200)) expectTheEngines(one);
  });

  test('for powers, where Python has 1 for what is not a number to the engine', (context) => {
    const found = runsOf(context, 'powers', 4);
    for (const one of found) expectTheEngines(one);
    // Each is the NaN that the engine has, and a constant exponent needs no function for it.
    const [value] = found.filter(({ name }) => name === '1 ** nan').map(({ result }) => result.values['f']?.bytes);
    expect(Number.isNaN(Buffer.from(value ?? '', 'hex').readDoubleLE())).toBe(true);
    for (const { code } of found.filter(({ name }) => name === '1 ** 2')) expect(code.lines.some(({ text }) => /= a \*\* \w+$/.test(text))).toBe(true);
  });
});
