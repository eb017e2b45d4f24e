import { isLeaf, type Graph } from '../engine/graph';
import type { Phase, Step } from '../engine/recording';
import { isCircuitGraph, type FigureWords } from './figure';
import { formatName } from './format';
import { listed } from './listed';
import type { Stride } from './stride';

type OfKind<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

/** So many names are listed before the rest is only counted. */
const MOST_NAMES = 4;

/** What all of a phase came to, once it is over. */
const WHOLE_PHASES: Readonly<Record<Phase, string>> = {
  sort: 'order settled',
  feed: 'batch and parameters fed',
  forward: 'all values computed',
  seed: 'backward pass begun',
  backward: 'all gradients known',
  update: 'parameters moved',
};

/** What a completed phase came to; a graph without data has no batch, and one of single numbers has inputs. */
export function phaseWords(phase: Phase, graph: Graph): string {
  if (phase !== 'feed') return WHOLE_PHASES[phase];
  if (isCircuitGraph(graph)) return 'inputs fed';
  return graph.nodes.some((node) => isLeaf(node) && node.role === 'data') ? WHOLE_PHASES.feed : 'leaves fed';
}

/** All that one node does, in a few names: `X, W₁, b₁ → l₁`, `l₂ → s, W₂, b₂`. Undefined where one step says it all. */
export function nodeWords({ steps }: Stride): string | undefined {
  const carries = ofKind(steps, 'carry');
  const flows = ofKind(steps, 'flow');
  const [emit] = ofKind(steps, 'emit');
  const ready = ofKind(steps, 'ready').map(({ node }) => node);
  const [carry] = carries;
  if (carry !== undefined) return `${names(carries.map(({ edge }) => edge.from))} → ${formatName(carry.edge.to)}`;
  const [flow] = flows;
  if (flow !== undefined) return `${formatName(flow.edge.to)} → ${names(flows.map(({ edge }) => edge.from))}`;
  if (emit !== undefined) {
    const place = `${formatName(emit.node)} is number ${emit.position + 1}`;
    return ready.length === 0 ? place : `${place}, ${names(ready)} ${are(ready)} ready`;
  }
  return ready.length === 0 ? undefined : `${names(ready)} ${are(ready)} ready`;
}

/** The same for the ear, with the values. Undefined where one step says it all. */
export function spokenNodeWords({ steps }: Stride, { spoken }: FigureWords): string | undefined {
  const [compute] = ofKind(steps, 'compute');
  if (compute !== undefined) {
    const inputs = spokenNames(ofKind(steps, 'carry').map(({ edge }) => edge.from));
    return `Forward: ${compute.node} computes from ${inputs}, ${spoken('value', compute.value)}`;
  }
  const flows = ofKind(steps, 'flow');
  const [flow] = flows;
  if (flow !== undefined) {
    const ways = flows.slice(0, MOST_NAMES).map(({ edge, flow: gradient }) => `to ${edge.from}, ${spoken('gradient', gradient)}`);
    const rest = flows.length > MOST_NAMES ? `, and to ${flows.length - MOST_NAMES} more` : '';
    return `Backward: from ${flow.edge.to} ${ways.join(', ')}${rest}`;
  }
  const [emit] = ofKind(steps, 'emit');
  const ready = [...new Set(ofKind(steps, 'ready').map(({ node }) => node))];
  const becomes = ready.length === 0 ? undefined : `${spokenNames(ready)} ${are(ready)} ready`;
  if (emit !== undefined) return `Sort: ${emit.node} is number ${emit.position + 1}${becomes === undefined ? '' : `, ${becomes}`}`;
  return becomes && `Sort: ${becomes}`;
}

function ofKind<Kind extends Step['kind']>(steps: readonly Step[], kind: Kind): OfKind<Kind>[] {
  return steps.filter((step): step is OfKind<Kind> => step.kind === kind);
}

/** `X, W₁, b₁`; a node that is read twice is named once. */
function names(ids: readonly string[]): string {
  const { named, more } = atMost(ids.map(formatName));
  return named.join(', ') + (more === 0 ? '' : ` and ${more} more`);
}

/** `X, W1 and b1`. */
function spokenNames(ids: readonly string[]): string {
  const { named, more } = atMost(ids);
  return listed(more === 0 ? named : [...named, `${more} more`]);
}

function atMost(all: readonly string[]): { readonly named: readonly string[]; readonly more: number } {
  const unique = [...new Set(all)];
  return { named: unique.slice(0, MOST_NAMES), more: Math.max(0, unique.length - MOST_NAMES) };
}

function are(ids: readonly string[]): string {
  return ids.length === 1 ? 'is' : 'are';
}
