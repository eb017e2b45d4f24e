import { describe, expect, test } from 'vitest';
import { beyondTheLanguage } from './layers/browserless';
import { importCircles } from './layers/circles';
import { importsOf } from './layers/imports';
import { lookAlikes } from './layers/lookAlikes';
import { hollowFolders, roomViolations } from './layers/rooms';
import { madeUp, readTree } from './layers/tree';

// Reading the whole tree takes its time on a busy machine.
describe('src/', { timeout: 30_000 }, () => {
  const sources = readTree('src');

  test('imports only from its own room or one further left, and only the packages of its room', () => {
    expect(sources.size).toBeGreaterThan(10);
    expect(roomViolations(sources)).toEqual([]);
  });

  test('has no folder named after what its files are', () => {
    expect(hollowFolders(sources)).toEqual([]);
  });

  test('has no file that imports in a circle', () => {
    expect(importCircles(sources)).toEqual([]);
  });

  test('has no two files that a disk which ignores case would take for one another', () => {
    expect(lookAlikes(sources)).toEqual([]);
  });

  test('has an engine that needs the language and nothing else', { timeout: 30_000 }, () => {
    expect(beyondTheLanguage(readTree('src/engine'))).toEqual([]);
  });
});

describe('lookAlikes', () => {
  test('finds files that differ in case or ending alone', () => {
    const sources = madeUp({ 'src/ui/App.tsx': '', 'src/ui/app.ts': '', 'src/ui/apple.ts': '', 'src/draw/app.ts': '' });
    expect(lookAlikes(sources)).toEqual(['src/ui/App.tsx and src/ui/app.ts']);
  });
});

describe('importsOf', () => {
  test('finds every way to reach a file', () => {
    const sources = madeUp({
      'src/ui/a.tsx': `
        import './a.css';
        import type { B } from './b';
        export * from '../engine';
        const lazy = import('../draw/c');
        type D = import('./d').D;
        new Worker(new URL('../training/worker.ts', import.meta.url));
        import url from './font.woff2?url';
        import { deep } from '@scope/name/deep/file';
        import { client } from 'react-dom/client';
        new URL('./not-a-file', base);
      `,
      'src/ui/b.tsx': '',
      'src/ui/d.ts': '',
      'src/draw/c.ts': '',
      'src/engine/index.ts': '',
      'src/training/worker.ts': '',
    });
    const found = importsOf('src/ui/a.tsx', sources).map((one) => ('file' in one ? one.file : `package ${one.package}`));
    expect(found).toEqual([
      'src/ui/a.css',
      'src/ui/b.tsx',
      'src/engine/index.ts',
      'src/draw/c.ts',
      'src/ui/d.ts',
      'src/training/worker.ts',
      'src/ui/font.woff2',
      'package @scope/name',
      'package react-dom',
    ]);
  });
});

describe('roomViolations', () => {
  const rooms = [
    { name: 'left', packages: [] },
    { name: 'right', packages: ['d3', '@fonts/*'] },
  ];

  test('allows the own room, those further left and the packages of the room', () => {
    const sources = madeUp({
      'src/left/a.ts': `import './b';`,
      'src/left/b.ts': '',
      'src/right/c.ts': `import '../left/a'; import 'd3'; import '@fonts/sans';`,
    });
    expect(roomViolations(sources, rooms)).toEqual([]);
  });

  test('names an arrow that points to the right, even if it is only for a type', () => {
    const sources = madeUp({ 'src/left/a.ts': `import type { C } from '../right/c';`, 'src/right/c.ts': '' });
    expect(roomViolations(sources, rooms)).toEqual([
      'src/left/a.ts imports src/right/c.ts: from left there is no way to right',
    ]);
  });

  test('names an arrow that leaves the house', () => {
    const sources = madeUp({ 'src/right/c.ts': `import '../../tests/golden/golden.json';` });
    expect(roomViolations(sources, rooms)).toEqual([
      'src/right/c.ts imports tests/golden/golden.json: from right there is no way to tests/golden/golden.json',
    ]);
  });

  test('names a package that the room may not use', () => {
    const sources = madeUp({ 'src/left/a.ts': `import { select } from 'd3'; import fs from 'node:fs';` });
    expect(roomViolations(sources, rooms)).toEqual([
      'src/left/a.ts imports the package d3, which left may not',
      'src/left/a.ts imports the package node:fs, which left may not',
    ]);
  });

  test('names a file in no room', () => {
    expect(roomViolations(madeUp({ 'src/attic/a.ts': '' }), rooms)).toEqual(['src/attic/a.ts stands in no room']);
  });
});

describe('hollowFolders', () => {
  test('names a file in such a folder, however deep, and lets a file of that name pass', () => {
    const sources = madeUp({ 'src/ui/hooks/useTime.ts': '', 'src/utils/deep/a.ts': '', 'src/engine/types.ts': '' });
    expect(hollowFolders(sources)).toEqual([
      'src/ui/hooks/useTime.ts lies in a folder called hooks',
      'src/utils/deep/a.ts lies in a folder called utils',
    ]);
  });
});

describe('importCircles', () => {
  test('spells a circle out', () => {
    const sources = madeUp({
      'src/a.ts': `import './b';`,
      'src/b.ts': `import type { C } from './c';`,
      'src/c.ts': `export * from './b';`,
    });
    expect(importCircles(sources)).toEqual(['src/b.ts → src/c.ts → src/b.ts']);
  });

  test('finds a file that imports itself', () => {
    expect(importCircles(madeUp({ 'src/a.ts': `import './a';` }))).toEqual(['src/a.ts → src/a.ts']);
  });

  test('takes two ways to the same file for no circle', () => {
    const sources = madeUp({ 'a.ts': `import './b'; import './c';`, 'b.ts': `import './d';`, 'c.ts': `import './d';`, 'd.ts': '' });
    expect(importCircles(sources)).toEqual([]);
  });
});

describe('beyondTheLanguage', { timeout: 30_000 }, () => {
  test('names what only a browser or Node has', () => {
    const sources = madeUp({ 'src/engine/a.ts': `export const a = document.title;\nexport const b = performance.now();` });
    expect(beyondTheLanguage(sources)).toEqual([
      expect.stringMatching(/^src\/engine\/a\.ts:1 Cannot find name 'document'/),
      expect.stringMatching(/^src\/engine\/a\.ts:2 Cannot find name 'performance'/),
    ]);
  });

  test('lets the language itself pass, and files that import each other', () => {
    const sources = madeUp({
      'src/engine/a.ts': `import { b } from './b';\nexport const a: Float64Array = new Float64Array(b).toSorted();`,
      'src/engine/b.ts': 'export const b = [Math.PI];',
    });
    expect(beyondTheLanguage(sources)).toEqual([]);
  });
});
