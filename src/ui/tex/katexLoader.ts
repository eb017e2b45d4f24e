import type Katex from 'katex';

/** KaTeX and its style sheet, which the first load does without. */
export type KatexState = typeof Katex | 'loading' | 'failed';

let state: KatexState | 'idle' = 'idle';
const listeners = new Set<() => void>();

/** What there is of KaTeX now. */
export function katexState(): KatexState {
  return state === 'idle' ? 'loading' : state;
}

/** Calls back when KaTeX has arrived or has failed to, and starts fetching it if nobody has yet. */
export function watchKatex(listener: () => void): () => void {
  listeners.add(listener);
  if (state === 'idle') {
    state = 'loading';
    Promise.all([import('katex'), import('katex/dist/katex.min.css')]).then(
      ([katex]) => become(katex.default),
      () => become('failed'),
    );
  }
  return () => listeners.delete(listener);
}

function become(next: KatexState): void {
  state = next;
  for (const listener of listeners) listener();
}
