import { importsOf, type Sources } from './imports';

/** Every circle of imports that a walk over the files comes upon, written out: `a.ts → b.ts → a.ts`. */
export function importCircles(sources: Sources): string[] {
  const circles: string[] = [];
  const finished = new Set<string>();
  const trail: string[] = [];

  const walk = (file: string): void => {
    const start = trail.indexOf(file);
    if (start !== -1) {
      circles.push([...trail.slice(start), file].join(' → '));
      return;
    }
    if (finished.has(file)) return;
    trail.push(file);
    for (const one of importsOf(file, sources)) if ('file' in one && sources.has(one.file)) walk(one.file);
    trail.pop();
    finished.add(file);
  };

  for (const file of sources.keys()) walk(file);
  return circles;
}
