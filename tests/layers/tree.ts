import { readdirSync, readFileSync } from 'node:fs';
import type { Sources } from './imports';

/** The TypeScript files under a folder. */
export function readTree(folder: string): Sources {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
}

/** A made-up tree. */
export function madeUp(files: Readonly<Record<string, string>>): Sources {
  return new Map(Object.entries(files));
}
