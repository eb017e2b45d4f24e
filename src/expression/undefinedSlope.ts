import { dependentsOf, isLeaf, leadingTo, type Operation } from '../engine';
import type { Expression } from './expression';

/**
 * Why the derivative by an input, as the rules give it, has no value at a point: a sentence about the first operation that
 * leads to the output, in the order of computation, at which a rule breaks down.
 *
 * @param values of every node
 */
export function whyUndefined({ graph }: Pick<Expression, 'graph'>, input: string, values: ReadonlyMap<string, number>): string {
  const dependents = dependentsOf(graph, [input]);
  const leading = leadingTo(graph, graph.output);
  for (const node of graph.nodes) {
    const reason = isLeaf(node) || !leading.has(node.id) ? undefined : breakdown(node, values, dependents);
    if (reason !== undefined) return reason;
  }
  return 'On the way to the derivative, a number becomes larger than a double can be.';
}

function breakdown({ id, op, inputs }: Operation, values: ReadonlyMap<string, number>, dependents: ReadonlySet<string>): string | undefined {
  const [first = '', second = ''] = inputs;
  const [a = NaN, b = NaN] = inputs.map((input) => values.get(input) ?? NaN);
  const slopes = dependents.has(id);
  if (op === 'abs' && slopes && a === 0) return `The rule for abs is |x|/x, which has no value at 0, where ${first} is.`;
  if (op === 'log' && a <= 0) return `There is no logarithm of 0 or less, and ${first} is that.`;
  if (op === 'sqrt' && a < 0) return `There is no square root of less than 0, and ${first} is that.`;
  if (op === 'sqrt' && slopes && a === 0) return `The rule for the square root divides by the root, which is 0 where ${first} is 0.`;
  if (op === 'div' && b === 0) return `There is no dividing by 0, which ${second} is.`;
  if (op === 'pow') {
    if (dependents.has(second) && a <= 0) return `The rule for this power takes the logarithm of its base, and ${first} is 0 or less.`;
    if (dependents.has(first) && a === 0 && b < 1) return `The rule for this power divides by its base, and ${first} is 0.`;
    if (a < 0 && !Number.isInteger(b)) return `A number below 0, which ${first} is, has whole powers only.`;
  }
  return Number.isFinite(values.get(id)) ? undefined : `The value of ${id} is no finite number.`;
}
