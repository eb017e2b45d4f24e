import { splitRows } from '../../../datasets/split';
import { formatCount, formatNumber } from '../../../scene/format';
import { LESSON, type Settings } from '../../../store/settings';
import type { Dataset } from '../../../datasets/dataset';
import { useSettings, useTraining } from '../../context';
import styles from './prose.module.css';

/** What a lesson can quote of the reader's own training. */
export const TRAINING_FACTS = ['rows', 'features', 'batch size', 'steps per epoch', 'learning rate', 'lesson rate', 'epochs'] as const;

export type TrainingFactName = (typeof TRAINING_FACTS)[number];

/** A number of the reader's own training, as it is set at present: homes to train on, batch size, steps per epoch. */
export function TrainingFact({ is }: { readonly is: TrainingFactName }) {
  const dataset = useTraining((training) => training.dataset);
  const settings = useSettings((all) => all);
  const text = dataset === undefined ? undefined : trainingFact(is, settings, dataset);
  return text === undefined ? <>…</> : <data className={styles.number} value={is}>{text}</data>;
}

/** The number, for reading. */
export function trainingFact(is: TrainingFactName, settings: Settings, dataset: Pick<Dataset, 'rows' | 'featureNames'>): string {
  // Homes that are held out are not trained on.
  const rows = splitRows(dataset.rows, settings.heldOut, settings.splitSeed).train.length;
  switch (is) {
    case 'rows':
      return formatCount(rows);
    case 'features':
      return formatCount(dataset.featureNames.length);
    case 'batch size':
      return formatCount(settings.batchSize);
    case 'steps per epoch':
      return formatCount(Math.floor(rows / settings.batchSize));
    case 'learning rate':
      return formatNumber(settings.learningRate);
    case 'lesson rate':
      return formatNumber(LESSON.learningRate);
    case 'epochs':
      return formatCount(settings.epochs);
  }
}
