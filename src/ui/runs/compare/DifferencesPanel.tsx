import type { ReactNode } from 'react';
import { formatCount } from '../../../scene/format';
import { stepsOf, type RunRecord } from '../../../store/runs';
import { RunSwatch } from '../RunSwatch';
import figures from '../figures.module.css';
import section from '../section.module.css';
import styles from './compare.module.css';
import { factsOf, figureOf, type RunFacts } from '../table/runFacts';
import { useSeriesVersion } from '../useSeriesVersion';
import { differencesOf, type Settled } from './differences';

interface PairProps {
  readonly here: RunRecord;
  readonly there: RunRecord;
}

/** The settings in which two runs differ, and from which step on; and where that has led. */
export function DifferencesPanel({ here, there }: PairProps) {
  useSeriesVersion();
  const differences = differencesOf(settled(here), settled(there));
  return (
    <div className={styles.stack}>
      <div className={section.panel}>
        <h3 className={section.heading}>What differs</h3>
        {differences.length === 0 ? (
          <p className={section.quiet}>Nothing: both begin alike, and every step that both have taken was taken with the same settings.</p>
        ) : (
          <PairTable here={here} there={there} head={['Setting', 'from step']}>
            {differences.map(({ setting, from, here: mine, there: other }) => (
              <tr key={`${setting} ${from ?? ''}`}>
                <th scope="row">{setting}</th>
                <td>{from === undefined ? 'start' : formatCount(from)}</td>
                <td>{mine ?? '–'}</td>
                <td>{other ?? '–'}</td>
              </tr>
            ))}
          </PairTable>
        )}
      </div>
      <Outcome here={here} there={there} />
    </div>
  );
}

/** How far both have come. */
function Outcome({ here, there }: PairProps) {
  const [mine, other] = [factsOf(here), factsOf(there)];
  const lines: readonly (readonly [string, (facts: RunFacts) => string])[] = [
    ['SGD steps', ({ steps }) => formatCount(steps)],
    ['last epoch', ({ last }) => figureOf(last)],
    ['best epoch', ({ best }) => figureOf(best?.mean)],
    ['test loss', ({ test }) => figureOf(test)],
  ];
  return (
    <div className={section.panel}>
      <h3 className={section.heading}>Where it led</h3>
      <PairTable here={here} there={there} head={['So far']}>
        {lines
          .filter(([name]) => name !== 'test loss' || mine.test !== undefined || other.test !== undefined)
          .map(([name, read]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{read(mine)}</td>
              <td>{read(other)}</td>
            </tr>
          ))}
      </PairTable>
    </div>
  );
}

interface PairTableProps extends PairProps {
  /** What stands above the columns before those of the two runs. */
  readonly head: readonly string[];
  readonly children: ReactNode;
}

function PairTable({ here, there, head, children }: PairTableProps) {
  return (
    <div className={figures.scroller}>
      <table className={`${figures.figures ?? ''} ${styles.twins ?? ''}`}>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
            {[here, there].map(({ id, name, slot }) => (
              <th scope="col" key={id}>
                <RunSwatch slot={slot} />{' '}
                <span className={styles.name} title={name}>
                  {name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function settled(run: RunRecord): Settled {
  return { plan: run.plan, changes: run.changes, steps: stepsOf(run) };
}
