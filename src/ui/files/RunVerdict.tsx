import { useTraining } from '../context';
import styles from './files.module.css';
import { verdictWords } from './verdictWords';

/** Whether the run at the front, brought back from a document, came to where it had been; until it goes on from there. */
export function RunVerdict() {
  const verdict = useTraining((training) => training.verdict);
  const steps = useTraining((training) => training.progress.steps);
  const words = steps > 0 && verdict?.steps === steps ? verdictWords(verdict) : '';
  return (
    // The element stays, so that a reader by ear is told once words come into it.
    <p className={styles.verdict} data-differs={verdict?.same === false} role="status" hidden={words === ''}>
      {words}
    </p>
  );
}
