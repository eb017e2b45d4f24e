// @ts-check
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './run.mjs';

/** Ends with a sentence if this Node is too old for what is about to be installed. */
export function requireNode() {
  /** @type {{ engines: { node: string } }} */
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const needed = manifest.engines.node.replace('>=', '');
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = needed.split('.').map(Number);
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    console.error(`MiniFlow needs Node ${needed} or newer; this is Node ${process.versions.node}.`);
    process.exit(1);
  }
}

/** Installs the packages if they are absent or older than the lock file. Ends the process if that fails. */
export async function installMissing() {
  if (modified('node_modules/.package-lock.json') >= modified('package-lock.json')) return;
  console.log('Installing the packages (npm ci) …');
  // An explicit level, because `npm --silent test` would hand its silence down and hide the errors.
  const code = await npm(['ci', '--loglevel=warn']);
  if (code === 0) return;
  console.error('The packages could not be installed: npm ci failed, its reason stands above.');
  process.exit(1);
}

/** @param {readonly string[]} args */
function npm(args) {
  // npm says where it is when it runs a script; started by hand, it is found on the path.
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('npm-cli.js')) return run(process.execPath, [cli, ...args]);
  return process.platform === 'win32' ? run('cmd', ['/d', '/c', 'npm', ...args]) : run('npm', args);
}

/** @param {string} file */
function modified(file) {
  return statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
