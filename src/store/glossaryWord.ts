import { createStore, type StoreApi } from 'zustand/vanilla';

/** The word that the glossary is opened at. */
export interface GlossaryWordState {
  /** Its id; null for none. */
  readonly open: string | null;
}

/** Outlives the glossary: a lesson opens a word before the glossary is there to show it. */
export const glossaryWord: StoreApi<GlossaryWordState> = createStore<GlossaryWordState>(() => ({ open: null }));

/** Opens a word of the glossary by its id, now or as soon as the glossary is there; null closes it. */
export function openWord(id: string | null): void {
  glossaryWord.setState({ open: id });
}
