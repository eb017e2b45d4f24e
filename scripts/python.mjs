// @ts-check
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { run } from './run.mjs';

/** The oldest Python that the generated files are written for. */
const OLDEST = '3.8';

/** The system's own, which is where the system's package manager installs to. */
const SYSTEM = '/usr/bin/python3';

/**
 * A Python 3 that has a module: `PYTHON`, else the usual one, else the system's, else the system's after Debian's package has
 * been installed, where this process may do that.
 *
 * @param {string} module such as `numpy`
 * @param {string} debian the package that has it: `python3-numpy`
 * @returns {Promise<string>}
 * @throws {Error} a sentence that says what to install
 */
export async function ensurePython(module, debian) {
  const given = process.env['PYTHON'];
  const found = given ? [given].find(has(module)) : (['python3', SYSTEM].find(has(module)) ?? (await installed(module, debian)));
  if (found) return found;
  const what = given ? `PYTHON is "${given}", which is no Python ${OLDEST} or later with ${module}.` : `No Python ${OLDEST} or later with ${module} was found.`;
  throw new Error(`${what} Install ${module} (on Debian: apt-get install ${debian}), or set PYTHON to the path of a Python that has it.`);
}

/**
 * @param {string} module
 * @returns {(python: string) => boolean}
 */
function has(module) {
  const question = `import sys, ${module}; sys.exit(sys.version_info < (${OLDEST.replace('.', ', ')}))`;
  return (python) => spawnSync(python, ['-c', question], { stdio: 'ignore' }).status === 0;
}

/**
 * @param {string} module
 * @param {string} debian
 */
async function installed(module, debian) {
  if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return undefined;
  console.log(`No Python with ${module} was found; installing one (apt-get install ${debian}) …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], env);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debian], env);
  return [SYSTEM].find(has(module));
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
