import styles from '../page.module.css';

/** What stands in the inspector's place as long as there is nothing to inspect. */
export function NoGraphYet() {
  return (
    <section className={styles.waiting} aria-label="Inspector">
      <p>As soon as there is a graph, everything about its nodes and edges stands here.</p>
    </section>
  );
}
