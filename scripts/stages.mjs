// @ts-check
import path from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { freePort } from './port.mjs';
import { ensurePython } from './python.mjs';
import { runNode } from './run.mjs';
import { playwrightTally, single, vitestTally } from './tally.mjs';

/**
 * One stage of `npm test`.
 *
 * @typedef {object} Stage
 * @property {string} name the word that selects it: `npm test -- lint`
 * @property {string} what a few words for its heading
 * @property {string} [needs] the stage that has to pass before
 * @property {(args: readonly string[], reports: string) => Promise<import('./tally.mjs').Tally>} run
 *   `args` go to the runner; `reports` is a folder for its report
 */

/**
 * @param {string} file
 * @param {...string} fixed
 * @returns {Stage['run']}
 */
const check =
  (file, ...fixed) =>
  async (args) =>
    single(await runNode(`node_modules/${file}`, [...fixed, ...args]));

/** Where the generated Python is run. Without one those tests are skipped, and all others tell as much as ever. */
async function pythonForTests() {
  try {
    return { PYTHON: await ensurePython('numpy', 'python3-numpy') };
  } catch (error) {
    console.log(`The generated Python will not be run. ${error instanceof Error ? error.message : String(error)}`);
    return {};
  }
}

/** @type {readonly Stage[]} in the order in which they run: what is quick to fail comes first */
export const stages = [
  {
    name: 'types',
    what: 'types (tsc)',
    run: async (args) => {
      // Everything together, then what runs in the browser without Node's names, then the scripts.
      let code = 0;
      for (const project of ['.', 'src', 'scripts']) {
        code ||= await runNode('node_modules/typescript/bin/tsc', ['--noEmit', '-p', project, ...args]);
      }
      return single(code);
    },
  },
  { name: 'lint', what: 'lint (eslint)', run: check('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  { name: 'unused', what: 'unused exports (knip)', run: check('knip/bin/knip.js') },
  { name: 'build', what: 'the page (vite build)', run: check('vite/bin/vite.js', 'build') },
  { name: 'size', what: 'size of the first load (size-limit)', needs: 'build', run: check('size-limit/bin.js') },
  {
    name: 'unit',
    what: 'unit tests (vitest)',
    run: async (args, reports) => {
      const file = path.join(reports, 'unit.json');
      // A choice of tests cannot cover the whole engine, so it is not asked to.
      const coverage = args.length === 0 ? ['--coverage'] : [];
      const fixed = ['run', ...coverage, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      return vitestTally(file, await runNode('node_modules/vitest/vitest.mjs', [...fixed, ...args], await pythonForTests()));
    },
  },
  {
    name: 'browser',
    what: 'browser tests on the built page (playwright)',
    needs: 'build',
    run: async (args, reports) => {
      const file = path.join(reports, 'browser.json');
      const env = {
        CHROME_PATH: await ensureChromium(),
        PREVIEW_PORT: String(await freePort()),
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      };
      const code = await runNode('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json', ...args], env);
      return playwrightTally(file, code);
    },
  },
];
