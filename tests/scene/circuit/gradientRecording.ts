import { compile, faultOf, maskUnknown, record, type Recording } from '../../../src/engine';
import type { Expression } from '../../../src/expression/expression';
import { parseExpression } from '../../../src/expression/parseExpression';
import { gradientWaysOf, type GradientRow } from '../../../src/scene/circuit/gradients';

/** An expression that has to be one. */
export function expressionOf(text: string): Expression {
  const { expression, problem } = parseExpression(text);
  if (expression === undefined) throw new Error(`${text}: ${problem.message}`);
  return expression;
}

/** One iteration of an expression, with NaN for what is unknown. */
export function recordingOf({ graph }: Expression, values: Readonly<Record<string, number>>): Recording {
  const program = compile(graph);
  for (const [name, value] of Object.entries(values)) program.feed(name, value);
  const recording = record(program);
  return maskUnknown(recording, faultOf(recording));
}

/** The rows of all inputs, in their order. */
export function rowsOf(expression: Expression, values: Readonly<Record<string, number>>): GradientRow[] {
  const recording = recordingOf(expression, values);
  return expression.inputs.map((name) => gradientWaysOf(expression).row(recording, name));
}

/** The row of one input. */
export function rowOf(text: string, values: Readonly<Record<string, number>>, name = 'x'): GradientRow {
  const row = rowsOf(expressionOf(text), values).find((one) => one.name === name);
  if (row === undefined) throw new Error(`${text} has no input ${name}`);
  return row;
}
