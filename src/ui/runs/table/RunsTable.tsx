import { useMemo } from 'react';
import { useRuns } from '../../context';
import { useSeriesVersion } from '../useSeriesVersion';
import { parentWords } from './runFacts';
import { RunRow } from './RunRow';
import styles from './runsTable.module.css';

/** The columns, by the names that stand above them or, where a run is a card, before each figure. */
const COLUMNS = ['Run', 'Learning rate', 'Batch size', 'Order', 'Network', 'Held out', 'Seed', 'Steps', 'Last epoch', 'Best epoch', 'Test loss'] as const;

/** A row for each run; on a narrow screen, a card. */
export function RunsTable() {
  const runs = useRuns((state) => state.runs);
  const current = useRuns((state) => state.current);
  const version = useSeriesVersion();
  // The record stays the same while its series grow: the version tells rows to look again.
  const rows = useMemo(() => runs.map((run) => ({ run, version, parent: parentWords(run, { runs }) })), [runs, version]);
  return (
    <div className={styles.scroller}>
      <table className={styles.table} role="table" aria-label="Runs">
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((name) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
            <th role="columnheader" scope="col">
              <span className="visually-hidden">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ run, version: seen, parent }) => (
            <RunRow key={run.id} run={run} version={seen} parent={parent} front={run.id === current} only={runs.length === 1} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
