import { currentRun, type RunRecord, type RunsState } from '../../store/runs';
import type { Finding } from '../../training/health/finding';

/** What there is to say of the training at the front. */
export interface Health {
  readonly findings: readonly Finding[];
  /** What has just been found, to be announced; empty if that is nothing, or has been healed. */
  readonly news: string;
}

/** A store to read and to listen to. */
interface Readable<State> {
  readonly getState: () => State;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Makes the findings of a run; fetched once there is something to look at. */
export type Look = (run: RunRecord) => readonly Finding[];

/** So many milliseconds lie between two looks. */
const BETWEEN_LOOKS = 500;

const WELL: Health = { findings: [], news: '' };

/**
 * Watches over the run at the front, as long as somebody listens: looks at it twice a second at most, and gives the same
 * object until something else is found.
 */
export function createWatch(runs: Readable<RunsState>, fetchLook: () => Promise<Look>): Readable<Health> {
  const listeners = new Set<() => void>();
  let health = WELL;
  let look: Look | undefined;
  let fetching: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe: (() => void) | undefined;
  /** The run that `health` is about. */
  let watched: number | undefined;

  const show = (findings: readonly Finding[], run: number): void => {
    const before = run === watched ? health : WELL;
    watched = run;
    if (JSON.stringify(findings) === JSON.stringify(health.findings)) return;
    const known = new Set(before.findings.map(({ kind, node }) => `${kind} ${node ?? ''}`));
    const added = findings.filter(({ kind, node }) => !known.has(`${kind} ${node ?? ''}`));
    const news = added.length > 0 ? added.map(({ title }) => `${title}.`).join(' ') : findings.length === 0 ? '' : before.news;
    health = findings.length === 0 ? WELL : { findings, news };
    for (const listener of listeners) listener();
  };

  const now = (): void => {
    const run = currentRun(runs.getState());
    if (run === undefined || run.vitals.length === 0) {
      show([], runs.getState().current);
      return;
    }
    if (look === undefined) {
      show([], run.id);
      fetching ??= fetchLook().then(
        (fetched) => {
          look = fetched;
          soon();
        },
        () => {
          // The connection may be down. The next report of the training asks again.
          fetching = undefined;
        },
      );
      return;
    }
    show(look(run), run.id);
  };

  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (unsubscribe !== undefined) now();
    }, BETWEEN_LOOKS);
  };

  return {
    getState: () => health,
    subscribe(listener) {
      listeners.add(listener);
      if (unsubscribe === undefined) {
        unsubscribe = runs.subscribe(() => {
          // Another run's findings must not stand for half a second.
          if (runs.getState().current === watched) soon();
          else now();
        });
        now();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        unsubscribe?.();
        unsubscribe = undefined;
        clearTimeout(timer);
        timer = undefined;
      };
    },
  };
}
