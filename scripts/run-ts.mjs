// @ts-check
// Runs a TypeScript file on a Node that cannot: bundles it into the cache, leaves the packages outside, runs that.
//
//   node scripts/run-ts.mjs [flags for Node, such as --expose-gc] file.ts [arguments]
import path from 'node:path';
import { installMissing, requireNode } from './install.mjs';
import { root, run } from './run.mjs';

const words = process.argv.slice(2);
const at = words.findIndex((word) => !word.startsWith('-'));
const file = words[at];
if (file === undefined) {
  console.error('Which file? Usage: node scripts/run-ts.mjs [flags for Node] file.ts [arguments]');
  process.exit(1);
}

requireNode();
await installMissing();
const { build } = await import('vite');

const name = file.replace(/\.tsx?$/, '').replaceAll(/[^\w-]+/g, '-');
const outDir = path.join(root, 'node_modules/.cache/run-ts', name);
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: path.resolve(file),
    outDir,
    emptyOutDir: true,
    target: 'node20',
    // Unminified and mapped: profiles and stack traces keep the names and the lines of the source.
    minify: false,
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
  },
});

const flags = ['--enable-source-maps', ...words.slice(0, at)];
process.exitCode = await run(process.execPath, [...flags, path.join(outDir, 'main.mjs'), ...words.slice(at + 1)]);
