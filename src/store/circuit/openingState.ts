import { parseExpression } from '../../expression/parseExpression';
import type { Expression } from '../../expression/expression';
import { OPENING_EXAMPLE } from '../../lessons/circuits';
import { autoFolded } from '../../scene/circuit/autoFolded';
import { untouchedDescent, type CircuitState } from './circuitState';
import { DESCENT_DEFAULTS } from './descentSettings';
import { inputsOf, inputsOfExample, type Input } from './inputs';
import type { SavedCircuit } from './savedCircuit';

/**
 * What a reader finds: the circuit of the last time, or an example.
 *
 * @param known every input that is known by name; those of the example are added
 */
export function openingState(saved: SavedCircuit | undefined, known: Map<string, Input>): CircuitState {
  for (const input of inputsOfExample(OPENING_EXAMPLE)) if (!known.has(input.name)) known.set(input.name, input);
  const text = withPlainLineEnds(saved?.text ?? OPENING_EXAMPLE.text);
  const { expression = expressionOf(OPENING_EXAMPLE.text), problem } = parseExpression(text);
  const inputs = inputsOf(expression, known, expression.defaults);
  const learningRate = OPENING_EXAMPLE.learningRate ?? DESCENT_DEFAULTS.learningRate;
  return {
    text,
    problem,
    expression,
    inputs,
    chosen: firstChoice(inputs),
    folded: foldedLines(expression, new Map()),
    loss: undefined,
    settings: saved?.settings ?? { ...DESCENT_DEFAULTS, learningRate },
    descent: untouchedDescent(inputs),
  };
}

/** A text as a textarea has it, where a line ends with one character: places in it are counted. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** An example's expression. @throws Error if it is none */
function expressionOf(text: string): Expression {
  const { expression, problem } = parseExpression(text);
  if (expression === undefined) throw new Error(`The example "${text}" is no expression: ${problem.message}`);
  return expression;
}

/** The lines that are drawn as one node: as the reader has said, otherwise as the size of the graph advises. */
export function foldedLines({ graph, lines }: Expression, chosen: ReadonlyMap<string, boolean>): ReadonlySet<string> {
  const advised = autoFolded(graph, lines);
  return new Set(lines.map(({ id }) => id).filter((id) => chosen.get(id) ?? advised.has(id)));
}

/** The input that derivatives are shown by at first: one that can be trained, if there is any. */
export function firstChoice(inputs: readonly Input[]): string | undefined {
  return (inputs.find(({ trainable }) => trainable) ?? inputs[0])?.name;
}
