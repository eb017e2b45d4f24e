import type { Working } from '../../../engine';
import { Pieces } from '../../inspector/Pieces';
import { spellOnLine } from '../../inspector/spellOnLine';

interface SpelledProps {
  /** The operation whose calculation it is. */
  readonly node: string;
  readonly work: Working;
}

/** A calculation on one line, `−2 + 5`, each of its numbers leading to the node that it comes from. */
export function Spelled({ node, work }: SpelledProps) {
  const { sign, pieces } = spellOnLine(work);
  return (
    <>
      {sign}
      <Pieces node={node} pieces={pieces} />
    </>
  );
}
