import type { ReactNode } from 'react';
import styles from './breakIt.module.css';

/** A frame around what is broken on purpose, so that nobody takes it for the graph. */
export function Broken({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.sandbox}>
      <p className={styles.mark}>
        <strong>BROKEN</strong> Sandbox: this backward pass is broken on purpose; the graph itself is right.
      </p>
      {children}
    </div>
  );
}
