import type { Edge, Recording } from '../../engine';
import { formatName, formatNumber, partialName } from '../../scene/format';
import { contributingEdges } from '../../scene/recording/recordingIndex';
import type { Contribution } from '../../scene/recording/working';
import type { Slip } from './question';
import { timesRead } from './words';

/** What one edge brings to a gradient. */
export interface Path {
  /** The node over which it comes. */
  readonly by: string;
  readonly contributions: readonly Contribution[];
}

/**
 * The chain rule done by halves: local derivatives alone, what arrives from above alone, some of several paths.
 *
 * @param node whose gradient it is
 * @param output of which it is the gradient
 */
export function chainSlips(node: string, output: string, paths: readonly Path[], answer: number): Slip[] {
  const all = paths.flatMap(({ contributions }) => contributions);
  const local = total(all.map((one) => one.local));
  const upstream = total(all.map((one) => one.upstream));
  // Somebody may see that nothing comes of some of it, and leave that out.
  const felt = total(all.filter((one) => one.local !== 0).map((one) => one.upstream));
  return [
    signSlip(answer, all),
    { kind: 'local', value: local, says: localWords(all, local, output) },
    { kind: 'upstream', value: upstream, says: upstreamWords(all, upstream, output) },
    ...(felt === upstream ? [] : [{ kind: 'upstream' as const, value: felt, says: upstreamWords(all, felt, output) }]),
    ...pathSlips(node, paths, answer),
  ];
}

/** The right size with the wrong sign. */
export function signSlip(answer: number, contributions: readonly Contribution[] = []): Slip {
  const [only, ...others] = contributions;
  const where = only === undefined || others.length > 0 ? '' : ` Look at the signs of ${formatNumber(only.local)} and ${formatNumber(only.upstream)}.`;
  return { kind: 'sign', value: -answer, says: `The size is right, the sign is not.${where}` };
}

/** The whole gradient of a node, where what travels back along one of its edges is asked for: a share of it. */
export function wholeSlips(recording: Recording, edge: Edge, whole: number): Slip[] {
  const [name, by] = [formatName(edge.from), formatName(edge.to)];
  const count = contributingEdges(recording, edge.from).length;
  if (count < 2) return [];
  const says = `That is the whole gradient of ${name}, ${formatNumber(whole)}, the shares of ${count === 2 ? 'both' : `all ${count}`} edges added up. The question is about the share along one edge alone, from ${by}.`;
  return [{ kind: 'whole', value: whole, says }];
}

function localWords([only, ...others]: readonly Contribution[], sum: number, output: string): string {
  if (only !== undefined && others.length === 0) {
    const upstream = partialName(output, only.edge.to);
    return `That is the local derivative alone, ${formatNumber(sum)}: ${change(only.edge.to, only.edge.from)}. It still has to be multiplied by what arrives from above, ${upstream}${told(only.upstream, sum)}.`;
  }
  return `That is the sum of the local derivatives alone, ${formatNumber(sum)}. Each of them still has to be multiplied by what arrives from above.`;
}

function upstreamWords([only, ...others]: readonly Contribution[], sum: number, output: string): string {
  if (only !== undefined && others.length === 0) {
    const upstream = partialName(output, only.edge.to);
    return `That is what arrives from above, ${upstream}: ${formatNumber(sum)}. It still has to be multiplied by the local derivative, ${change(only.edge.to, only.edge.from)}${told(only.local, sum)}.`;
  }
  return `That is the sum of what arrives from above, ${formatNumber(sum)}. Each part of it still has to be multiplied by its local derivative.`;
}

function change(of: string, by: string): string {
  return `how fast ${formatName(of)} changes with ${formatName(by)}`;
}

/** The factor that is missing, unless it is the answer itself, since the other one is 1 but for its sign. */
function told(missing: number, given: number): string {
  return Math.abs(given) === 1 ? '' : `: ${formatNumber(missing)}`;
}

/** One of several paths alone, and, of three or more, all but one. */
function pathSlips(node: string, paths: readonly Path[], answer: number): Slip[] {
  if (paths.length < 2) return [];
  const name = formatName(node);
  const added = `${name} is read ${timesRead(paths.length)}, and what comes back from every reading is added.`;
  return paths.flatMap(({ by, contributions }): Slip[] => {
    const share = total(contributions.map(({ product }) => product));
    const alone: Slip = { kind: 'path', value: share, says: `That is what comes back over ${formatName(by)} alone, ${formatNumber(share)}. ${added}` };
    const without: Slip = { kind: 'path', value: answer - share, says: `What comes back over ${formatName(by)} is missing, ${formatNumber(share)}. ${added}` };
    return paths.length === 2 ? [alone] : [alone, without];
  });
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0);
}
