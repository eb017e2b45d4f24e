import { isLeaf } from '../../../engine';
import type { Expression, Line, Problem } from '../../../expression/expression';
import { formatCount } from '../../../scene/format';

/** `9 operations · 5 inputs` */
export function sizeWords({ graph, inputs }: Pick<Expression, 'graph' | 'inputs'>): string {
  return `${counted(operationsOf(graph.nodes), 'operation')} · ${counted(inputs.length, 'input')}`;
}

function counted(count: number, noun: string): string {
  return `${count === 0 ? 'no' : formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function operationsOf(nodes: Expression['graph']['nodes']): number {
  return nodes.filter((node) => !isLeaf(node)).length;
}

/** What the button says that takes a suggestion. */
export function suggestionWords({ span, suggestion }: Problem): string {
  if (suggestion === undefined || suggestion === '') return 'Delete it';
  return `${span.start === span.end ? 'Insert' : 'Use'} ${suggestion}`;
}

/** More operations than this are worth folding. */
const FEW_OPERATIONS = 12;

/**
 * The lines that the reader may want to fold: those that compute more than one thing and are not the result, in a graph
 * that is not small; and all that are folded.
 */
export function foldableLines({ graph, lines }: Pick<Expression, 'graph' | 'lines'>, folded: ReadonlySet<string>): readonly Line[] {
  if (folded.size === 0 && operationsOf(graph.nodes) <= FEW_OPERATIONS) return [];
  return lines.filter(({ id, members }) => folded.has(id) || (members.length > 1 && id !== graph.output));
}
