import { describe, expect, test } from 'vitest';
import { compile, record, type Recording } from '../../../../src/engine';
import { GLOSSARY } from '../../../../src/lessons/glossary';
import { buildNetwork } from '../../../../src/lessons/network';
import { wordFor } from '../../../../src/ui/tools/glossary/wordFor';
import { recorded, scalars } from '../../../engine/scalarGraphs';

function network(): Recording {
  const program = compile(buildNetwork({ features: 2, hidden: 2, batchSize: 2, seed: 1 }), { gradients: 'parameters' });
  program.feed('X', [[1, 2], [3, 4]]);
  program.feed('y', [[1], [2]]);
  return record(program);
}

describe('wordFor', () => {
  test.each([
    ['W1', 'parameter'],
    ['X', 'placeholder'],
    ['l1', 'linear transformation'],
    ['s', 'sigmoid'],
    ['C', 'cost'],
    ['gone', 'gradient'],
  ])('takes for the node %s of the network the word “%s”', (id, word) => {
    expect(wordFor(network(), { kind: 'node', id })).toBe(word);
  });

  test('takes an edge for an edge, as long as it is there', () => {
    expect(wordFor(network(), { kind: 'edge', id: 'l2:0' })).toBe('edge');
    expect(wordFor(network(), { kind: 'edge', id: 'l9:0' })).toBe('gradient');
  });

  test('calls no output a cost where nothing is compared', () => {
    const recording = recorded(scalars('x := 3', 'f = mul(x, 2)'));
    expect(wordFor(recording, { kind: 'node', id: 'f' })).toBe('operation');
    expect(wordFor(recording, { kind: 'node', id: '2' })).toBe('constant');
  });

  test('begins with the gradient while nothing is selected, and without a graph', () => {
    expect(wordFor(network(), null)).toBe('gradient');
    expect(wordFor(undefined, { kind: 'node', id: 'W1' })).toBe('gradient');
  });

  test('knows only words of the glossary, for every node and edge', () => {
    const recording = network();
    const selections = [...recording.order.map((id) => ({ kind: 'node', id }) as const), ...recording.edges.map(({ id }) => ({ kind: 'edge', id }) as const)];
    const ids = new Set(GLOSSARY.map(({ id }) => id));
    for (const selection of selections) expect(ids, selection.id).toContain(wordFor(recording, selection));
  });
});
