import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, record, type Recording } from '../../../src/engine';
import { GLOSSARY, wordOf } from '../../../src/lessons/glossary';
import { buildNetwork } from '../../../src/lessons/network';
import { wordOnGraph, type WordOnGraph } from '../../../src/study/glossary/onGraph';
import { arbitraryGraph } from '../../engine/arbitraryGraphs';
import { recorded, scalars } from '../../engine/scalarGraphs';

const NETWORK = ((): Recording => {
  const program = compile(buildNetwork({ features: 2, hidden: 3, batchSize: 2, seed: 1 }), { gradients: 'parameters' });
  program.feed('X', [[1, 2], [3, 4]]);
  program.feed('y', [[1], [2]]);
  return record(program, { learningRate: 0.25 });
})();

/** (x + y) z with x read a second time. */
const SCALARS = recorded(scalars('x := -2', 'y = 5', 'z := -4', 'q = add(x, y)', 'p = mul(q, z)', 'f = add(p, x)'));

function on(recording: Recording, id: string): WordOnGraph {
  const word = wordOf(id);
  if (word === undefined) throw new Error(id);
  return wordOnGraph(recording, word);
}

/** What is pointed at, nodes and edges. */
function lit(recording: Recording, id: string): string[] {
  const { spotlight } = on(recording, id);
  return spotlight === null ? [] : [...spotlight.nodes, ...spotlight.edges];
}

describe('wordOnGraph', () => {
  test.each([
    ['parameter', 'Here: W₁, b₁, W₂ and b₂.', ['W1', 'b1', 'W2', 'b2']],
    ['placeholder', 'Here: X and y.', ['X', 'y']],
    ['weight', 'Here: W₁, which l₁ reads as W and W₂, which l₂ reads as W.', ['W1', 'W2', 'l1:1', 'l2:1']],
    ['bias', 'Here: b₁, which l₁ reads as b and b₂, which l₂ reads as b.', ['b1', 'b2', 'l1:2', 'l2:2']],
    ['input layer', 'Here: X.', ['X']],
    ['hidden layer', 'Here: l₁ with s (3 units).', ['l1', 's']],
    ['output layer', 'Here: l₂ (1 unit).', ['l2']],
    ['layer', 'Here: X as input layer, l₁ with s (3 units) and l₂ (1 unit).', ['X', 'l1', 's', 'l2']],
    ['activation function', 'Here: s.', ['s', 's:0']],
    ['cost', 'Here: C, where the gradients begin.', ['C']],
    ['target', 'Here: y.', ['y', 'C:0']],
    ['prediction', 'Here: l₂.', ['l2', 'C:1']],
    ['batch size', 'Here: 2 examples, the rows of X and y.', ['X', 'y']],
    ['feature', 'Here: the 2 columns of X.', ['X']],
    ['learning rate', 'Here: W₁, b₁, W₂ and b₂, at a learning rate of 0.25.', ['W1', 'b1', 'W2', 'b2']],
    ['scalar', 'Here: C.', ['C']],
    ['inbound nodes', 'Here, for one: C reads y and l₂.', ['C', 'y', 'l2', 'C:0', 'C:1']],
  ])('shows “%s” on the network', (id, here, parts) => {
    expect(on(NETWORK, id).here).toBe(here);
    expect(lit(NETWORK, id).sort()).toEqual(parts.sort());
  });

  test('tells the factors of the chain rule apart on one edge, with their names', () => {
    expect(on(NETWORK, 'local derivative')).toMatchObject({ here: 'Here, for one: ∂l₂/∂s, on the edge from s to l₂.', spotlight: { labels: new Map([['l2:0', '∂l₂/∂s']]) } });
    expect(on(NETWORK, 'upstream')).toMatchObject({
      here: 'Here, for one: ∂C/∂l₂ is upstream of the edge from s to l₂. It has arrived in l₂ before anything goes on to s.',
      spotlight: { labels: new Map([['C:1', '∂C/∂l₂']]) },
    });
    expect(on(NETWORK, 'chain rule')).toMatchObject({
      here: 'Here, for one: ∂C/∂s, as far as it comes by way of l₂, is ∂l₂/∂s × ∂C/∂l₂.',
      spotlight: { labels: new Map([['C:1', '∂C/∂l₂'], ['l2:0', '∂l₂/∂s']]) },
    });
  });

  test('speaks of an expression as well', () => {
    expect(on(SCALARS, 'shared node').here).toBe('Here: x.');
    expect(lit(SCALARS, 'shared node').sort()).toEqual(['f:1', 'q:0', 'x']);
    expect(on(SCALARS, 'blame').here).toBe('Here, for one: 2 paths lead from f back to x.');
    expect(on(SCALARS, 'operation').here).toBe('Here: q (Add), p (Multiply) and f (Add).');
    expect(on(SCALARS, 'topological sort').here).toBe(`Here: ${SCALARS.order.join(', ')}.`);
    expect(on(SCALARS, 'gradient').here).toBe('Here: 6 edges carry a gradient back, to p, q, z, y and x.');
    expect(on(SCALARS, 'graph').here).toBe('Here: 6 nodes and 6 edges; the output is f.');
  });

  test.each([
    ['constant', 'This graph has no constant.'],
    ['hidden layer', 'This graph has no hidden layer.'],
    ['weight', 'This graph has no linear node, and so no matrix of weights.'],
    ['activation', 'This graph has no activation function.'],
    ['batch', 'This graph is not fed with a table of examples.'],
    ['tensor', 'This graph computes with single numbers alone.'],
    ['target', 'This graph compares nothing with a target.'],
    ['learning rate', 'Nothing in this iteration is moved, so that no learning rate is in use.'],
  ])('says of an expression that it has no “%s”, and points at nothing', (id, sentence) => {
    expect(on(SCALARS, id)).toEqual({ spotlight: null, here: sentence });
  });

  test('says nothing of a graph where the word is about none', () => {
    expect(on(NETWORK, 'epoch')).toEqual({ spotlight: null, here: undefined });
  });

  test('points at parts of the graph alone or gives a sentence, for every word on any graph', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(arbitraryGraph('any'), (graph) => {
        const recording = recorded(graph);
        const [nodes, edges] = [new Set(recording.order), new Set(recording.edges.map(({ id }) => id))];
        for (const word of GLOSSARY) {
          const { spotlight, here } = wordOnGraph(recording, word);
          for (const id of spotlight?.nodes ?? []) expect(nodes.has(id)).toBe(true);
          for (const id of spotlight?.edges ?? []) expect(edges.has(id)).toBe(true);
          for (const id of spotlight?.labels?.keys() ?? []) expect(spotlight?.edges.has(id)).toBe(true);
          if (spotlight !== null) expect(spotlight.nodes.size + spotlight.edges.size).toBeGreaterThan(0);
          if (word.shown.by !== 'nothing') expect(here).toMatch(/^\S.*\.$/);
        }
      }),
      { numRuns: 60 },
    );
  });
});
