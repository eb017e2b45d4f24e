import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly intro?: ReactNode;
  /** Controls beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page, under its heading. */
export function Section({ title, intro, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <div>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {intro === undefined ? null : <p className={styles.intro}>{intro}</p>}
        </div>
        {aside}
      </div>
      {children}
    </section>
  );
}
