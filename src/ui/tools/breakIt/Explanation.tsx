import type { Mistake } from '../../../lessons/lesson';
import { MISTAKE_WORDS } from '../../../study/broken/mistakeWords';
import styles from './breakIt.module.css';

/** What a mistake is, how it looks in code, and what mends it. */
export function Explanation({ mistake }: { readonly mistake: Mistake }) {
  const { does, shows, wrongLine, rightLine, mends } = MISTAKE_WORDS[mistake];
  return (
    <div className={styles.explanation}>
      <p>{does}</p>
      <p>{shows}</p>
      <dl className={styles.lines}>
        <dt>✗ with the mistake</dt>
        <dd>
          <code>{wrongLine}</code>
        </dd>
        <dt>✓ as it should be</dt>
        <dd>
          <code>{rightLine}</code>
        </dd>
      </dl>
      <p>{mends}</p>
    </div>
  );
}
