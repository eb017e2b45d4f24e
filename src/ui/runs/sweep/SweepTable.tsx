import { useMemo, useRef, useState } from 'react';
import { formatCount, formatNumber } from '../../../scene/format';
import type { SweptCell } from '../../../training/sweep/sweep';
import cue from '../../charts/scrollCue.module.css';
import { useScrollCue } from '../../charts/useScrollCue';
import figures from '../figures.module.css';
import section from '../section.module.css';
import styles from './sweepTable.module.css';
import { fateOf, rankedLoss, sortedBy, SWEEP_COLUMNS, type SweepColumn } from './ranking';
import { cellSentence } from './words';

const NAMES: Readonly<Record<SweepColumn, string>> = {
  learningRate: 'Learning rate',
  batchSize: 'Batch',
  trainLoss: 'Last epoch',
  testLoss: 'Test loss',
  steps: 'Steps',
  seconds: 'Seconds',
};

interface SweepTableProps {
  readonly cells: readonly SweptCell[];
  readonly best: SweptCell | undefined;
  readonly onOpen: (index: number) => void;
}

/** The cells of a sweep in figures, in the order of a column. */
export function SweepTable({ cells, best, onOpen }: SweepTableProps) {
  const tested = cells.some(({ testLoss }) => testLoss !== undefined);
  const [order, setOrder] = useState<{ readonly column: SweepColumn; readonly descending: boolean }>();
  const { column, descending } = order ?? { column: tested ? 'testLoss' : 'trainLoss', descending: false };
  const sorted = useMemo(() => sortedBy(cells, column, descending), [cells, column, descending]);
  const least = best === undefined ? NaN : rankedLoss(best);
  const scroller = useRef<HTMLDivElement>(null);
  useScrollCue(scroller, cells.length);
  const columns = SWEEP_COLUMNS.filter((name) => tested || name !== 'testLoss');
  return (
    <div className={section.panel}>
      <div ref={scroller} className={`${styles.scroller ?? ''} ${cue.cue ?? ''}`} tabIndex={0} role="region" aria-label="Cells of the sweep">
        <table className={figures.figures}>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col" data-column={name} aria-sort={name !== column ? undefined : descending ? 'descending' : 'ascending'}>
                  <button
                    type="button"
                    className={styles.sort}
                    onClick={() => {
                      setOrder({ column: name, descending: name === column && !descending });
                    }}
                  >
                    {NAMES[name]}
                    <span aria-hidden="true">{name !== column ? '' : descending ? ' ↓' : ' ↑'}</span>
                  </button>
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">Open</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((cell) => (
              <tr key={cell.index} data-best={cell === best}>
                <td>{formatNumber(cell.learningRate, 10)}</td>
                <td>{formatCount(cell.batchSize)}</td>
                <td className={fateOf(cell, least) === 'sound' ? undefined : styles.lost}>{lossWords(cell, least)}</td>
                {tested ? <td>{cell.testLoss === undefined ? '–' : formatNumber(cell.testLoss)}</td> : null}
                <td data-column="steps">{formatCount(cell.steps)}</td>
                <td data-column="seconds">{formatNumber(cell.seconds, 2)}</td>
                <td>
                  <button
                    type="button"
                    className={styles.link}
                    aria-label={cellSentence(cell, cell === best, least)}
                    onClick={() => {
                      onOpen(cell.index);
                    }}
                  >
                    Open
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function lossWords(cell: SweptCell, least: number): string {
  if (cell.divergedAt !== undefined) return `diverged at ${formatCount(cell.divergedAt)}`;
  return `${formatNumber(cell.trainLoss)}${fateOf(cell, least) === 'diverging' ? ', diverging' : ''}`;
}
