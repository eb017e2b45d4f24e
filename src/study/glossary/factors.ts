import type { Edge, Recording } from '../../engine';
import { formatName, partialName } from '../../scene/format';
import { contributingEdges } from '../../scene/recording/recordingIndex';
import { edgeLabel } from '../blame/symbols';
import type { Found } from './found';

/** One edge of the backward pass on which the two factors of the chain rule can be told apart, with the names of both. */
export function factorsOf(recording: Recording, which: 'upstream' | 'local' | 'both'): Found | undefined {
  const { output } = recording.graph;
  const flows = recording.steps.flatMap((step) => (step.kind === 'flow' ? [step.edge] : []));
  // At the output the gradient from above is no more than 1.
  const edge = flows.find(({ to }) => to !== output) ?? flows[0];
  if (edge === undefined) return undefined;
  const above = contributingEdges(recording, edge.to);
  const [to, from] = [edge.to, edge.from].map(formatName);
  const upstream = partialName(output, edge.to);
  const local = edgeLabel(edge);
  const labels = new Map<string, string>();
  if (which !== 'local') for (const one of above) labels.set(one.id, edgeLabel(one));
  if (which !== 'upstream') labels.set(edge.id, local);
  const edges = [...labels.keys()];
  const nodes = [...new Set([...ends(which === 'local' ? [] : above), ...(which === 'upstream' ? [edge.to] : [edge.from, edge.to])])];
  const here = {
    upstream: `Here, for one: ${upstream} is upstream of the edge from ${from} to ${to}. It has arrived in ${to} before anything goes on to ${from}.`,
    local: `Here, for one: ${local}, on the edge from ${from} to ${to}.`,
    both: `Here, for one: ${partialName(output, edge.from)}, as far as it comes by way of ${to}, is ${local} × ${upstream}.`,
  }[which];
  return { nodes, edges, labels, here };
}

function ends(edges: readonly Edge[]): string[] {
  return edges.flatMap(({ from, to }) => [from, to]);
}
