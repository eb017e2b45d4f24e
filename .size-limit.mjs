import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** @typedef {{ file: string, imports?: string[], isEntry?: boolean }} Chunk */

/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

/** Every chunk that the page's own script brings with it, without a dynamic import. */
const first = new Set();
/** @param {Chunk} chunk */
const visit = (chunk) => {
  if (first.has(chunk.file)) return;
  first.add(chunk.file);
  for (const name of chunk.imports ?? []) visit(manifest[name]);
};
Object.values(manifest).filter((chunk) => chunk.isEntry).forEach(visit);

// The manifest knows no workers: those count that the first scripts name, since the page may start them at once, and so do
// plain files. A worker of a later chunk does not.
const listed = new Set(Object.values(manifest).map((chunk) => chunk.file));
const texts = [...first].map((file) => readFileSync(`dist/${file}`, 'utf8'));
/** @param {string} file */
const counts = (file) =>
  first.has(file) || (!listed.has(file) && (!file.startsWith('assets/') || texts.some((text) => text.includes(basename(file)))));
const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.js') && counts(file));

export default [
  {
    name: 'JavaScript before the graph is visible',
    path: scripts.map((file) => `dist/${file}`),
    gzip: true,
    limit: '200 kB',
  },
];
