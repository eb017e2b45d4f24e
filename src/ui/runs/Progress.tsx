import { Button } from '../controls/Button';
import styles from './progress.module.css';
import section from './section.module.css';

interface ProgressProps {
  /** What is going on, for ears. */
  readonly label: string;
  /** From 0 to 1. */
  readonly share: number;
  readonly words: string;
  readonly onCancel: () => void;
}

/** How much is done of something that takes a while, and the way out of it. */
export function Progress({ label, share, words, onCancel }: ProgressProps) {
  return (
    <div className={styles.progress}>
      <progress aria-label={label} value={share} max={1} />
      {/* Before the words, which grow and shrink. */}
      <Button onClick={onCancel}>Cancel</Button>
      <span className={section.quiet}>{words}</span>
    </div>
  );
}
