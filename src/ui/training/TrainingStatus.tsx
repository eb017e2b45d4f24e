import { formatCount } from '../../scene/format';
import type { RunStatus } from '../../store/training';
import { useMiniflow, useTraining } from '../context';
import { Button } from '../controls/Button';
import styles from './training.module.css';
import { duration, perSecond } from './words';

const STATUS_WORDS: Readonly<Record<RunStatus, string>> = {
  loading: 'Fetching the data …',
  opening: 'Building the network …',
  ready: 'Ready to train.',
  training: 'Training',
  paused: 'Paused',
  finished: 'Finished',
  diverged: 'Stopped: not finite',
  failed: 'Stopped',
};

/** How training stands: epoch k of n, how fast, how long still; and whatever the reader has to know. */
export function TrainingStatus() {
  const { load, reset } = useMiniflow();
  const status = useTraining((training) => training.status);
  const progress = useTraining((training) => training.progress);
  const problem = useTraining((training) => training.problem);
  const dataProblem = useTraining((training) => training.dataProblem);
  const notice = useTraining((training) => training.notice);
  const { epochs, targetEpoch, steps, stepsPerEpoch, stepsPerSecond, secondsLeft } = progress;
  const begun = steps > 0 || status === 'training';
  return (
    <div className={styles.status}>
      <p className={styles.line}>
        <span role="status">
          {STATUS_WORDS[status]}
          {begun && targetEpoch > 0 ? <span className="visually-hidden">{status === 'training' ? '' : `, epoch ${epochs}`}</span> : null}
        </span>
        {begun ? (
          <span className={styles.figures}>
            epoch {formatCount(epochs)} of {formatCount(Math.max(targetEpoch, epochs))}
          </span>
        ) : (
          <span className={styles.figures}>{stepsPerEpoch === 0 ? '' : `${stepsPerEpoch} steps / epoch`}</span>
        )}
      </p>
      <progress
        className={styles.progress}
        aria-label="Epochs trained"
        value={begun ? epochs : 0}
        max={Math.max(1, targetEpoch, epochs)}
      />
      <p className={styles.rate}>
        {status === 'training' ? `${perSecond(stepsPerSecond)} · ${duration(secondsLeft)}` : `${formatCount(steps)} SGD steps taken`}
      </p>
      {notice === undefined ? null : <p className={styles.notice}>{notice}</p>}
      {problem === undefined ? null : (
        <p className={styles.problem} role="alert">
          {problem}{' '}
          <Button look="quiet" onClick={reset}>
            Start anew
          </Button>
        </p>
      )}
      {dataProblem === undefined ? null : (
        <p className={styles.problem} role="alert">
          {dataProblem}{' '}
          <Button look="quiet" onClick={() => void load()}>
            Try again
          </Button>
        </p>
      )}
    </div>
  );
}
