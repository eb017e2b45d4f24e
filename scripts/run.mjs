// @ts-check
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the project, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a program in the project's folder and shows its output as it comes.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] variables to add to those of this process
 * @returns {Promise<number>} its exit code; 127 if it could not be started, 1 if a signal ended it
 */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    // No standard input: nothing here asks questions, and on a server there is nobody to answer.
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a Node program, which needs no shell and no file extension on any system.
 *
 * @param {string} file path from the project's folder
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runNode(file, args, env) {
  return run(process.execPath, [file, ...args], env);
}
