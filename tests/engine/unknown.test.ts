import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOf, isLeaf, maskUnknown, unknownAfter, type Graph, type Recording, type Step } from '../../src/engine';
import { recorded, scalars, wildGraph } from './scalarGraphs';

/** The unknown of a graph, as sorted lists. */
function unknownIn(...lines: string[]): { values: string[]; gradients: string[]; flows: string[] } {
  const recording = recorded(scalars(...lines));
  const { values, gradients, flows } = unknownAfter(recording, faultOf(recording));
  return { values: [...values].sort(), gradients: [...gradients].sort(), flows: [...flows].sort() };
}

describe('unknownAfter', () => {
  test('is empty where there is no fault', () => {
    expect(unknownIn('x = 2', 'f = log(x)')).toEqual({ values: [], gradients: [], flows: [] });
  });

  test('reaches what IEEE 754 makes finite again, and every gradient if the output is unknown', () => {
    expect(unknownIn('x = 0', 'y = 3', 'v1 = div(1, x)', 'v2 = div(1, v1)', 'f = add(v2, y)')).toEqual({
      values: ['f', 'v1', 'v2'],
      gradients: ['f', 'v1', 'v2', 'x', 'y'],
      flows: ['f:0', 'f:1', 'v1:1', 'v2:1'],
    });
  });

  test('reaches from every number that is not finite, not only from the first', () => {
    expect(unknownIn('x = 0', 'u = log(x)', 'v = div(1, x)', 'w = div(2, v)', 'f = add(x, 1)').values).toEqual(['u', 'v', 'w']);
  });

  test('leaves the gradients alone where the fault does not lead to the output', () => {
    expect(unknownIn('x = -1', 'aside = log(x)', 'f = mul(x, x)')).toEqual({ values: ['aside'], gradients: [], flows: [] });
  });

  test('goes up from a flow that is not finite, and no further', () => {
    expect(unknownIn('x = 0', 'y = 2', 'v1 = mul(x, 3)', 'v2 = sqrt(v1)', 'f = add(v2, y)')).toEqual({
      values: [],
      gradients: ['v1', 'x'],
      flows: ['v1:0', 'v2:0'],
    });
  });

  test('takes only the total for unknown where finite flows add up to too much', () => {
    expect(unknownIn('x = 1e-300', 'v1 = mul(x, 1e308)', 'v2 = mul(x, 1.2e308)', 'f = add(v1, v2)')).toEqual({ values: [], gradients: ['x'], flows: [] });
  });

  test('agrees, in any graph, with what the fault reaches along the edges', () => {
    fc.assert(
      fc.property(wildGraph, (graph) => {
        const recording = recorded(graph);
        const { values, gradients, flows } = unknownAfter(recording, faultOf(recording));
        const lost = lostNodes(recording);
        for (const { id } of graph.nodes) expect(values.has(id), id).toBe([...lost].some((from) => reaches(graph, from, id)));
        for (const step of recording.steps) {
          if (step.kind !== 'flow') continue;
          if (values.has(graph.output)) expect(flows.has(step.edge.id)).toBe(true);
          else if (gradients.has(step.edge.to)) expect(flows.has(step.edge.id) && gradients.has(step.edge.from)).toBe(true);
          if (!flows.has(step.edge.id)) expect(Number.isFinite(step.flow.data[0])).toBe(true);
          if (!gradients.has(step.edge.from)) expect(Number.isFinite(step.total.data[0])).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('maskUnknown', () => {
  test('gives the recording itself where there is no fault', () => {
    const recording = recorded(scalars('x = 2', 'f = log(x)'));
    expect(maskUnknown(recording, undefined)).toBe(recording);
  });

  test('puts NaN into everything that is unknown', () => {
    const recording = recorded(scalars('x := 0', 'v1 = div(1, x)', 'f = div(1, v1)'), 0.1);
    expect(maskUnknown(recording, faultOf(recording)).steps.flatMap(numbersOf)).toEqual([
      'feed x 0', 'feed 1 1',
      'carry v1:0 1', 'carry v1:1 0', 'compute v1 NaN', 'carry f:0 1', 'carry f:1 NaN', 'compute f NaN',
      'seed f NaN', 'flow f:1 NaN NaN', 'flow v1:1 NaN NaN', 'update x 0 NaN NaN',
    ]);
  });

  test('keeps a sum until that arrives which spoils it', () => {
    const recording = recorded(scalars('x := 0', 'a = neg(x)', 'r = sqrt(x)', 'f = add(r, a)'), 0.1);
    const masked = maskUnknown(recording, faultOf(recording)).steps.flatMap(numbersOf);
    expect(masked.filter((words) => /^(flow|update)/.test(words))).toEqual([
      'flow f:0 1 1', 'flow f:1 1 1', 'flow r:0 NaN NaN', 'flow a:0 -1 NaN', 'update x 0 NaN NaN',
    ]);
    const later = recorded(scalars('x := 0', 'r = sqrt(x)', 'a = neg(x)', 'f = add(r, a)'));
    expect(maskUnknown(later, faultOf(later)).steps.flatMap(numbersOf).slice(-2)).toEqual(['flow a:0 -1 -1', 'flow r:0 NaN NaN']);
  });

  test('shares all that is known and leaves the recording as it was', () => {
    fc.assert(
      fc.property(wildGraph, (graph) => {
        const recording = recorded(graph, 0.1);
        const before = structuredClone(recording);
        const fault = faultOf(recording);
        const masked = maskUnknown(recording, fault);
        expect(recording).toEqual(before);
        const { values, gradients } = unknownAfter(recording, fault);
        masked.steps.forEach((step, index) => {
          if (step.kind === 'compute') expect(step === recording.steps[index]).toBe(!values.has(step.node));
          if (step.kind === 'update') expect(step === recording.steps[index]).toBe(!gradients.has(step.node));
          if (step.phase === 'sort') expect(step).toBe(recording.steps[index]);
        });
      }),
    );
  });
});

function lostNodes({ steps }: Recording): Set<string> {
  return new Set(steps.flatMap((step) => (step.kind === 'compute' && !Number.isFinite(step.value.data[0]) ? [step.node] : [])));
}

/** Whether a way along the edges leads from one node to another, by going back from the end. */
function reaches(graph: Graph, from: string, to: string): boolean {
  if (from === to) return true;
  const node = graph.nodes.find(({ id }) => id === to);
  return node !== undefined && !isLeaf(node) && node.inputs.some((input) => reaches(graph, from, input));
}

function numbersOf(step: Step): string[] {
  switch (step.kind) {
    case 'feed':
    case 'compute':
      return [`${step.kind} ${step.node} ${step.value.data.join()}`];
    case 'carry':
      return [`carry ${step.edge.id} ${step.value.data.join()}`];
    case 'seed':
      return [`seed ${step.node} ${step.gradient.data.join()}`];
    case 'flow':
      return [`flow ${step.edge.id} ${step.flow.data.join()} ${step.total.data.join()}`];
    case 'update':
      return [`update ${step.node} ${step.before.data.join()} ${step.gradient.data.join()} ${step.after.data.join()}`];
    default:
      return [];
  }
}
