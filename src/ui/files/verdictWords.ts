import { formatCount } from '../../scene/format';
import type { Verdict } from '../../store/training';

/** What a replay has shown, as the page says it. */
export function verdictWords({ steps, same }: Verdict): string {
  const replayed = `Replayed ${formatCount(steps)} step${steps === 1 ? '' : 's'}`;
  if (same === undefined) return `${replayed}. Where they had led is not written down, so there is nothing to compare.`;
  if (same) return `${replayed}: the same parameters, bit for bit.`;
  return (
    `${replayed}, but the parameters are not the ones that were written down, bit for bit. Either the file was changed, or ` +
    'it comes from a browser that rounds logarithms and exponentials otherwise in the last digit, which the steps have made larger.'
  );
}
