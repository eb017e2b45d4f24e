import { UNKNOWN } from '../../scene/figure';
import { formatNumber } from '../../scene/format';
import type { Spotlight } from '../../scene/spotlight';
import type { Stage } from './journey';
import type { NodeChange, Nudge } from './nudge';

/** A change as an edge carries it: `+0.0123` of a single number, `0.0123` where it is the norm of many. `?` where there is no value to change to. At most 9 characters. */
export function changeLabel({ change, numbers }: Pick<NodeChange, 'change' | 'numbers'>): string {
  if (Number.isNaN(change)) return UNKNOWN;
  const text = change !== 0 && Math.abs(change) < 1e-3 ? formatNumber(change, 2) : formatNumber(change, 3);
  const signed = numbers !== undefined && change > 0 ? `+${text}` : text;
  return signed.length <= MOST ? signed : signed.replace(text, formatNumber(change, 1));
}

const MOST = 9;

/** What has changed after so many stages of the way, each edge with the change that it carries. */
export function spotlightOf(nudge: Nudge, stages: readonly Stage[], reached: number): Spotlight {
  const labels = new Map(nudge.changes.map((change) => [change.node, changeLabel(change)]));
  const shown = stages.slice(0, reached + 1);
  const edges = shown.flatMap((stage) => stage.edges);
  return {
    nodes: new Set(shown.flatMap(({ nodes }) => nodes)),
    edges: new Set(edges.map(({ id }) => id)),
    labels: new Map(edges.flatMap(({ id, from }) => (labels.has(from) ? [[id, labels.get(from) ?? ''] as const] : []))),
  };
}
