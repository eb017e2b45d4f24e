import { currentRun, type RunRecord, type RunsState } from '../../store/runs';
import { FINDING_KINDS, type Finding } from '../../training/health/finding';

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

/** A finding goes once so many looks in a row have not found it: at a threshold it would come and go. */
const LOOKS_TO_HEAL = 6;

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

  /** How many looks in a row have not found what is still shown. */
  const missed = new Map<string, number>();

  /** What has not been found this time, but until lately. */
  const lingering = (found: readonly Finding[]): readonly Finding[] => {
    const present = new Set(found.map(keyOf));
    for (const key of present) missed.delete(key);
    return health.findings.filter((finding) => {
      const key = keyOf(finding);
      if (present.has(key)) return false;
      missed.set(key, (missed.get(key) ?? 0) + 1);
      return (missed.get(key) ?? 0) < LOOKS_TO_HEAL;
    });
  };

  const show = (found: readonly Finding[], run: number): void => {
    const before = run === watched ? health : WELL;
    if (run !== watched) missed.clear();
    const late = run === watched ? lingering(found) : [];
    watched = run;
    // It goes even if nothing more happens to the run.
    if (late.length > 0) soon();
    const findings = late.length === 0 ? found : [...found, ...late].sort((one, other) => FINDING_KINDS.indexOf(one.kind) - FINDING_KINDS.indexOf(other.kind));
    if (JSON.stringify(findings) === JSON.stringify(health.findings)) return;
    const known = new Set(before.findings.map(keyOf));
    // What is not finite any more is announced by the note on the divergence.
    const added = findings.filter((finding) => finding.kind !== 'non-finite' && !known.has(keyOf(finding)));
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

/** A finding is the same one as long as it is of the same kind at the same node. */
export function keyOf({ kind, node }: Finding): string {
  return `${kind} ${node ?? ''}`;
}
