import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './Button';
import styles from './controls.module.css';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** As wide as its content, up to most of the screen; else the width of a text. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A page over the page. The browser keeps the focus inside, closes it on Esc and gives the focus back. */
export function Dialog({ title, open, onClose, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open && dialog.current?.open === false) dialog.current.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog ?? ''} ${wide ? (styles.wide ?? '') : ''}`}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        // The dialog itself is only hit beside its content: on the backdrop.
        if (event.target === dialog.current) onClose();
      }}
    >
      {open ? (
        <>
          <div className={styles.dialogHead}>
            <h2 id={id}>{title}</h2>
            <IconButton icon="close" label="Close" onClick={onClose} />
          </div>
          <div className={styles.dialogBody}>{children}</div>
        </>
      ) : null}
    </dialog>
  );
}
