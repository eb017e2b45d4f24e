import styles from './app.module.css';
import { useTraining } from './app';

/** What is on the screen, in a few lines, for whoever has just come. */
export function Lead() {
  const dataset = useTraining((training) => training.dataset);
  return (
    <section className={styles.lead} aria-labelledby="lead-heading">
      <h2 id="lead-heading">Watch a network learn</h2>
      <p>
        Two linear layers with a sigmoid between them guess the price of a home from {dataset?.featureNames.length ?? 13} numbers. Walk
        through one iteration edge by edge, or press Train.
      </p>
    </section>
  );
}
