import { formatCount } from '../../scene/format';
import { currentRun } from '../../store/runs';
import { stepSettingsOf } from '../../store/settings';
import { settingsAt } from '../../training/plan';
import { useMiniflow, useRuns, useSettings, useTraining } from '../context';
import { Button } from '../controls/Button';
import { useHeldStep, usePastStep } from './past';
import styles from './pastBanner.module.css';
import { restoredSentence, settingsWords } from './words';

/**
 * While a step is shown that training has left behind: which one, what it was taken with, and the ways on from there. It
 * stands where the words on the moment stand or, on a phone, over the graph: nothing moves when the past begins or ends.
 */
export function PastBanner() {
  const { branch, toPresent, set, settings: store } = useMiniflow();
  const past = usePastStep();
  const held = useHeldStep();
  const step = past ?? held;
  if (step === undefined) return null;
  return (
    <section className={styles.past} aria-label="In the past">
      <div className={styles.words}>
        <p className={styles.title} role="status">
          <Title step={step} whileTraining={past === undefined} />
        </p>
        <Restored step={step} />
        <Difference step={step} canSet={past !== undefined} />
        <p className={styles.hint}>
          {past === undefined ? 'A branch pauses this training.' : 'Step once shows the next step of the past; Train goes on from the end.'}
        </p>
      </div>
      <div className={styles.buttons}>
        <Button
          look="primary"
          title={`A new run that shares the steps before step ${formatCount(step)} and takes this one anew, with what is set now`}
          onClick={() => {
            branch(step - 1, { settings: stepSettingsOf(store.getState()) });
          }}
        >
          Branch from here
        </Button>
        {past === undefined ? (
          <Button
            onClick={() => {
              set({ follow: true });
            }}
          >
            Follow the training
          </Button>
        ) : (
          <Button onClick={toPresent}>Back to the present</Button>
        )}
      </div>
    </section>
  );
}

function Title({ step, whileTraining }: { readonly step: number; readonly whileTraining: boolean }) {
  // While training the number grows all the time, and would be announced all the time.
  const steps = useTraining((training) => (whileTraining ? undefined : training.progress.steps));
  const restored = useTraining((training) => training.restored?.step === step);
  if (steps === undefined) return <>SGD step {formatCount(step)}, while training goes on</>;
  return (
    <>
      SGD step {formatCount(step)} of {formatCount(steps)}
      {restored ? ', restored' : ''}
    </>
  );
}

/** How the step was brought back, if it had to be. */
function Restored({ step }: { readonly step: number }) {
  const restored = useTraining((training) => training.restored);
  return restored?.step === step ? <p className={styles.restored}>{restoredSentence(restored)}</p> : null;
}

interface DifferenceProps {
  readonly step: number;
  /** Whether the settings of then can be set again: a training that goes on would take them up at once. */
  readonly canSet: boolean;
}

/** What the step was taken with, where it differs from what is set. */
function Difference({ step, canSet }: DifferenceProps) {
  const { set } = useMiniflow();
  const changes = useRuns((state) => currentRun(state)?.changes);
  const settings = useSettings((all) => all);
  const then = changes === undefined ? undefined : settingsAt(changes, step);
  const words = then === undefined ? '' : settingsWords(then, settings);
  if (then === undefined || words === '') return null;
  return (
    <p className={styles.difference}>
      It was taken with {words}.{' '}
      {canSet && (
        <button
          type="button"
          className={styles.within}
          onClick={() => {
            set({ learningRate: then.learningRate, batchSize: then.batchSize, order: then.order });
          }}
        >
          Set this again
        </button>
      )}
    </p>
  );
}
