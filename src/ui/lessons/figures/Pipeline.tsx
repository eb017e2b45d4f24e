import { PIPELINE_STAGES, type PipelineStage } from './pipelineStages';
import styles from './pipeline.module.css';

interface Words {
  readonly title: string;
  /** What the stage is on the graph. */
  readonly onGraph: string;
}

const WORDS: Readonly<Record<PipelineStage, Words>> = {
  data: { title: 'Data', onGraph: 'rows of features and targets, X and y' },
  preprocessing: { title: 'Preprocessing', onGraph: 'every column of X on one scale' },
  batching: { title: 'Batching', onGraph: 'a few rows at a time in X and y' },
  training: { title: 'Training', onGraph: 'forward, backward, update, once for each batch' },
  evaluation: { title: 'Evaluation', onGraph: 'forward only, on rows that were kept aside' },
  accuracy: { title: 'Required accuracy?', onGraph: 'is the error C small enough?' },
  deploy: { title: 'Deploy', onGraph: 'forward only, on rows without a target' },
};

/** Training comes round until the model is good enough. */
const LOOP: readonly PipelineStage[] = ['training', 'evaluation', 'accuracy'];

interface PipelineProps {
  /** The stage that the words around speak of. */
  readonly at?: PipelineStage;
  /** Whether every stage says what it is on the graph; else only the one that the words speak of does. */
  readonly whole?: boolean;
}

/** The way from data to a model in use, and where on it a lesson stands. */
export function Pipeline({ at, whole = at === undefined }: PipelineProps) {
  return (
    <figure className={styles.pipeline} aria-label="The way from data to a model in use">
      <ol className={styles.stages}>
        {PIPELINE_STAGES.map((stage) => (
          <li key={stage} className={styles.stage} data-loop={LOOP.includes(stage) ? placeInLoop(stage) : undefined} aria-current={stage === at ? 'step' : undefined}>
            <span className={styles.title}>{WORDS[stage].title}</span>
            {(whole || stage === at) && <span className={styles.onGraph}>{WORDS[stage].onGraph}</span>}
            {stage === 'accuracy' && (
              <span className={styles.answers}>
                <span>
                  <b>no</b>: back to training
                </span>
                <span>
                  <b>yes</b>: go on
                </span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </figure>
  );
}

function placeInLoop(stage: PipelineStage): 'first' | 'within' | 'last' {
  if (stage === LOOP[0]) return 'first';
  return stage === LOOP.at(-1) ? 'last' : 'within';
}
