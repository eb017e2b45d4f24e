import { formatCount, formatNumber } from '../../scene/format';
import { LIMITS, PACES, type Pace } from '../../store/settings';
import { useMiniflow, usePlayback, useSettings, useTraining } from '../context';
import { Button } from '../controls/Button';
import { Choice } from '../controls/Choice';
import { Icon } from '../controls/Icon';
import { NumberSetting } from '../controls/NumberSetting';
import { DivergenceNote } from './DivergenceNote';
import { TrainingStatus } from './TrainingStatus';
import styles from './training.module.css';

const PACE_OPTIONS: readonly (readonly [string, string])[] = PACES.map((pace) => [
  String(pace),
  pace === 'full' ? 'full speed' : `${formatCount(pace)} step${pace === 1 ? '' : 's'} / s`,
]);

const RULES = {
  learningRate: { ...LIMITS.learningRate, whole: false, above: true, logFrom: 1e-5 },
  batchSize: { ...LIMITS.batchSize, whole: true, unit: 'examples' },
  hidden: { ...LIMITS.hidden, whole: true, unit: 'units' },
  epochs: { ...LIMITS.epochs, whole: true, logFrom: 1, unit: 'epochs' },
} as const;

/** Stochastic gradient descent: its settings, its buttons, how it stands. */
export function TrainingPanel() {
  const { train, pauseTraining, stepOnce, reset, newSeed, set } = useMiniflow();
  const status = useTraining((training) => training.status);
  const hasData = useTraining((training) => training.dataset !== undefined);
  const learningRate = useSettings((settings) => settings.learningRate);
  const batchSize = useSettings((settings) => settings.batchSize);
  const hidden = useSettings((settings) => settings.hidden);
  const epochs = useSettings((settings) => settings.epochs);
  const pace = useSettings((settings) => settings.pace);
  const seed = useSettings((settings) => settings.seed);
  const training = status === 'training';
  const canTrain = status === 'ready' || status === 'paused' || status === 'finished';
  return (
    <section className={styles.panel} aria-labelledby="training-heading">
      <h2 id="training-heading" className={styles.heading}>
        Stochastic gradient descent
      </h2>
      <div className={styles.buttons}>
        {training ? (
          <Button look="primary" onClick={pauseTraining}>
            <Icon name="pause" size={14} />
            Pause training
          </Button>
        ) : (
          <Button look="primary" disabled={!canTrain} onClick={train}>
            <Icon name="play" size={14} />
            Train
          </Button>
        )}
        <Button disabled={!canTrain} onClick={stepOnce} title="One SGD step: forward, backward, update">
          Step once
        </Button>
      </div>
      <TrainingStatus />
      <DivergenceNote />
      <NumberSetting
        label="Learning rate"
        value={learningRate}
        rule={RULES.learningRate}
        onChange={(value) => {
          set({ learningRate: value });
        }}
      />
      <NumberSetting
        label="Batch size"
        value={batchSize}
        rule={RULES.batchSize}
        onChange={(value) => {
          set({ batchSize: value });
        }}
      />
      <NumberSetting
        label="Epochs"
        value={epochs}
        rule={RULES.epochs}
        hint="Train runs this many more."
        onChange={(value) => {
          set({ epochs: value });
        }}
      />
      <NumberSetting
        label="Hidden units"
        value={hidden}
        rule={RULES.hidden}
        hint="Another number of units builds a new network."
        onChange={(value) => {
          set({ hidden: value });
        }}
      />
      <Choice
        label="Pace"
        value={String(pace)}
        options={PACE_OPTIONS}
        onChange={(value) => {
          const chosen: Pace | undefined = PACES.find((option) => String(option) === value);
          if (chosen !== undefined) set({ pace: chosen });
        }}
      />
      <FollowSwitch />
      <div className={styles.buttons}>
        <Button disabled={!hasData} onClick={reset} title="Start over with the same weights and batches">
          Reset
        </Button>
        <Button disabled={!hasData} onClick={newSeed} title="Start over with other weights and batches">
          New seed
        </Button>
        <span className={styles.seed}>seed {formatNumber(seed, 10)}</span>
      </div>
    </section>
  );
}

/** Whether the graph shows an iteration of the training now and then, or stays as it is. */
function FollowSwitch() {
  const { set } = useMiniflow();
  const follow = useSettings((settings) => settings.follow);
  const held = usePlayback((playback) => playback.held);
  return (
    <label className={styles.follow}>
      <input
        type="checkbox"
        role="switch"
        checked={follow && !held}
        onChange={(event) => {
          set({ follow: event.target.checked });
        }}
      />
      Graph follows the training
    </label>
  );
}
