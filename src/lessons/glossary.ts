import { GRADIENT_WORDS } from './glossary/gradientWords';
import { GRAPH_WORDS } from './glossary/graphWords';
import { LEARNING_WORDS } from './glossary/learningWords';
import { NETWORK_WORDS } from './glossary/networkWords';
import type { Word } from './glossary/word';

/** All words of the lessons, group by group. */
export const GLOSSARY: readonly Word[] = [...GRAPH_WORDS, ...NETWORK_WORDS, ...GRADIENT_WORDS, ...LEARNING_WORDS];

/** A word by its id, or by another word for the same; in any case. Undefined for one that is not in the glossary. */
export function wordOf(id: string): Word | undefined {
  const wanted = id.toLowerCase();
  return GLOSSARY.find((word) => word.id === wanted) ?? GLOSSARY.find(({ also }) => also?.includes(wanted));
}
