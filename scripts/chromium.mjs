// @ts-check
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/**
 * The path of a Chromium, Chrome or Edge to run the browser tests in: `CHROME_PATH`, else one that is
 * installed, else one that is installed now where the system's package manager may be used.
 *
 * @returns {Promise<string>}
 * @throws {Error} a sentence that says what to install
 */
export async function ensureChromium() {
  const given = process.env['CHROME_PATH'];
  if (given) {
    if (isProgram(given)) return given;
    throw new Error(`CHROME_PATH is "${given}", but there is no program at that path.`);
  }
  const found = candidates().find(isProgram) ?? (await installed());
  if (found) return found;
  throw new Error(
    'No Chromium was found. Install Chromium, Chrome or Edge, or set CHROME_PATH to the path of one.',
  );
}

/** @returns {string[]} */
function candidates() {
  const { env, platform } = process;
  if (platform === 'darwin') {
    return ['', env['HOME'] ?? ''].flatMap((home) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((folder) =>
      folder
        ? ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map((name) =>
            path.join(folder, name, 'Application', name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'),
          )
        : [],
    );
  }
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** Installs Debian's Chromium where that is possible: apt-get is there and this process may use it. */
async function installed() {
  const mayInstall = process.getuid?.() === 0 && isProgram('/usr/bin/apt-get');
  if (!mayInstall) return undefined;
  console.log('No Chromium was found; installing one (apt-get install chromium) …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], env);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], env);
  return candidates().find(isProgram);
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
