import type { JSX, ReactNode } from 'react';
import type { ChosenCell, Selection } from '../../scene/selection';
import { useInspection } from './inspection';

interface SelectButtonProps {
  readonly to: Selection;
  /** The cell to choose there. */
  readonly chosen?: ChosenCell;
  readonly className: string | undefined;
  /** What is behind it, if the text does not say. */
  readonly title?: string;
  readonly children: ReactNode;
}

/** Something in the inspector that leads to the node or edge that it speaks of. */
export function SelectButton({ to, chosen, className, title, children }: SelectButtonProps): JSX.Element {
  const { go } = useInspection();
  return (
    <button type="button" className={className} title={title} onClick={() => go(to, chosen)}>
      {children}
    </button>
  );
}
