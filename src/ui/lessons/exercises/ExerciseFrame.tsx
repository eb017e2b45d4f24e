import type { ReactNode } from 'react';
import styles from './exercises.module.css';

interface ExerciseFrameProps {
  readonly title?: string;
  readonly solved: boolean;
  readonly children: ReactNode;
}

/** Something to do, set off from what is to be read. */
export function ExerciseFrame({ title = 'Your turn', solved, children }: ExerciseFrameProps) {
  return (
    <div className={styles.exercise} role="group" aria-label={title} data-solved={solved}>
      <p className={styles.eyebrow}>
        {title}
        {solved ? <span className={styles.badge}>✓ solved</span> : null}
      </p>
      {children}
    </div>
  );
}
