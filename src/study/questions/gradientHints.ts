import { isLeaf, type Edge, type Program, type Recording } from '../../engine';
import { behindOperator, formatName, partialName } from '../../scene/format';
import { listed } from '../../scene/listed';
import { contributingEdges, indexOf } from '../../scene/recording/recordingIndex';
import { spelledText } from '../../scene/recording/spelling';
import { formatSubstituted } from '../../scene/recording/substituted';
import { texDerivative } from '../../scene/recording/texFormulas';
import { slopeOf, statesResult } from '../../scene/recording/working';
import type { Path } from './chainSlips';
import { plainHint, type Hint } from './question';
import { MOST_LISTED, timesRead } from './words';
import { reckoningOfContributions } from './workedReckoning';
import { writtenReckoning } from './writtenReckoning';

/** Of which cell of a gradient, and over which edges it comes. */
export interface Sought {
  readonly node: string;
  readonly cell: number;
  readonly edges: readonly Edge[];
  /** What each of the edges brings. */
  readonly paths: readonly Path[];
}

/** Three hints at a gradient, or at a share of one. The first needs no words but those of the question: how fast one thing changes with another. */
export function gradientHints(recording: Recording, program: Program, sought: Sought): [Hint, Hint, Hint] {
  const { edges, paths } = sought;
  const parts = paths.reduce((count, { contributions }) => count + contributions.length, 0);
  const tex = edges.flatMap(({ to, port }) => {
    const reader = indexOf(recording).nodes.get(to);
    const formula = reader === undefined || isLeaf(reader) ? undefined : texDerivative(recording, reader, port);
    return formula ?? [];
  });
  const sum = parts > paths.length ? `This cell has a part in ${parts} numbers, so there are ${parts} products to add. ` : '';
  return [
    plainHint(paths.length > 1 ? sharesRule(recording, sought) : linkRule(recording, sought)),
    { text: `${sum}In this graph:`, tex: [...new Set(tex)] },
    plainHint(`With the numbers of the graph: ${withNumbers(program, sought)} = ?`),
  ];
}

/** Of what comes over one edge. */
function linkRule(recording: Recording, { node, edges, paths }: Sought): string {
  const { output } = recording.graph;
  const reader = edges[0]?.to ?? output;
  const [name, by, of] = [formatName(node), formatName(reader), formatName(output)];
  const isTable = (indexOf(recording).shapes.get(node)?.length ?? 0) > 0;
  const mover = isTable ? `this number of ${name}` : name;
  const grows = `${mover} grows${contributingEdges(recording, node).length > 1 ? ' along this edge alone' : ''}`;
  if ((paths[0]?.contributions.length ?? 0) > 1) {
    return `${isTable ? `This number of ${name}` : name} reaches several numbers of ${by}. For each of them: how fast it changes as ${grows}, times how fast ${of} changes with it, which ${partialName(output, reader)} says. Add the products.`;
  }
  if (reader === output) return `${of} reads ${name} itself, and nothing lies between them: how fast does ${of} change as ${grows}, if all else stays?`;
  return `Take two steps. How fast does ${by} change as ${grows}? And how fast does ${of} change with ${by}: ${partialName(output, reader)}? Multiply the two.`;
}

/** Of what comes over several edges. */
function sharesRule(recording: Recording, { node, edges }: Sought): string {
  const { output } = recording.graph;
  const readers = [...new Set(edges.map(({ to }) => to))];
  const [name, of] = [formatName(node), formatName(output)];
  const [only = output, ...others] = readers;
  const times = timesRead(edges.length);
  if (others.length > 0) {
    const above = listed(readers.map((reader) => partialName(output, reader)), { most: MOST_LISTED });
    return `${name} is read ${times}, and a share comes back from each reading: how fast the reader changes with ${name}, times how fast ${of} changes with the reader (${above}). Add the shares.`;
  }
  const share = `how fast ${formatName(only)} changes as ${name} grows there alone`;
  return `${formatName(only)} reads ${name} ${times}, and a share comes back from each reading: ${share}${only === output ? '' : `, times how fast ${of} changes with ${formatName(only)}: ${partialName(output, only)}`}. Add the shares.`;
}

/** The sum of products, the local derivatives worked out where they are more than a given number. */
function withNumbers(program: Program, { edges, cell, paths }: Sought): string {
  const all = paths.flatMap(({ contributions }) => contributions);
  const [only, ...others] = all;
  const [edge] = edges;
  const slope = only === undefined || edge === undefined || others.length > 0 ? undefined : slopeOf(program, edge, cell);
  if (only === undefined || slope === undefined || slope.length < 2 || statesResult(slope)) return writtenReckoning(reckoningOfContributions(all));
  return `(${spelledText(slope, formatSubstituted)}) × ${behindOperator(formatSubstituted(only.upstream))}`;
}
