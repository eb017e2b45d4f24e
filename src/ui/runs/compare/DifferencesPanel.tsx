import { formatCount } from '../../../scene/format';
import { stepsOf, type RunRecord } from '../../../store/runs';
import { RunSwatch } from '../RunSwatch';
import styles from '../runs.module.css';
import { useSeriesVersion } from '../useSeriesVersion';
import { differencesOf, type Settled } from './differences';

/** The settings in which two runs differ, and from which step on. */
export function DifferencesPanel({ here, there }: { readonly here: RunRecord; readonly there: RunRecord }) {
  useSeriesVersion();
  const differences = differencesOf(settled(here), settled(there));
  return (
    <div className={styles.panel}>
      <h3 className={styles.heading}>What differs</h3>
      {differences.length === 0 ? (
        <p className={styles.quiet}>Nothing: both begin alike, and every step that both have taken was taken with the same settings.</p>
      ) : (
        <div className={styles.scroller}>
          <table className={styles.figures}>
            <thead>
              <tr>
                <th scope="col">Setting</th>
                <th scope="col">from step</th>
                {[here, there].map(({ id, name, slot }) => (
                  <th scope="col" key={id}>
                    <RunSwatch slot={slot} /> <span className={styles.runName}>{name}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {differences.map(({ setting, from, here: mine, there: other }) => (
                <tr key={`${setting} ${from ?? ''}`}>
                  <th scope="row">{setting}</th>
                  <td>{from === undefined ? 'start' : formatCount(from)}</td>
                  <td>{mine ?? '–'}</td>
                  <td>{other ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function settled(run: RunRecord): Settled {
  return { plan: run.plan, changes: run.changes, steps: stepsOf(run) };
}
