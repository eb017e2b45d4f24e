import { describe, expect, test } from 'vitest';
import { compile, record, type Recording } from '../../../../src/engine';
import { buildNetwork } from '../../../../src/lessons/network';
import { pathsTo } from '../../../../src/study/blame/paths';
import { candidatesOf, subjectOf } from '../../../../src/ui/tools/blame/subject';
import { litDerivatives } from '../../../../src/ui/tools/blame/lit';
import { blamelessSentence, cellOf, countSentence, pathName } from '../../../../src/ui/tools/blame/words';
import { factorText, figuresOf } from '../../../../src/ui/tools/blame/figures';
import { recorded, scalars } from '../../../engine/scalarGraphs';

/** The network as the page trains it: data receives no gradient. */
function network(): Recording {
  const program = compile(buildNetwork({ features: 2, hidden: 2, batchSize: 2, seed: 1 }), { gradients: 'parameters' });
  program.feed('X', [[1, 2], [3, 4]]);
  program.feed('y', [[1], [2]]);
  return record(program);
}

const SQUARE = scalars('x := 3', 'k := 1', 'dead = mul(k, 2)', 'c = add(2, 3)', 'q = mul(x, x)', 'f = add(q, c)');

describe('pathName', () => {
  test('goes from the cost to the node', () => {
    const recording = network();
    expect(pathName(recording, pathsTo(recording, 'W1').paths[0] ?? [])).toBe('C ← l₂ ← s ← l₁ ← W₁');
  });

  test('tells two readings by the same node apart', () => {
    const recording = recorded(SQUARE);
    expect(pathsTo(recording, 'x').paths.map((path) => pathName(recording, path))).toEqual(['f ← q ← x (port x1)', 'f ← q ← x (port x2)']);
  });

  test('leaves out the middle of a long one', () => {
    const recording = recorded(scalars('v0 := 1', ...Array.from({ length: 20 }, (_, n) => `v${n + 1} = sin(v${n})`)));
    expect(pathName(recording, pathsTo(recording, 'v0').paths[0] ?? [])).toBe('v₂₀ ← v₁₉ ← v₁₈ ← v₁₇ ← … ← v₃ ← v₂ ← v₁ ← v₀');
  });
});

describe('countSentence', () => {
  test('says how many paths there are', () => {
    const recording = recorded(SQUARE);
    expect(countSentence(recording, 'q', 1n)).toBe('One path leads from f back to q.');
    expect(countSentence(recording, 'x', 2n)).toBe('2 paths lead from f back to x. Each is a product; the gradient is their sum.');
    expect(countSentence(recording, 'x', 10n ** 17n)).toBe('About 1.0 × 10¹⁷ paths lead from f back to x. Each is a product; the gradient is their sum.');
    expect(countSentence(recording, 'f', 1n)).toBe('f is where the gradients begin: its gradient with respect to itself is 1.');
  });
});

describe('blamelessSentence', () => {
  test('says why a node receives no gradient', () => {
    const recording = recorded(SQUARE);
    expect(blamelessSentence(recording, '2')).toBe('2 is a constant. It never changes, so that no gradient is computed for it.');
    expect(blamelessSentence(recording, 'k')).toBe('No path leads from f back to k: f does not depend on it, and it receives no gradient.');
    expect(blamelessSentence(recording, 'dead')).toBe('No path leads from f back to dead: f does not depend on it, and it receives no gradient.');
    expect(blamelessSentence(recording, 'c')).toBe('Behind c stands nothing that is trained. It needs no gradient, and none is computed.');
    expect(blamelessSentence(network(), 'X')).toBe('X is data. It is not trained, so that no gradient is computed for it here.');
  });
});

describe('cellOf', () => {
  test('counts rows and columns from 1', () => {
    expect([cellOf('W1', [3, 2], 3), cellOf('b1', [4], 2), cellOf('C', [], 0), cellOf('W2', [1, 1], 0)]).toEqual(['W₁[2, 2]', 'b₁[3]', 'C', 'W₂']);
  });
});

describe('subjectOf', () => {
  test('follows the selection, and proposes the first parameter without one', () => {
    const recording = network();
    expect(subjectOf(recording, { kind: 'node', id: 'X' })).toEqual({ node: 'X', proposed: false });
    expect(subjectOf(recording, { kind: 'edge', id: 'l2:0' })).toEqual({ node: 's', edge: 'l2:0', proposed: false });
    expect(subjectOf(recording, null)).toEqual({ node: 'W1', proposed: true });
  });

  test('makes do with inputs, takes what is gone for nothing, and is the output where all is constant', () => {
    expect(subjectOf(recorded(scalars('x = 3', 'f = mul(x, x)')), { kind: 'node', id: 'gone' })).toEqual({ node: 'x', proposed: true });
    expect(subjectOf(recorded(scalars('f = mul(2, 3)')), null)).toEqual({ node: 'f', proposed: true });
  });
});

describe('candidatesOf', () => {
  test('are the nodes with a gradient, by what they are', () => {
    expect(candidatesOf(recorded(SQUARE))).toEqual({ parameters: ['x'], data: [], operations: ['q', 'f'] });
  });
});

describe('litDerivatives', () => {
  test('writes the local derivative on every edge, and a mark alone where names are long', () => {
    const recording = recorded(scalars('weight := 3', 'x := 2', 'product = mul(weight, x)', 'f = sin(product)'));
    const { labels } = litDerivatives(recording, pathsTo(recording, 'x'));
    expect(labels).toEqual(new Map([['product:1', '∂product/∂x'], ['f:0', '∂f/∂product']]));
    expect(litDerivatives(recording, pathsTo(recording, 'weight')).labels?.get('product:0')).toBe('∂');
  });
});

describe('figuresOf', () => {
  test('calls what is not finite unknown among single numbers, and by its name among tensors', () => {
    expect([NaN, -2.5].map(figuresOf(recorded(SQUARE), false))).toEqual(['?', '−2.500']);
    expect([NaN, Infinity].map(figuresOf(network(), false))).toEqual(['NaN', '∞']);
    expect(figuresOf(network(), true)(0.1 + 0.2)).toBe('0.30000000000000004');
  });
});

describe('factorText', () => {
  test('puts a negative factor behind another one in brackets', () => {
    const format = figuresOf(network(), false);
    expect([factorText(-2, false, format), factorText(2, false, format)]).toEqual(['(−2)', '2']);
    expect([factorText(-2, true, format), factorText(2, true, format)]).toEqual(['−2', '2']);
  });
});
