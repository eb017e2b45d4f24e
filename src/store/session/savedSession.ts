import { refusal, type Shelf } from './shelf';

/** Milliseconds between two writes at least. */
export const SAVING_PAUSE = 1_000;

/** Milliseconds after which a browser that does not answer counts as one that refuses, as far as the reader is told. */
const ANSWER_TIME = 10_000;

/** Said where another tab keeps the session: two would overwrite each other. */
const ELSEWHERE = 'MiniFlow is open in another tab, which keeps its own runs; those of this one are kept once that is closed.';

/** What saving needs from the world around it. */
export interface SavingWorld {
  /** Opens the place that holds the session. */
  readonly openShelf: () => Promise<Shelf>;
  /** The page's document and window: where it says that it is being hidden or left. Undefined where there is no page. */
  readonly page: { readonly document: EventTarget & { readonly visibilityState: string }; readonly window: EventTarget } | undefined;
  /**
   * Claims the place for this page alone: the promise is resolved with whether it is this page's at once; `later` is called when it
   * becomes so. Left out, nobody else is reckoned with.
   */
  readonly claim?: (later: () => void) => Promise<boolean>;
  /** Tells the reader, in a sentence, that nothing is kept. Called once at most. */
  readonly refused: (sentence: string) => void;
}

/** Keeps one value from visit to visit. */
export interface SessionKeeper {
  /** What was kept last, by whoever wrote it; undefined if nothing was, or nothing can be kept. Never rejected. */
  readonly load: () => Promise<unknown>;
  /**
   * From here on what is saved takes the place of what was kept before; until then it waits. So nothing is lost while
   * the last session has not been read, or the reader has not said what is to become of it.
   */
  readonly begin: () => void;
  /**
   * Something has changed. Within a second, or once the page is hidden, about to be left or left, `take` is asked for what is to be kept.
   */
  readonly save: (take: () => unknown) => void;
  /** Writes at once what still waits. */
  readonly flush: () => void;
  /** Writes no more. */
  readonly close: () => void;
}

/** Keeps what it is given in the browser, if the browser will. */
export function createSavedSession({ openShelf, page, claim, refused }: SavingWorld): SessionKeeper {
  let shelf: Promise<Shelf> | undefined;
  let begun = false;
  let hasRefused = false;
  /** What is asked at the next write; undefined if nothing has changed since the last one. */
  let waiting: (() => unknown) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refuse = (error: unknown): void => {
    if (hasRefused) return;
    hasRefused = true;
    refused(refusal(error));
  };
  const open = (): Promise<Shelf> => {
    if (shelf === undefined) {
      const opening = openShelf();
      // A shelf that did not open may open at the next write.
      opening.catch(() => (shelf = undefined));
      shelf = opening;
    }
    return shelf;
  };
  const write = async (value: unknown): Promise<void> => {
    try {
      await (await open()).set(value);
    } catch (error) {
      refuse(error);
    }
  };
  const flush = (): void => {
    if (!begun || waiting === undefined) return;
    const value = waiting();
    waiting = undefined;
    void write(value);
  };
  const later = (): void => {
    if (!begun || waiting === undefined || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      flush();
    }, SAVING_PAUSE);
  };
  const hide = (): void => {
    if (page?.document.visibilityState === 'hidden') flush();
  };
  page?.document.addEventListener('visibilitychange', hide);
  // A write that is begun while the page ends may be lost with it; one begun before the next page is asked for has the time.
  page?.window.addEventListener('beforeunload', flush);
  page?.window.addEventListener('pagehide', flush);

  return {
    load: async () => {
      const silent = setTimeout(() => {
        refuse(new DOMException('No answer.', 'TimeoutError'));
      }, ANSWER_TIME);
      try {
        return await (await open()).get();
      } catch (error) {
        refuse(error);
        return undefined;
      } finally {
        clearTimeout(silent);
      }
    },
    begin: () => {
      const own = (): void => {
        begun = true;
        later();
      };
      if (claim === undefined) own();
      else void claim(own).then((isOwn) => (isOwn ? own() : refused(ELSEWHERE)));
    },
    save: (take) => {
      waiting = take;
      later();
    },
    flush,
    close: () => {
      clearTimeout(timer);
      [waiting, begun] = [undefined, false];
      page?.document.removeEventListener('visibilitychange', hide);
      page?.window.removeEventListener('beforeunload', flush);
      page?.window.removeEventListener('pagehide', flush);
    },
  };
}
