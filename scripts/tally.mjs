// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/**
 * How many checks of a stage passed and failed.
 *
 * @typedef {{ passed: number, failed: number }} Tally
 */

/**
 * A stage that is one check.
 *
 * @param {number} code exit code
 * @returns {Tally}
 */
export function single(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * The tests of a Vitest run. A file that could not even be loaded has no tests to fail: it counts as one.
 *
 * @param {string} file the JSON report
 * @param {number} code exit code
 * @returns {Tally}
 */
export function vitestTally(file, code) {
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] } | undefined} */
  const report = read(file);
  const broken = report?.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0);
  return agreeing(report?.numPassedTests ?? 0, (report?.numFailedTests ?? 0) + (broken?.length ?? 0), code);
}

/**
 * The tests of a Playwright run.
 *
 * @param {string} file the JSON report
 * @param {number} code exit code
 * @returns {Tally}
 */
export function playwrightTally(file, code) {
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number } } | undefined} */
  const report = read(file);
  const stats = report?.stats ?? { expected: 0, unexpected: 0, flaky: 0 };
  return agreeing(stats.expected, stats.unexpected + stats.flaky, code);
}

/**
 * A runner can fail although no test did: coverage under its threshold, no tests found, a crash.
 * That is one failure more; a tally never says that all is well when the exit code does not.
 *
 * @param {number} passed
 * @param {number} failed
 * @param {number} code
 * @returns {Tally}
 */
function agreeing(passed, failed, code) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
