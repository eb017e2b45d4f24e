import { fieldsAt, listAt, Misfit, numberAt, shown } from '../../interchange/misfit';
import { fromRunData, OPTIONAL_RUN_FIELDS, RUN_FIELDS, toRunData, type RunData } from '../../interchange/runFileDocument';
import type { RunDocument } from '../../training/plan';
import { RUN_SLOTS, type RunRecord } from '../runs';

/** A run as it is found again on the next visit. */
export interface SavedRun extends Pick<RunRecord, 'id' | 'slot' | 'shown' | 'parent'> {
  readonly document: RunDocument;
}

/** All runs of a visit, and where the reader stood. Settings are kept elsewhere. */
export interface SavedSession {
  /** In the order in which they were opened; at least one. */
  readonly runs: readonly SavedRun[];
  /** The id of the run at the front. */
  readonly current: number;
  /** The SGD step on the screen; at most one more than the run at the front has taken. */
  readonly step: number;
}

/** A session as plain data, which is what is kept. */
interface SessionData {
  readonly version: number;
  /** How many rows the table has that the runs were trained on. */
  readonly rows: number;
  readonly current: number;
  readonly step: number;
  readonly runs: readonly (Pick<SavedRun, 'id' | 'slot' | 'shown'> & RunData & { readonly parent: SavedRun['parent'] | null })[];
}

const VERSION = 1;

const WHOLE = { min: 0, max: Number.MAX_SAFE_INTEGER, whole: true } as const;

/** A session as plain data. */
export function sessionData({ runs, current, step }: SavedSession, rows: number): SessionData {
  return {
    version: VERSION,
    rows,
    current,
    step,
    runs: runs.map(({ id, slot, shown: drawn, parent, document }) => ({ id, slot, shown: drawn, parent: parent ?? null, ...toRunData(document) })),
  };
}

/** What reading a session comes to: what of it makes sense, if anything does, and a sentence for all that does not. */
export interface ReadSession {
  readonly session: SavedSession | undefined;
  readonly problems: readonly string[];
}

/**
 * The session in what was found in the storage, held to the same rules as a file. A run that does not fit is left out,
 * and a sentence says why; a branch whose parent was left out has none any more.
 *
 * @param saved undefined if there was nothing
 * @param rows of the table that is trained on here
 */
export function readSession(saved: unknown, rows: number): ReadSession {
  if (saved === undefined) return { session: undefined, problems: [] };
  const problems: string[] = [];
  try {
    const { version, current, step, ...rest } = fieldsAt(saved, 'The session', ['version', 'rows', 'current', 'step', 'runs']);
    if (version !== VERSION) throw new Misfit(`its version is ${shown(version)}, and this MiniFlow reads version ${VERSION}.`);
    if (rest['rows'] !== rows) throw new Misfit(`it was trained on ${shown(rest['rows'])} rows, and here there are ${shown(rows)}.`);
    const runs: SavedRun[] = [];
    listAt(rest['runs'], 'runs').forEach((one, index) => {
      try {
        const run = runFrom(one, rows, index);
        if (runs.some(({ id }) => id === run.id)) throw new Misfit(`its number ${run.id} is that of another run.`);
        runs.push(run);
      } catch (error) {
        problems.push(`${nameOf(one, index)} of the last session could not be brought back: ${sentenceOf(error)}`);
      }
    });
    return { session: sessionOf(runs, current, step), problems };
  } catch (error) {
    return { session: undefined, problems: [`The last session could not be brought back: ${sentenceOf(error)}`] };
  }
}

/** The same session with its runs numbered from `first` on. */
export function renumbered({ runs, current, step }: SavedSession, first: number): SavedSession {
  const ids = new Map(runs.map(({ id }, index) => [id, first + index]));
  const numberOf = (id: number): number => ids.get(id) ?? first;
  return {
    runs: runs.map((run) => ({
      ...run,
      id: numberOf(run.id),
      parent: run.parent === undefined ? undefined : { ...run.parent, id: numberOf(run.parent.id) },
    })),
    current: numberOf(current),
    step,
  };
}

function runFrom(saved: unknown, rows: number, index: number): SavedRun {
  const fields = fieldsAt(saved, `run ${index + 1}`, ['id', 'slot', 'shown', 'parent', ...RUN_FIELDS], OPTIONAL_RUN_FIELDS);
  const { id, slot, shown: drawn, parent } = fields;
  return {
    id: numberAt(id, 'its number', { ...WHOLE, min: 1 }),
    slot: typeof slot === 'number' && Number.isInteger(slot) && slot >= 0 && slot < RUN_SLOTS ? slot : index % RUN_SLOTS,
    shown: drawn !== false,
    parent: parentFrom(parent),
    document: fromRunData(fields, rows),
  };
}

function parentFrom(saved: unknown): SavedRun['parent'] {
  if (saved == null) return undefined;
  const { id, step } = fieldsAt(saved, 'parent', ['id', 'step']);
  return { id: numberAt(id, 'parent.id', WHOLE), step: numberAt(step, 'parent.step', WHOLE) };
}

/** The runs that made sense, as a session that makes sense. */
function sessionOf(runs: readonly SavedRun[], current: unknown, step: unknown): SavedSession | undefined {
  const front = runs.find(({ id }) => id === current) ?? runs.at(-1);
  if (front === undefined) return undefined;
  const { steps } = front.document.history;
  const isThere = front.id === current && typeof step === 'number' && Number.isInteger(step) && step >= 1 && step <= steps + 1;
  const has = (id: number | undefined): boolean => runs.some((run) => run.id === id);
  return {
    runs: runs.map((run) => (has(run.parent?.id) ? run : { ...run, parent: undefined })),
    current: front.id,
    step: isThere ? step : steps + 1,
  };
}

function nameOf(saved: unknown, index: number): string {
  const name: unknown = typeof saved === 'object' && saved !== null && 'name' in saved ? saved.name : undefined;
  return typeof name === 'string' && name !== '' ? shown(name) : `Run number ${index + 1}`;
}

/** The sentence of a misfit. @throws whatever is none */
function sentenceOf(error: unknown): string {
  if (error instanceof Misfit) return error.message;
  throw error;
}
