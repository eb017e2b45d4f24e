import { describe, expect, test } from 'vitest';
import { compile, Descent, record, type Graph, type GraphNode, type Recording } from '../../../../src/engine';
import { parseExpression } from '../../../../src/expression/parseExpression';
import { DescentPath } from '../../../../src/training/descentPath';
import { factsOf, faultAt, lastIteration, lastMove, lastPlaces, lostPlaces } from '../../../../src/ui/circuit/descent/descentFacts';

/** The graph of a text, every input of which is a parameter with a value. */
function graphOf(text: string, values: Readonly<Record<string, number>>): Graph {
  const { expression, problem } = parseExpression(text);
  if (expression === undefined) throw new Error(problem.message);
  const { nodes, output } = expression.graph;
  const fed = nodes.map((node): GraphNode => ('role' in node && node.role === 'data' ? { ...node, role: 'parameter', value: values[node.id] ?? NaN } : node));
  return { nodes: fed, output };
}

function recorded(graph: Graph): Recording {
  return record(compile(graph), { learningRate: 0.01 });
}

/** The path of x and y from (1, 2) to (4, 6): a step of length 5. */
function pathOfFive(): DescentPath {
  const path = new DescentPath(['x', 'y']);
  path.append(Float64Array.of(1, 2), 10);
  path.append(Float64Array.of(4, 6), 9);
  return path;
}

describe('the facts of a path', () => {
  test('are its last iteration, its last places, and the length of its last step', () => {
    const path = pathOfFive();
    expect(lastIteration(path)).toBe(1);
    expect(lastPlaces(path)).toEqual([
      { name: 'x', value: 4 },
      { name: 'y', value: 6 },
    ]);
    expect(lastMove(path)).toBe(5);
  });

  test('know of no step before the first one', () => {
    expect(lastIteration(new DescentPath(['x']))).toBe(0);
    expect(lastMove(new DescentPath(['x']))).toBeNaN();
    const begun = new DescentPath(['x']);
    begun.append(Float64Array.of(1), 1);
    expect(lastIteration(begun)).toBe(0);
    expect(lastMove(begun)).toBeNaN();
  });
});

describe('factsOf', () => {
  test("reads the output's value and the length of the gradient from a recording", () => {
    // f = x⁴ − 3x³ + 2, f′ = 4x³ − 9x²
    expect(factsOf(recorded(graphOf('x^4 - 3x^3 + 2', { x: 6 })))).toEqual({ value: 650, slope: 540 });
    // |(3, 4)| = 5
    expect(factsOf(recorded(graphOf('3x + 4y', { x: 1, y: 1 })))).toEqual({ value: 7, slope: 5 });
  });

  test('reads an output that is itself an input', () => {
    expect(factsOf(recorded(graphOf('x', { x: -2 })))).toEqual({ value: -2, slope: 1 });
  });
});

describe('the place of a step that was taken back', () => {
  test('is named parameter by parameter, and faultAt says what is wrong there', () => {
    const graph = graphOf('q = log(x)\ny + q', { x: 0.1, y: 2 });
    const descent = new Descent(graph, { learningRate: 1, threshold: 1e-5, iterations: 10 });
    expect(descent.step()).toBe(false);
    const { outcome } = descent;
    if (outcome?.kind !== 'not finite') throw new Error('The step from 0.1 leads to −9.9, where there is no logarithm.');
    const recording = recorded(graph);
    const places = lostPlaces(recording, outcome);
    // x − 1/x and y − 1
    expect(new Map(places.map(({ name, value }) => [name, value]))).toEqual(new Map([['x', 0.1 - 10], ['y', 1]]));
    const fault = faultAt(recording, [{ name: 'x', value: 0.1 }, ...places]);
    expect(fault).toMatchObject({ part: 'value', op: 'log' });
    expect(fault?.inputs[0]?.value).toBe(0.1 - 10);
  });

  test('has no fault where all is well, nor where a parameter itself is not finite', () => {
    const recording = recorded(graphOf('log(x)', { x: 1 }));
    expect(faultAt(recording, [{ name: 'x', value: 2 }])).toBeUndefined();
    expect(faultAt(recording, [{ name: 'x', value: -Infinity }])).toBeUndefined();
  });
});
