import { useState, type ReactNode } from 'react';
import styles from './disclosure.module.css';
import { Icon } from './Icon';

interface DisclosureProps {
  readonly label: string;
  /** What is set inside, in a word or two, to be read while it is folded. */
  readonly digest?: string;
  readonly children: ReactNode;
}

/** Which ones are unfolded, by label: as long as the page lives, whatever it shows meanwhile. */
const unfolded = new Set<string>();

/** Settings under a heading that folds and unfolds them. */
export function Disclosure({ label, digest, children }: DisclosureProps) {
  const [open, setOpen] = useState(() => unfolded.has(label));
  return (
    <details
      className={styles.disclosure}
      open={open}
      onToggle={(event) => {
        const isOpen = event.currentTarget.open;
        if (isOpen) unfolded.add(label);
        else unfolded.delete(label);
        setOpen(isOpen);
      }}
    >
      <summary className={styles.summary}>
        <Icon name="chevron" size={12} />
        <span>{label}</span>
        {digest !== undefined && <span className={styles.digest}>{digest}</span>}
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
