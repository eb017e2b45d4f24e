import { formatName, formatNumber } from '../../scene/format';
import type { Contribution } from '../../scene/recording/working';
import type { Slip } from './question';

/** What one edge brings to a gradient. */
export interface Path {
  /** The node over which it comes. */
  readonly by: string;
  readonly contributions: readonly Contribution[];
}

/**
 * The chain rule done by halves: local derivatives alone, what arrives from above alone, one of several paths.
 *
 * @param node whose gradient it is
 */
export function chainSlips(node: string, paths: readonly Path[], answer: number): Slip[] {
  const all = paths.flatMap(({ contributions }) => contributions);
  const local = total(all.map((one) => one.local));
  const upstream = total(all.map((one) => one.upstream));
  return [
    signSlip(answer, all),
    { kind: 'local', value: local, says: localWords(all, local) },
    { kind: 'upstream', value: upstream, says: upstreamWords(all, upstream) },
    ...(paths.length > 1 ? paths.map((path) => pathSlip(node, path, paths.length)) : []),
  ];
}

/** The right size with the wrong sign. */
export function signSlip(answer: number, contributions: readonly Contribution[] = []): Slip {
  const [only, ...others] = contributions;
  const where = only === undefined || others.length > 0 ? '' : ` Look at the signs of ${formatNumber(only.local)} and ${formatNumber(only.upstream)}.`;
  return { kind: 'sign', value: -answer, says: `The size is right, the sign is not.${where}` };
}

function localWords([only, ...others]: readonly Contribution[], sum: number): string {
  if (only !== undefined && others.length === 0) {
    return `That is the local derivative alone, ${formatNumber(sum)}. It still has to be multiplied by what arrives from above${told(only.upstream, sum)}.`;
  }
  return `That is the sum of the local derivatives alone, ${formatNumber(sum)}. Each of them still has to be multiplied by what arrives from above.`;
}

function upstreamWords([only, ...others]: readonly Contribution[], sum: number): string {
  if (only !== undefined && others.length === 0) {
    return `That is what arrives from above, ${formatNumber(sum)}. It still has to be multiplied by the local derivative${told(only.local, sum)}.`;
  }
  return `That is the sum of what arrives from above, ${formatNumber(sum)}. Each part of it still has to be multiplied by its local derivative.`;
}

/** The factor that is missing, unless it is the answer itself, since the other one is 1 but for its sign. */
function told(missing: number, given: number): string {
  return Math.abs(given) === 1 ? '' : `, ${formatNumber(missing)}`;
}

function pathSlip(node: string, { by, contributions }: Path, count: number): Slip {
  const value = total(contributions.map(({ product }) => product));
  const [name, over] = [formatName(node), formatName(by)];
  return {
    kind: 'path',
    value,
    says: `That is what comes back over ${over} alone, ${formatNumber(value)}. ${name} is read ${count === 2 ? 'twice' : `${count} times`}, and what comes back from every reading is added.`,
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0);
}
