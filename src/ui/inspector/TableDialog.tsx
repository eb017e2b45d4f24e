import type { JSX } from 'react';
import { formatShape, type Tensor } from '../../engine';
import { Dialog } from '../controls/Dialog';
import { CopyButtons } from './CopyButtons';
import { NumberGrid } from './NumberGrid';
import type { AxisNames } from '../../scene/places';
import styles from './table.module.css';

interface TableDialogProps {
  /** What the tensor is: `Value of s`. */
  readonly label: string;
  readonly tensor: Tensor;
  /** The offset of the cell that is in view at first. */
  readonly cell: number;
  readonly names: AxisNames | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** All numbers of a tensor, to read and to copy. Follows the tensor while it is open. */
export function TableDialog({ label, tensor, cell, names, open, onClose }: TableDialogProps): JSX.Element {
  const { shape } = tensor;
  return (
    <Dialog title={`${label} · ${formatShape(shape)}`} wide open={open} onClose={onClose}>
      <div className={styles.frame}>
        <NumberGrid label={label} tensor={tensor} cell={cell} names={names} />
        <CopyButtons tensor={tensor} />
      </div>
    </Dialog>
  );
}
