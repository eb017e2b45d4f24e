import { GLOSSARY } from '../../../lessons/glossary';
import { WORD_GROUPS, type Word, type WordGroup } from '../../../lessons/glossary/word';

/** Some words of one group. */
export interface WordsOfGroup {
  readonly group: WordGroup;
  readonly words: readonly Word[];
}

/**
 * The words that go with what has been typed, group by group. A part of a word or of another name for it is enough; only
 * where no name has it are the meanings searched.
 */
export function wordsMatching(typed: string): WordsOfGroup[] {
  const wanted = plain(typed);
  const named = GLOSSARY.filter(({ id, title, also = [] }) => [id, title, ...also].some((name) => plain(name).includes(wanted)));
  const found = named.length > 0 ? named : GLOSSARY.filter(({ meaning }) => plain(meaning).includes(wanted));
  return WORD_GROUPS.map((group) => ({ group, words: found.filter((word) => word.group === group) })).filter(({ words }) => words.length > 0);
}

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll('’', "'").replaceAll('-', ' ');
}
