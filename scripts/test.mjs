// @ts-check
// npm test                     everything
// npm test -- unit lint        these stages, and what they need
// npm test -- unit shape       one stage; what follows goes to its runner
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installMissing, requireNode } from './install.mjs';
import { stages } from './stages.mjs';

requireNode();
await installMissing();

// Plain text reads the same on a screen, in a file and on a server.
process.env['NO_COLOR'] = '1';
delete process.env['FORCE_COLOR'];

const { selected, rest } = choose(process.argv.slice(2));
const reports = mkdtempSync(path.join(tmpdir(), 'miniflow-test-'));

/** @type {Map<string, import('./tally.mjs').Tally>} */
const done = new Map();
for (const stage of selected) {
  console.log(`\n── ${stage.what}`);
  done.set(stage.name, await outcome(stage));
}
rmSync(reports, { recursive: true, force: true });

console.log();
for (const [name, { passed, failed }] of done) console.log(`${name.padEnd(8)} ${passed} passed, ${failed} failed`);
const passed = sum((tally) => tally.passed);
const failed = sum((tally) => tally.failed);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);

/**
 * @param {import('./stages.mjs').Stage} stage
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
async function outcome(stage) {
  if (stage.needs && done.get(stage.needs)?.failed !== 0) {
    console.error(`Not run, because the stage "${stage.needs}" failed.`);
    return { passed: 0, failed: 1 };
  }
  try {
    return await stage.run(selected.at(-1) === stage ? rest : [], reports);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/** @param {(tally: import('./tally.mjs').Tally) => number} part */
function sum(part) {
  return [...done.values()].reduce((total, tally) => total + part(tally), 0);
}

/** @param {string[]} words the stages' names, then what goes to the runner of the last */
function choose(words) {
  const names = stages.map((stage) => stage.name);
  const end = words.findIndex((word) => !names.includes(word));
  const chosen = new Set(end === -1 ? words : words.slice(0, end));
  if (chosen.size === 0 && words.length > 0) {
    console.error(`"${words[0]}" is not a stage of the tests; the stages are ${names.join(', ')}.`);
    process.exit(1);
  }
  const wanted = stages.filter((stage) => chosen.size === 0 || chosen.has(stage.name));
  const needed = new Set(wanted.map((stage) => stage.needs));
  const selected = stages.filter((stage) => wanted.includes(stage) || needed.has(stage.name));
  return { selected, rest: end === -1 ? [] : words.slice(end) };
}
