import styles from './prose.module.css';

/** Stands for a number that there is not while the reader has changed the graph: nothing is updated if nothing is trained. */
export function Missing({ why }: { readonly why: string }) {
  return (
    <span className={styles.missing} data-missing title={why}>
      ?<span className="visually-hidden"> ({why})</span>
    </span>
  );
}

/** What comes of an attempt to quote, or why nothing does. */
export function quoting(attempt: () => string): string | { readonly why: string } {
  try {
    return attempt();
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}
