import { formatCount } from '../../scene/format';
import { currentRun } from '../../store/runs';
import { stepSettingsOf } from '../../store/settings';
import { settingsAt } from '../../training/plan';
import { useMiniflow, useRuns, useSettings, useTraining } from '../context';
import { Button } from '../controls/Button';
import { usePastStep } from './past';
import styles from './training.module.css';
import { restoredSentence, settingsWords } from './words';

/** While a step in the past is shown: which one, what it was taken with, and the ways on from there. */
export function PastBanner() {
  const { branch, toPresent, set, settings: store } = useMiniflow();
  const step = usePastStep();
  const steps = useTraining((training) => training.progress.steps);
  const restored = useTraining((training) => training.restored);
  const changes = useRuns((state) => currentRun(state)?.changes);
  const settings = useSettings((all) => all);
  if (step === undefined) return null;
  const then = changes === undefined ? undefined : settingsAt(changes, step);
  const difference = then === undefined ? '' : settingsWords(then, settings);
  return (
    <section className={styles.past} aria-label="In the past">
      <p className={styles.pastTitle} role="status">
        SGD step {formatCount(step)} of {formatCount(steps)}
        {restored?.step === step ? ', restored' : ''}
      </p>
      {restored?.step === step && <p className={styles.hint}>{restoredSentence(restored)}</p>}
      {then !== undefined && difference !== '' && (
        <p>
          It was taken with {difference}.{' '}
          <button
            type="button"
            className={styles.within}
            onClick={() => {
              set({ learningRate: then.learningRate, batchSize: then.batchSize, order: then.order });
            }}
          >
            Set this again
          </button>
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          look="primary"
          title={`A new run that shares the steps before step ${formatCount(step)} and takes this one anew`}
          onClick={() => {
            branch(step - 1, { settings: stepSettingsOf(store.getState()) });
          }}
        >
          Branch from here
        </Button>
        <Button onClick={toPresent}>Back to the present</Button>
      </div>
      <p className={styles.hint}>What you set now holds for the branch. Train goes on from the end.</p>
    </section>
  );
}
