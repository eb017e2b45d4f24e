import { formatCount } from '../../scene/format';
import type { RunStatus } from '../../store/training';
import type { Progress } from '../../training/protocol';
import { useMiniflow, useTraining } from '../context';
import { Button } from '../controls/Button';
import { StopNote } from './StopNote';
import styles from './training.module.css';
import { duration, perSecond, verdictSentence } from './words';

const STATUS_WORDS: Readonly<Record<RunStatus, string>> = {
  loading: 'Fetching the data …',
  opening: 'Building the network …',
  ready: 'Ready to train.',
  training: 'Training',
  paused: 'Paused',
  finished: 'Finished',
  restoring: 'Replaying …',
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
  const verdict = useTraining((training) => training.verdict);
  const notice = useTraining((training) => training.notice);
  const { epochs, targetEpoch, steps, stepsLeft, stepsPerSecond, secondsLeft } = progress;
  return (
    <div className={styles.status}>
      <p className={styles.line}>
        <span role="status">{statusWords(status, progress)}</span> <span className={styles.figures}>{epochWords(progress, status)}</span>
      </p>
      {status === 'restoring' ? (
        <progress className={styles.progress} aria-label="Steps replayed" value={steps} max={Math.max(1, steps + stepsLeft)} />
      ) : (
        <progress className={styles.progress} aria-label="Epochs trained" value={epochs} max={Math.max(1, targetEpoch, epochs)} />
      )}
      <p className={styles.rate}>
        {status === 'training' ? `${perSecond(stepsPerSecond)} · ${duration(secondsLeft)}` : `${formatCount(steps)} SGD step${steps === 1 ? '' : 's'} taken`}
      </p>
      <StopNote />
      {verdict?.steps === steps && <p className={verdict.same === false ? styles.notice : styles.stopped}>{verdictSentence(verdict)}</p>}
      {notice === undefined ? null : <p className={styles.notice}>{notice}</p>}
      {problem === undefined ? null : (
        <p className={styles.problem} role="alert">
          {problem}{' '}
          <Button onClick={reset}>
            Start anew
          </Button>
        </p>
      )}
      {dataProblem === undefined ? null : (
        <p className={styles.problem} role="alert">
          {dataProblem}{' '}
          <Button onClick={() => void load()}>
            Try again
          </Button>
        </p>
      )}
    </div>
  );
}

/** Where training stands in a word; single steps have begun it as well as Train. */
function statusWords(status: RunStatus, { steps, stepsLeft }: Progress): string {
  // Nothing is known of its length until the first report.
  if (status === 'restoring' && steps + stepsLeft > 0) return `Replaying ${formatCount(steps + stepsLeft)} steps …`;
  return STATUS_WORDS[status === 'ready' && steps > 0 ? 'paused' : status];
}

/** `epoch 7 of 100`; before training, how long an epoch is. */
function epochWords({ steps, epochs, targetEpoch, stepsPerEpoch }: Progress, status: RunStatus): string {
  if (status === 'restoring') return '';
  if (targetEpoch > 0) return `epoch ${formatCount(epochs)} of ${formatCount(Math.max(targetEpoch, epochs))}`;
  if (steps > 0) return `epoch ${formatCount(epochs)}`;
  if (stepsPerEpoch === 0 || status === 'failed') return '';
  return `${stepsPerEpoch} step${stepsPerEpoch === 1 ? '' : 's'} / epoch`;
}
