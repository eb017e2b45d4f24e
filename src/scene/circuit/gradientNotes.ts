import type { GradientRow } from './gradients';

/** Sentences that several cells of a table share, each with a number. */
export interface GradientNotes {
  readonly sentences: readonly string[];
  /** The number of a sentence, from 1; undefined for none. */
  readonly markOf: (sentence: string | undefined) => number | undefined;
}

/** Numbers the notes of rows in the order in which they are read. */
export function notesOf(rows: readonly GradientRow[]): GradientNotes {
  const marks = new Map<string, number>();
  for (const { note, symbolic, central } of rows) {
    for (const sentence of [note, symbolic.note, central.note]) {
      if (sentence !== undefined && !marks.has(sentence)) marks.set(sentence, marks.size + 1);
    }
  }
  return { sentences: [...marks.keys()], markOf: (sentence) => (sentence === undefined ? undefined : marks.get(sentence)) };
}
