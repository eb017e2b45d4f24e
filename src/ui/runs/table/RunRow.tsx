import { memo, type ReactNode } from 'react';
import { formatCount } from '../../../scene/format';
import type { RunRecord } from '../../../store/runs';
import { ORDER_NAMES } from '../../training/orderWords';
import { activationWords, heldOutWords } from '../planWords';
import { RunSwatch } from '../RunSwatch';
import { RunActions } from './RunActions';
import { courseOf, factsOf, figureOf, rateWords } from './runFacts';
import { RunName } from './RunName';
import styles from './runsTable.module.css';

interface RunRowProps {
  readonly run: RunRecord;
  /** Of the series: another one makes the row look at them again. */
  readonly version: number;
  readonly front: boolean;
  /** Where it branches off, in words; undefined for a run of its own. */
  readonly parent: string | undefined;
  /** Whether there is no other run. */
  readonly only: boolean;
}

/** What is known of a run, and what can be done with it. */
export const RunRow = memo(function RunRow({ run, parent, front, only }: RunRowProps) {
  const facts = factsOf(run);
  const { hidden, activation, heldOut, seed } = run.plan;
  const rate = courseOf(run.changes, ({ learningRate }) => rateWords(learningRate));
  const batch = courseOf(run.changes, ({ batchSize }) => formatCount(batchSize));
  const order = courseOf(run.changes, (change) => ORDER_NAMES[change.order]);
  return (
    <tr role="row" data-front={front}>
      <th role="rowheader" scope="row" className={styles.name}>
        <div className={styles.nameLine}>
          <RunSwatch slot={run.slot} />
          <RunName run={run} />
          {front ? <span className={styles.front}>at the front</span> : null}
        </div>
        {parent === undefined ? null : <div className={styles.note}>{parent}</div>}
        {run.divergence === undefined ? null : <div className={styles.diverged}>diverged at step {formatCount(run.divergence.step + 1)}</div>}
      </th>
      <Cell name="Learning rate">{rate}</Cell>
      <Cell name="Batch size">{batch}</Cell>
      <Cell name="Order">{order}</Cell>
      <Cell name="Network">
        {formatCount(hidden)} {activationWords(activation)}
      </Cell>
      <Cell name="Held out">{heldOutWords(heldOut)}</Cell>
      <Cell name="Seed">{seed}</Cell>
      <Cell name="Steps" note={facts.epochs === 0 ? undefined : facts.epochs === 1 ? '1 epoch' : `${formatCount(facts.epochs)} epochs`}>
        {formatCount(facts.steps)}
      </Cell>
      <Cell name="Last epoch">{figureOf(facts.last)}</Cell>
      <Cell name="Best epoch" note={facts.best && `epoch ${formatCount(facts.best.epoch)}`}>
        {figureOf(facts.best?.mean)}
      </Cell>
      <Cell name="Test loss">{figureOf(facts.test)}</Cell>
      <td role="cell" className={styles.actions}>
        <RunActions run={run} only={only} />
      </td>
    </tr>
  );
});

interface CellProps {
  /** The column's name, for a card. */
  readonly name: string;
  readonly children: ReactNode;
  /** What stands below the figure. */
  readonly note?: string | undefined;
}

function Cell({ name, children, note }: CellProps) {
  return (
    <td role="cell" data-name={name}>
      <span className={styles.value}>{children === '' ? '–' : children}</span>
      {note === undefined ? null : <span className={styles.note}>{note}</span>}
    </td>
  );
}
