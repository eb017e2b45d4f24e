import { formatCount } from '../../scene/format';
import { useRuns, useTraining } from '../context';
import styles from '../header/header.module.css';

/** How many runs there are. */
export function RunsSubject() {
  const count = useRuns(({ runs }) => runs.length);
  const training = useTraining(({ status }) => status === 'training');
  return (
    <>
      {count === 0 ? 'no runs yet' : count === 1 ? '1 run' : `${formatCount(count)} runs`}
      {training ? <span className={styles.chip}>training</span> : null}
    </>
  );
}
