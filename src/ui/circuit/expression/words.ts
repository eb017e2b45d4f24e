import { isLeaf } from '../../../engine';
import type { Expression, Line, Problem } from '../../../expression/expression';
import { formatCount, formatName, formatNumber } from '../../../scene/format';
import type { Input } from '../../../store/circuit/inputs';

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

/**
 * Where inputs are by now that the text says where to start: `x starts at 3 and is now at 3.1.` Undefined while they are
 * where it says.
 */
export function startWords(defaults: ReadonlyMap<string, number>, inputs: readonly Input[]): string | undefined {
  const moved = inputs.flatMap(({ name, value }) => {
    const start = defaults.get(name);
    return start === undefined || Object.is(start, value) ? [] : [`${formatName(name)} starts at ${formatNumber(start)} and is now at ${formatNumber(value)}`];
  });
  const [first, ...others] = moved;
  if (first === undefined) return undefined;
  return others.length === 0 ? `${first}.` : `${first}; ${others.length} more ${others.length === 1 ? 'input has' : 'inputs have'} moved, too.`;
}
