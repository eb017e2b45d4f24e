import { NETWORK_IDS } from '../../lessons/network';
import { failureSentence } from '../failure';
import { tablesOf } from '../tables';
import { cellsOf, type SweepReply, type SweepRequest, type SweptCell } from './sweep';
import { sweptCell } from './sweptCell';

/** What a sweep needs from where it runs. */
export interface SweepHost {
  /** Milliseconds, monotonic. */
  now(): number;
  reply(reply: SweepReply): void;
  /** Calls back once messages have been heard and the page has had its turn. */
  later(callback: () => void): void;
}

/** How long one slice may take, in milliseconds. */
const SLICE_MS = 12;
/** How often progress is told of. */
const REPORT_MS = 100;

/** What a step costs beside its rows, in rows: one with a single row takes about as long as four rows of a large batch. */
const ROWS_PER_STEP = 3;

/**
 * Runs a sweep, cell by cell and in slices. Whatever goes wrong becomes a reply.
 *
 * @returns what ends it early; nothing is replied afterwards
 */
export function runSweep(host: SweepHost, { sweep, data }: SweepRequest): () => void {
  let ended = false;
  const cancel = (): void => {
    ended = true;
  };
  const attempt = (work: () => void): void => {
    if (ended) return;
    try {
      work();
    } catch (error) {
      cancel();
      host.reply({ type: 'failed', message: error instanceof RangeError ? error.message : failureSentence(error) });
    }
  };

  attempt(() => {
    const cells = cellsOf(sweep);
    const tables = tablesOf(data, sweep.plan);
    const rows = tables.train[NETWORK_IDS.target]?.shape[0] ?? 0;
    const costs = cells.map(({ batchSize }) => {
      const steps = sweep.epochs * Math.max(1, Math.floor(rows / batchSize));
      return { steps, work: steps * (batchSize + ROWS_PER_STEP) };
    });
    const allWork = costs.reduce((sum, { work }) => sum + work, 0);
    const begun = host.now();
    let [done, steps, workDone, reportedAt] = [0, 0, 0, begun];
    let current: Generator<number, SweptCell> | undefined;
    let inCell = 0;

    const report = (at: number): void => {
      const { steps: wanted = 1, work = 0 } = costs[done] ?? {};
      const share = (workDone + (work * inCell) / wanted) / allWork;
      const seconds = (at - begun) / 1000;
      reportedAt = at;
      host.reply({ type: 'progress', cells: done, steps: steps + inCell, share, secondsLeft: share > 0 ? (seconds / share) * (1 - share) : NaN });
    };
    const slice = (): void => {
      const until = host.now() + SLICE_MS;
      while (done < cells.length) {
        const settings = cells[done];
        if (settings === undefined) break;
        current ??= sweptCell(sweep, tables, { index: done, settings, now: () => host.now() });
        const next = current.next();
        if (next.done === true) {
          host.reply({ type: 'cell', cell: next.value });
          steps += next.value.steps;
          workDone += costs[done]?.work ?? 0;
          done++;
          current = undefined;
          inCell = 0;
        } else inCell = next.value;
        const at = host.now();
        if (at - reportedAt >= REPORT_MS || next.done === true) report(at);
        if (at >= until) break;
      }
      if (done === cells.length) host.reply({ type: 'done' });
      else host.later(() => attempt(slice));
    };
    host.later(() => attempt(slice));
  });
  return cancel;
}
