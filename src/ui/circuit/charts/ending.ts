import { formatCount, formatName } from '../../../scene/format';
import type { DescentState } from '../../../store/circuit/circuitState';

/** Where a descent came to its end, as its curve marks it; null as long as it goes on. */
export function endingOf({ outcome, path }: Pick<DescentState, 'outcome' | 'path'>): { iteration: number; words: string; calm: boolean } | null {
  const iteration = path.count - 1;
  switch (outcome?.kind) {
    case undefined:
    case 'iterations':
      return null;
    case 'small step':
      return { iteration, words: `stopped after ${formatCount(iteration)} iteration${iteration === 1 ? '' : 's'}`, calm: true };
    case 'flat':
      return { iteration, words: 'the gradient is 0 here', calm: true };
    case 'not finite':
      return { iteration, words: `${formatName(outcome.found.node)} ${Number.isNaN(outcome.found.number) ? 'has no value' : 'overflows'} next`, calm: false };
  }
}
