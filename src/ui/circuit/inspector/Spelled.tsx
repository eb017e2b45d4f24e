import type { Working } from '../../../engine';
import { spell } from '../../../scene/recording/spelling';
import { Pieces } from '../../inspector/Pieces';

interface SpelledProps {
  /** The operation whose calculation it is. */
  readonly node: string;
  readonly work: Working;
}

/** A calculation on one line, `−2 + 5`, each of its numbers leading to the node that it comes from. */
export function Spelled({ node, work }: SpelledProps) {
  const { sign, pieces } = spell(work, '');
  return (
    <>
      {sign}
      <Pieces node={node} pieces={pieces} />
    </>
  );
}
