import type { Sources } from './imports';

/**
 * Pairs of files whose paths are the same but for case and ending. On the usual disks of macOS and Windows an import
 * of one finds the other.
 */
export function lookAlikes(sources: Sources): string[] {
  const seen = new Map<string, string>();
  const pairs: string[] = [];
  for (const file of sources.keys()) {
    const name = file.toLowerCase().replace(/\.tsx?$/, '');
    const other = seen.get(name);
    if (other === undefined) seen.set(name, file);
    else pairs.push(`${other} and ${file}`);
  }
  return pairs;
}
