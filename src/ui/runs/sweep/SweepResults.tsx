import { useEffect, useMemo, useRef } from 'react';
import { drawSweepGrid, type SweepGrid, type SweepGridData } from '../../../draw/charts/sweepGrid';
import { formatCount, formatNumber } from '../../../scene/format';
import type { SweepState } from '../../../store/sweep';
import { documentOfCell, type SweptCell } from '../../../training/sweep/sweep';
import { useMiniflow } from '../../context';
import cue from '../../charts/scrollCue.module.css';
import { useScrollCue } from '../../charts/useScrollCue';
import { Icon } from '../../controls/Icon';
import { freeName } from '../../files/freeName';
import section from '../section.module.css';
import styles from './sweepResults.module.css';
import { useSweep } from '../runsContext';
import { bestOf, fateOf, rankedLoss } from './ranking';
import { SweepTable } from './SweepTable';
import { cellSentence, lostWords } from './words';

/** What has come of a sweep so far: every curve on common axes, the best one marked, and a table. */
export function SweepResults() {
  const { openDocument, runs } = useMiniflow();
  const sweep = useSweep((state) => state.sweep);
  const cells = useSweep((state) => state.cells);
  const status = useSweep((state) => state.status);
  const problem = useSweep((state) => state.problem);
  const notice = useSweep((state) => state.notice);
  const steps = useSweep((state) => state.steps);
  const host = useRef<HTMLDivElement>(null);
  const grid = useRef<SweepGrid>(undefined);
  const best = useMemo(() => bestOf(cells), [cells]);

  const open = (index: number): void => {
    const cell = cells.find((one) => one.index === index);
    if (sweep === undefined || cell === undefined) return;
    const document = documentOfCell(sweep.plan, cell);
    openDocument({ ...document, name: freeName(document.name, runs.getState().runs.map(({ name }) => name)) });
    location.hash = '#network';
  };
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });

  useEffect(() => {
    if (host.current === null) return undefined;
    const made = drawSweepGrid(host.current, { open: (index) => latest.current(index) });
    grid.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => {
    if (sweep !== undefined) grid.current?.update(gridData(sweep, cells, status, best, steps));
  }, [sweep, cells, status, best, steps]);
  useScrollCue(host, cells.length);

  return (
    <>
      {notice === undefined ? null : <p className={section.notice}>{notice}</p>}
      {problem === undefined ? null : (
        <p className={section.problem} role="alert">
          {problem}
        </p>
      )}
      <p className={section.verdict} role="status">
        {verdict(status, cells, best)}
      </p>
      <div className={styles.sweep}>
        <div className={section.panel}>
          <div className={section.panelHead}>
            <h3 className={section.heading}>Mean loss of every epoch</h3>
            <span className={section.quiet}>the same logarithmic axis in every cell; the figure is the {figureName(cells)}</span>
          </div>
          <div ref={host} className={`${styles.gridScroller ?? ''} ${cue.cue ?? ''}`} />
        </div>
        {cells.length === 0 ? null : <SweepTable cells={cells} best={best} onOpen={open} />}
      </div>
      {status === 'cancelled' && cells.length > 0 ? (
        <p className={section.quiet}>
          <Icon name="warning" size={13} /> Cancelled: cells that were not finished are left empty.
        </p>
      ) : null}
    </>
  );
}

function figureName(cells: readonly SweptCell[]): string {
  return cells.some(({ testLoss }) => testLoss !== undefined) ? 'test loss in the end' : 'mean of the last epoch';
}

/** What is said as long as there is no cell. */
const EMPTY: Readonly<Record<SweepState['status'], string>> = {
  idle: '',
  running: 'The first run is under way.',
  finished: 'No run was finished.',
  cancelled: 'Cancelled before a run was finished.',
  failed: 'It failed before a run was finished.',
};

function verdict(status: SweepState['status'], cells: readonly SweptCell[], best: SweptCell | undefined): string {
  if (cells.length === 0) return EMPTY[status];
  const least = best === undefined ? NaN : rankedLoss(best);
  const lost = lostWords(cells.map((cell) => fateOf(cell, least)));
  if (best === undefined) return `Nothing has come to a sound loss${status === 'running' ? ' yet' : ''}.${lost}`;
  const loss = best.testLoss === undefined ? 'mean loss of the last epoch' : 'test loss';
  const soFar = status === 'running' ? ' so far' : '';
  return `Best${soFar}: learning rate ${formatNumber(best.learningRate, 10)} with batch size ${formatCount(best.batchSize)}, ${loss} ${formatNumber(rankedLoss(best))}.${lost}`;
}

function gridData(
  { learningRates, batchSizes, epochs }: NonNullable<SweepState['sweep']>,
  cells: readonly SweptCell[],
  status: SweepState['status'],
  best: SweptCell | undefined,
  steps: number,
): SweepGridData {
  const least = best === undefined ? NaN : rankedLoss(best);
  const places = learningRates.length * batchSizes.length;
  const byIndex = new Map(cells.map((cell) => [cell.index, cell]));
  return {
    learningRates: learningRates.map((rate) => formatNumber(rate, 10)),
    batchSizes: batchSizes.map((size) => formatCount(size)),
    epochs,
    best: best?.index,
    running: status === 'running' ? cells.length : undefined,
    runningSteps: Math.max(0, steps - cells.reduce((sum, cell) => sum + cell.steps, 0)),
    cells: Array.from({ length: places }, (_, index) => {
      const cell = byIndex.get(index);
      if (cell === undefined) return undefined;
      const fate = fateOf(cell, least);
      return {
        epochs: cell.epochs,
        means: cell.means,
        diverged: fate !== 'sound',
        figure: cell.divergedAt !== undefined ? `diverged at ${formatCount(cell.divergedAt)}` : fate === 'diverging' ? 'diverging' : formatNumber(rankedLoss(cell)),
        words: cellSentence(cell, cell.index === best?.index, least),
      };
    }),
  };
}
