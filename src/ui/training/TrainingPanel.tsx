import { useMemo } from 'react';
import { splitRows } from '../../datasets/split';
import { formatCount, formatNumber } from '../../scene/format';
import { LESSON, PACES, type Pace, type Settings } from '../../store/settings';
import { isIdle } from '../../store/training';
import { useMiniflow, usePlayback, useSettings, useTraining } from '../context';
import { Button } from '../controls/Button';
import { Choice } from '../controls/Choice';
import { NumberSetting } from '../controls/NumberSetting';
import { RunFiles } from '../files/RunFiles';
import { Health } from '../health/Health';
import { later } from '../later';
import { DivergenceNote } from './DivergenceNote';
import { GoTo } from './GoTo';
import { usePastStep } from './past';
import { RULES } from './rules';
import { TrainButton } from './TrainButton';
import { TrainingStatus } from './TrainingStatus';
import styles from './training.module.css';

/** The first picture does not need it; its room is kept. */
const FoldedSettings = later(async () => (await import('./FoldedSettings')).FoldedSettings, <div className={styles.folded} />);

const PACE_OPTIONS: readonly (readonly [string, string])[] = PACES.map((pace) => [
  String(pace),
  pace === 'full' ? 'full speed' : `${formatCount(pace)} step${pace === 1 ? '' : 's'} / s`,
]);

/** Stochastic gradient descent: its settings, its buttons, how it stands. */
export function TrainingPanel() {
  return (
    <section className={styles.panel} aria-labelledby="training-heading">
      <h2 id="training-heading" className={styles.heading}>
        Stochastic gradient descent
      </h2>
      <TrainingButtons />
      <TrainingStatus />
      <DivergenceNote />
      <Health />
      <GoTo />
      <StepSettingsFields />
      <div className={styles.disclosures}>
        <FoldedSettings />
      </div>
      <PaceSetting />
      <FollowSwitch />
      <RunButtons />
      <RunFiles />
    </section>
  );
}

/** Train or pause, and one step at a time. */
function TrainingButtons() {
  const { stepOnce } = useMiniflow();
  const idle = useTraining(({ status }) => isIdle(status));
  const isPast = usePastStep() !== undefined;
  return (
    <div className={styles.buttons}>
      <TrainButton />
      <Button disabled={!idle} onClick={stepOnce} title={isPast ? 'Shows the next SGD step that was taken' : 'One SGD step: forward, backward, update'}>
        Step once
      </Button>
    </div>
  );
}

/** What may change at every step, and how many epochs there are to be. */
function StepSettingsFields() {
  const { set } = useMiniflow();
  const learningRate = useSettings((settings) => settings.learningRate);
  const batchSize = useSettings((settings) => settings.batchSize);
  const epochs = useSettings((settings) => settings.epochs);
  const heldOut = useSettings((settings) => settings.heldOut);
  const rows = useTraining((training) => training.dataset?.rows) ?? RULES.batchSize.max;
  // A batch cannot have more rows than there are to train on, whichever they are.
  const most = useMemo(() => splitRows(rows, heldOut, 0).train.length, [rows, heldOut]);
  return (
    <>
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
        rule={{ ...RULES.batchSize, max: most }}
        onChange={(value) => {
          set({ batchSize: value });
        }}
      />
      <NumberSetting
        label="Epochs"
        value={epochs}
        rule={RULES.epochs}
        hint="Train runs this many, or what is left."
        onChange={(value) => {
          set({ epochs: value });
        }}
      />
    </>
  );
}

function PaceSetting() {
  const { set } = useMiniflow();
  const pace = useSettings((settings) => settings.pace);
  return (
    <Choice
      label="Pace"
      value={String(pace)}
      options={PACE_OPTIONS}
      onChange={(value) => {
        const chosen: Pace | undefined = PACES.find((option) => String(option) === value);
        if (chosen !== undefined) set({ pace: chosen });
      }}
    />
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

/** Ways to begin anew. */
function RunButtons() {
  const { reset, newSeed, set } = useMiniflow();
  const hasData = useTraining((training) => training.dataset !== undefined);
  const seed = useSettings((settings) => settings.seed);
  const differs = useSettings(differsFromLesson);
  return (
    <>
      <div className={styles.buttons}>
        <Button disabled={!hasData} onClick={reset} title="Start over with the same weights and batches, in a new run; this one stays in the list">
          Reset
        </Button>
        <Button disabled={!hasData} onClick={newSeed} title="Start over with other weights and batches, in a new run; this one stays in the list">
          New seed
        </Button>
        <span className={styles.seed}>seed {formatNumber(seed, 10)}</span>
      </div>
      <Button
        look="quiet"
        disabled={!differs}
        title="Network, rates and data as in the lesson; the seed stays"
        onClick={() => {
          set(LESSON);
        }}
      >
        As in the lesson
      </Button>
    </>
  );
}

/** Whether anything that the lesson has settled is set otherwise. */
function differsFromLesson(settings: Settings): boolean {
  return (Object.keys(LESSON) as (keyof typeof LESSON)[]).some((key) => settings[key] !== LESSON[key]);
}
