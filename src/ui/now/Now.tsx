import type { ReactNode } from 'react';
import type { Phase } from '../../engine';
import { NETWORK_EXPLANATIONS, type Explanation, type Explanations } from '../../lessons/phases';
import { formatCount } from '../../scene/format';
import { texDescent, texSteps } from '../../scene/recording/texStep';
import { strideAt } from '../../scene/stride';
import { shownIteration } from '../../store/playback';
import { useWalk, usePlayback, useSettings } from '../context';
import { frameOf, useTimeline } from '../frame';
import { Tex } from '../tex/Tex';
import styles from './now.module.css';
import { SortQueue } from './SortQueue';

interface NowProps {
  /** The words for each moment. */
  readonly explanations?: Explanations;
  /** What takes the place of the words, over the formulas. */
  readonly instead?: ReactNode;
}

/** What happens at this moment, in a sentence and in formulas. */
export function Now({ explanations = NETWORK_EXPLANATIONS, instead }: NowProps) {
  const sweeping = usePlayback((playback) => playback.sweeping);
  // While the graph sweeps through iterations of a training, words that change with each step could not be read.
  return sweeping ? <Training explanations={explanations} /> : <Walking explanations={explanations} instead={instead} />;
}

interface MomentProps extends Explanation {
  readonly phase: Phase | undefined;
  readonly instead?: ReactNode;
  readonly children: ReactNode;
}

function Moment({ title, text, phase, instead, children }: MomentProps) {
  const several = useSettings((settings) => settings.granularity) === 'node';
  return (
    <section className={styles.now} aria-label={title}>
      <div className={styles.words}>
        {instead ?? (
          <>
            <h2>{title}</h2>
            <p>{text}</p>
          </>
        )}
      </div>
      <div className={styles.formula} data-phase={phase} data-several={several}>
        {children}
      </div>
    </section>
  );
}

type WordedProps = NowProps & Required<Pick<NowProps, 'explanations'>>;

/** An iteration that somebody walks through. */
function Walking({ explanations, instead }: WordedProps) {
  const { playback } = useWalk();
  const timeline = useTimeline();
  const granularity = useSettings((settings) => settings.granularity);
  // Read while rendering, which happens when another step begins: the words depend on nothing else.
  usePlayback((state) => frameOf(state)?.index);
  const frame = frameOf(playback.getState());
  if (timeline === undefined || frame?.step === undefined) {
    return (
      <Moment {...explanations.start} phase={undefined} instead={instead}>
        {null}
      </Moment>
    );
  }
  const { step } = frame;
  if (step.phase === 'sort') {
    return (
      <Moment {...explanations.phases.sort} phase="sort" instead={instead}>
        <SortQueue timeline={timeline} />
      </Moment>
    );
  }
  const stride = granularity === 'node' ? strideAt(timeline, frame, 'node') : undefined;
  return (
    <Moment {...explanations.phases[step.phase]} phase={step.phase} instead={instead}>
      {texSteps(timeline.recording, stride?.steps ?? [step]).map((tex) => (
        <Tex key={tex} tex={tex} />
      ))}
    </Moment>
  );
}

/** A training that the graph follows. */
function Training({ explanations }: WordedProps) {
  const iteration = usePlayback(shownIteration);
  const words = explanations.running(formatCount(iteration?.step ?? 0));
  return (
    <Moment {...words} phase="update">
      {iteration && <Tex tex={texDescent(iteration.timeline.recording.graph)} />}
    </Moment>
  );
}
