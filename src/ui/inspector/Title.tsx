import type { JSX, ReactNode } from 'react';
import styles from './inspector.module.css';

interface TitleProps {
  /** The small line above. */
  readonly eyebrow: string;
  readonly name: string;
  /** Chips beside the name. */
  readonly children?: ReactNode;
}

/** The head of the inspector: what is selected. The name can receive the focus, for readers who come from inside. */
export function Title({ eyebrow, name, children }: TitleProps): JSX.Element {
  return (
    <header className={styles.title}>
      <p className={styles.eyebrow}>{eyebrow}</p>
      <div className={styles.chips}>
        <h2 className={styles.name} tabIndex={-1} title={name}>
          {name}
        </h2>
        {children}
      </div>
    </header>
  );
}
