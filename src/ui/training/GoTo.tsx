import { formatCount } from '../../scene/format';
import { shownIteration } from '../../store/playback';
import { isIdle } from '../../store/training';
import { useMiniflow, usePlayback, useTraining } from '../context';
import { Button } from '../controls/Button';
import { NumberField } from '../controls/NumberField';
import styles from './training.module.css';

/** The ways to a step that has been taken: its number, and the steps that stand out. */
export function GoTo() {
  const { seekStep, jump } = useMiniflow();
  const shown = usePlayback((playback) => shownIteration(playback)?.step);
  const steps = useTraining((training) => training.progress.steps);
  const canGo = useTraining(({ status }) => isIdle(status) || status === 'training' || status === 'diverged');
  const hasDiverged = useTraining((training) => training.divergence !== undefined);
  const hasPast = canGo && steps > 0;
  return (
    <fieldset className={styles.goTo} disabled={!hasPast}>
      <legend className="visually-hidden">Go to a step</legend>
      <div className={styles.condition}>
        <span>Go to SGD step</span>
        <NumberField
          label="SGD step"
          value={shown ?? 1}
          // The next to come is there as well.
          rule={{ min: 1, max: hasDiverged ? Math.max(1, steps) : steps + 1, whole: true }}
          format={formatCount}
          onChange={seekStep}
        />
      </div>
      <div className={styles.jumps}>
        {hasDiverged && (
          <Button onClick={() => jump('first non-finite')}>
            First non-finite
          </Button>
        )}
        <Button onClick={() => jump('worst batch')} title="The step whose batch had the largest loss">
          Worst batch
        </Button>
        <Button onClick={() => jump('largest gradient')} title="The step whose gradient of all parameters had the largest norm">
          Largest gradient
        </Button>
      </div>
    </fieldset>
  );
}
