import { useEffect, useId, useRef, type JSX } from 'react';
import { formatShape, type Tensor } from '../../engine';
import { CopyButtons } from './CopyButtons';
import shared from './inspector.module.css';
import { NumberGrid } from './NumberGrid';
import styles from './table.module.css';

interface TableDialogProps {
  /** What the tensor is: `Value of s`. */
  readonly label: string;
  readonly tensor: Tensor;
  readonly onClose: () => void;
}

/** All numbers of a tensor, to read and to copy. Follows the tensor while it is open. */
export function TableDialog({ label, tensor, onClose }: TableDialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={heading}
      onClose={onClose}
      // The page steps through time with the arrow keys and the space bar, which move and press things here.
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className={styles.frame}>
        <header className={styles.head}>
          <h2 id={heading} className={shared.name}>
            {label}
          </h2>
          <span className={shared.chip}>{formatShape(tensor.shape)}</span>
          <button type="button" className={styles.close} onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
        <NumberGrid label={label} tensor={tensor} />
        <CopyButtons tensor={tensor} />
      </div>
    </dialog>
  );
}
