/** How far a question that takes a while has come. */
export type Answer<Content> =
  | { readonly status: 'none' }
  | { readonly status: 'asking'; readonly share: number; readonly before: Content | undefined }
  | { readonly status: 'answered'; readonly content: Content }
  | { readonly status: 'failed'; readonly problem: string };

/** A question: it is given up by the signal, and tells how much of the answer is there, from 0 to 1. */
export type Question<Content> = (signal: AbortSignal, onProgress: (share: number) => void) => Promise<Content>;

/** Asks one question at a time: a new one gives up the one before. */
export interface Asker<Content> {
  readonly getState: () => Answer<Content>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly ask: (question: Question<Content>) => void;
  /** Gives the question up; what had been answered before stays. */
  readonly cancel: () => void;
}

/** What is known: the answer, or while a new one is awaited, the one before. */
export function contentOf<Content>(answer: Answer<Content>): Content | undefined {
  if (answer.status === 'answered') return answer.content;
  return answer.status === 'asking' ? answer.before : undefined;
}

/** An asker that has not asked anything. */
export function createAsker<Content>(): Asker<Content> {
  let answer: Answer<Content> = { status: 'none' };
  let asking: AbortController | undefined;
  const listeners = new Set<() => void>();
  const set = (next: Answer<Content>): void => {
    answer = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    getState: () => answer,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: (question) => {
      asking?.abort();
      const attempt = new AbortController();
      asking = attempt;
      const before = contentOf(answer);
      const tell = (next: Answer<Content>): void => {
        if (!attempt.signal.aborted) set(next);
      };
      set({ status: 'asking', share: 0, before });
      question(attempt.signal, (share) => {
        tell({ status: 'asking', share, before });
      }).then(
        (content) => {
          tell({ status: 'answered', content });
        },
        (error: unknown) => {
          tell({ status: 'failed', problem: error instanceof Error ? error.message : String(error) });
        },
      );
    },
    cancel: () => {
      if (answer.status !== 'asking') return;
      asking?.abort();
      const { before } = answer;
      set(before === undefined ? { status: 'none' } : { status: 'answered', content: before });
    },
  };
}
