import type { TrainingStage } from './pipelineStages';
import { TRAINING_STAGES } from './pipelineStages';
import styles from './trainingCircle.module.css';

interface Words {
  readonly title: string;
  /** What the stage is on the graph. */
  readonly onGraph: string;
}

const WORDS: Readonly<Record<TrainingStage, Words>> = {
  predict: { title: 'Predict', onGraph: 'forward, from X to l₂' },
  error: { title: 'Measure the error', onGraph: 'C holds l₂ against y' },
  gradients: { title: 'Share the blame', onGraph: 'backward, from C to every parameter' },
  update: { title: 'Update', onGraph: 'each parameter against its gradient' },
};

interface TrainingCircleProps {
  /** The stage that the words around speak of. */
  readonly at?: TrainingStage;
}

/** One round of training after the other: what comes before the first, and the four stages of each. */
export function TrainingCircle({ at }: TrainingCircleProps) {
  return (
    <figure className={styles.circle} aria-label="The training circle">
      <p className={styles.before}>
        <span className={styles.title}>Once, at the start</span>
        <span className={styles.onGraph}>rows are there, parameters are random</span>
      </p>
      <ol className={styles.stages} aria-label="Then, round and round">
        {TRAINING_STAGES.map((stage) => (
          <li key={stage} className={styles.stage} data-stage={stage} aria-current={stage === at ? 'step' : undefined}>
            <span className={styles.title}>{WORDS[stage].title}</span>
            <span className={styles.onGraph}>{WORDS[stage].onGraph}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
