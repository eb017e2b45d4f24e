import { compile, faultOf, maskUnknown, record, type Recording } from '../../../src/engine';
import type { Expression } from '../../../src/expression/expression';
import { parseExpression } from '../../../src/expression/parseExpression';
import { gradientRows, type GradientRow } from '../../../src/scene/circuit/gradients';

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

/** The row of one input. */
export function rowOf(text: string, values: Readonly<Record<string, number>>, name = 'x'): GradientRow {
  const expression = expressionOf(text);
  const row = gradientRows(expression, recordingOf(expression, values)).find((one) => one.name === name);
  if (row === undefined) throw new Error(`${text} has no input ${name}`);
  return row;
}
