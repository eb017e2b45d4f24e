import { readFileSync, readdirSync } from 'node:fs';

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

// What the manifest does not know are workers and plain files: those count, since the page may start them at once.
const later = new Set(Object.values(manifest).map((chunk) => chunk.file).filter((file) => !first.has(file)));
const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.js') && !later.has(file));

export default [
  {
    name: 'JavaScript before the graph is visible',
    path: scripts.map((file) => `dist/${file}`),
    gzip: true,
    limit: '200 kB',
  },
];
