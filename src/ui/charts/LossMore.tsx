import { useId, useRef, useState, type ReactNode } from 'react';
import styles from './loss.module.css';

/** What is rarely needed of the chart, behind three dots. It closes with Escape, and when the focus leaves it. */
export function LossMore({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div
      className={styles.more}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
      onBlur={(event) => {
        // A click on what cannot take the focus, inside, leaves it open.
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      {open && (
        <div
          className={styles.moreGround}
          aria-hidden="true"
          onClick={() => {
            setOpen(false);
          }}
        />
      )}
      <button
        ref={button}
        type="button"
        className={styles.moreButton}
        aria-label="More of the loss chart"
        title="More of the loss chart"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        …
      </button>
      <div id={id} className={styles.moreBox} hidden={!open}>
        {children}
      </div>
    </div>
  );
}
