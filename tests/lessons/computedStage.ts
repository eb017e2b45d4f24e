import { compile, tensor, type Program } from '../../src/engine';
import { parseExpression } from '../../src/expression/parseExpression';
import type { Stage } from '../../src/lessons/lesson';

/**
 * A stage, computed forward and backward.
 *
 * @param turned inputs of an expression that a reader has given another value
 */
export function computed(stage: Stage, turned: Readonly<Record<string, number>> = {}): Program {
  if (stage.kind === 'network') throw new Error('the network belongs to its reader');
  const program = compile(stage.kind === 'graph' ? stage.graph : graphOf(stage.text));
  if (stage.kind === 'circuit') for (const { name, value } of stage.inputs) program.feed(name, tensor(turned[name] ?? value));
  program.forward();
  program.backward();
  return program;
}

function graphOf(text: string) {
  const { expression, problem } = parseExpression(text);
  if (problem !== undefined) throw new Error(problem.message);
  return expression.graph;
}

/** A single number of a computed stage. */
export function valueOf(program: Program, node: string): number {
  return program.value(node).data[0] ?? NaN;
}

/** The gradient of a single number of a computed stage. */
export function gradientOf(program: Program, node: string): number {
  return program.gradient(node).data[0] ?? NaN;
}

/** A node's value as rows. */
export function rowsOf(program: Program, node: string): number[][] {
  return rows(program.value(node));
}

/** A node's gradient as rows. */
export function gradientRowsOf(program: Program, node: string): number[][] {
  return rows(program.gradient(node));
}

function rows({ shape, data }: { readonly shape: readonly number[]; readonly data: Float64Array }): number[][] {
  const width = shape.at(-1) ?? 1;
  return Array.from({ length: data.length / width }, (_, row) => Array.from(data.slice(row * width, (row + 1) * width)));
}

/** Row times column, as it is taught. */
export function times(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((sum, x, k) => sum + x * (b[k]?.[j] ?? NaN), 0)));
}

/** Rows as columns. */
export function transposed(a: readonly (readonly number[])[]): number[][] {
  return (a[0] ?? []).map((_, j) => a.map((row) => row[j] ?? NaN));
}
