import { readFileSync } from 'node:fs';

/** An answer of a choice, as its author wrote it. */
export interface WrittenOption {
  readonly right: boolean;
  /** How the reason begins, up to the first word that is not plain. */
  readonly why: string;
}

/** An exercise as it stands in the prose. */
export interface WrittenExercise {
  readonly id: string;
  readonly options: readonly WrittenOption[];
}

/** The exercises of a lesson's prose by step, in the order in which a reader comes to them. */
export function writtenExercises(lesson: string): ReadonlyMap<string, readonly WrittenExercise[]> {
  const name = lesson.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const text = readFileSync(new URL(`../../src/lessons/${name}/${name}.mdx`, import.meta.url), 'utf8');
  const steps = text.matchAll(/<Step id="([^"]+)">(.*?)<\/Step>/gs);
  return new Map(Array.from(steps, ([, step = '', words = '']) => [step, exercisesOf(words)]));
}

function exercisesOf(words: string): WrittenExercise[] {
  const found = words.matchAll(/<(Question|Choice|Order|FindMistake|Goal) id="([^"]+)"(?:\s*\/>|>(.*?)<\/\1>)/gs);
  return Array.from(found, ([, tag, id = '', inner = '']) => ({ id, options: tag === 'Choice' ? optionsOf(inner) : [] }));
}

function optionsOf(inner: string): WrittenOption[] {
  const found = inner.matchAll(/<Option( right)?>.*?<Why>(.*?)<\/Why>\s*<\/Option>/gs);
  return Array.from(found, ([, right, why = '']) => ({ right: right !== undefined, why: (/^[^<$*_{[`]*/.exec(why)?.[0] ?? '').trim() }));
}
