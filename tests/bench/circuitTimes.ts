import { compile, Probe, Random, record, type Program } from '../../src/engine';
import type { Expression } from '../../src/expression/expression';
import { parseExpression } from '../../src/expression/parseExpression';
import { differentiate } from '../../src/expression/symbolic';
import { circuitLayoutOf } from '../../src/scene/circuit/circuit';
import { timelineOf } from '../../src/scene/timeline';
import { milliseconds } from './contest';

/** Nodes of the sums of products that are measured: inputs, products and sums. */
export const SIZES = [59, 499, 1_999] as const;

/** Inputs of the expressions whose gradients are measured. */
const INPUTS = [5, 50, 500] as const;
/** Products in them: 250 products and 249 sums. */
const PRODUCTS = 250;

/** The times of all inputs' gradients, in CPU milliseconds. */
export interface GradientTimes {
  readonly inputs: number;
  readonly backprop: number;
  readonly central: number;
  readonly symbolic: number;
}

/** Times at each of the `SIZES`. */
export interface CircuitGrowth {
  /** What is done to an expression, and the CPU milliseconds that it takes. */
  readonly work: readonly [what: string, milliseconds: readonly number[]][];
  /** How many times as long as the two passes alone their recording takes. */
  readonly recording: readonly number[];
}

/** How the work on an expression grows with its nodes. */
export function circuitGrowth(): CircuitGrowth {
  const cases = SIZES.map((nodes) => {
    const text = sumOfProducts((nodes + 1) / 4, (nodes + 1) / 2);
    const expression = parsed(text);
    if (expression.graph.nodes.length !== nodes) throw new Error(`The expression has ${expression.graph.nodes.length} nodes instead of ${nodes}`);
    return { text, expression, program: fed(expression) };
  });
  const each = (what: string, action: (one: (typeof cases)[number]) => unknown): [string, number[]] => [
    what,
    cases.map((one) => milliseconds(() => action(one))),
  ];
  const passes = each('Forward and backward pass', ({ program }) => {
    program.forward();
    program.backward();
  });
  const recorded = each('The same recorded, step by step', ({ program }) => record(program));
  const work = [
    each('Parsing the text', ({ text }) => parseExpression(text)),
    each('Compiling the graph', ({ expression }) => compile(expression.graph)),
    each('Laying it out', ({ expression: { graph, lines } }) => circuitLayoutOf(graph, { figureRoom: 52, folded: new Set(), lines })),
    passes,
    recorded,
    each('Recorded and prepared to be walked through', ({ program }) => timelineOf(record(program))),
  ];
  return { work, recording: recorded[1].map((time, at) => time / (passes[1][at] ?? NaN)) };
}

/** The gradients of all inputs in three ways, for the same number of operations on more and more inputs. */
export function gradientTimes(): GradientTimes[] {
  return INPUTS.map((inputs) => {
    const expression = parsed(sumOfProducts(PRODUCTS, inputs));
    const program = fed(expression);
    const probe = new Probe(expression.graph);
    const values = valuesOf(expression);
    for (const [name, value] of values) probe.set(name, value);
    const derivatives = expression.inputs.map((name) => {
      const { derivative, reason } = differentiate(expression, name);
      if (derivative === undefined) throw new Error(reason);
      return derivative;
    });
    const into = new Float64Array(inputs);
    const ways = {
      backprop: (): void => {
        program.forward();
        program.backward();
        expression.inputs.forEach((name, at) => (into[at] = program.gradientView(name).data[0] ?? NaN));
      },
      central: () => expression.inputs.forEach((name, at) => (into[at] = probe.slope(name))),
      symbolic: () => derivatives.forEach((derivative, at) => (into[at] = derivative.evaluate(values))),
    };
    ways.backprop();
    const truth = into.slice();
    for (const way of [ways.central, ways.symbolic]) {
      way();
      const off = into.findIndex((gradient, at) => !(Math.abs(gradient - (truth[at] ?? NaN)) < 1e-6));
      if (off !== -1) throw new Error(`The gradient of input ${off} of ${inputs} is ${into[off] ?? NaN} in one way and ${truth[off] ?? NaN} in another`);
    }
    return { inputs, backprop: milliseconds(ways.backprop), central: milliseconds(ways.central), symbolic: milliseconds(ways.symbolic) };
  });
}

/** `a0*a1 + a2*a3 + …` with so many products of so many inputs in turn. */
function sumOfProducts(products: number, inputs: number): string {
  const factor = (place: number): string => `a${place % inputs}`;
  return Array.from({ length: products }, (_, index) => `${factor(2 * index)}*${factor(2 * index + 1)}`).join(' + ');
}

/** @throws Error if the text is no expression */
function parsed(text: string): Expression {
  const { expression, problem } = parseExpression(text);
  if (expression === undefined) throw new Error(problem.message);
  return expression;
}

function fed(expression: Expression): Program {
  const program = compile(expression.graph);
  for (const [name, value] of valuesOf(expression)) program.feed(name, value);
  return program;
}

function valuesOf({ inputs }: Expression): Map<string, number> {
  const random = new Random(4);
  return new Map(inputs.map((name) => [name, random.normal()]));
}
