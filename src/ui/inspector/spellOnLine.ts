import type { Working } from '../../engine';
import { spell, type SpelledTerm } from '../../scene/recording/spelling';
import { soleOperand } from '../../scene/recording/working';

/** A calculation on one line. One number alone is no term with a sign of its own: its minus belongs to it. */
export function spellOnLine(work: Working): SpelledTerm {
  const alone = soleOperand(work);
  if (alone === undefined) return spell(work, '');
  return { sign: '', pieces: [{ before: '', operand: alone, unsigned: false, bound: false, after: '' }] };
}
