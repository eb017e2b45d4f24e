import { describe, expect, test } from 'vitest';
import { OPS } from '../../src/engine';
import { GLOSSARY, wordOf } from '../../src/lessons/glossary';
import { WORD_GROUPS } from '../../src/lessons/glossary/word';

/** The words of the lessons, from the pipeline to the last formula. */
const WANTED = [
  'data', 'preprocessing', 'batching', 'training', 'evaluation', 'required accuracy', 'deploy', 'supervised', 'unsupervised', 'semi-supervised',
  'input layer', 'output layer', 'hidden layer', 'weights', 'bias', 'forward propagation', 'activation function', 'sigmoid', 'backward propagation',
  'error calculation', 'regularization', 'gradient descent', 'node', 'inbound nodes', 'outbound nodes', 'value', 'input', 'input node', 'placeholder',
  'dag', 'topological sort', "kahn's algorithm", 'edge', 'operation', 'linear transformation', 'mean squared error', 'cost', 'gradient',
  'partial derivative', 'chain rule', 'local derivative', 'upstream', 'blame', 'parameter', 'trainable', 'learning rate', 'batch', 'batch size',
  'epoch', 'stochastic gradient descent', 'sgd', 'loss', 'convergence', 'feature', 'target', 'tensor', 'shape', 'scalar', 'differentiable graph',
  'layer', 'weight', 'forward pass', 'backward pass',
];

describe('GLOSSARY', () => {
  test('has every word once, whatever it is called', () => {
    const names = GLOSSARY.flatMap(({ id, also = [] }) => [id, ...also]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => name !== name.toLowerCase())).toEqual([]);
  });

  test('keeps the words of a group together, group by group', () => {
    const groups = GLOSSARY.map(({ group }) => WORD_GROUPS.indexOf(group));
    expect(groups).toEqual(groups.toSorted((a, b) => a - b));
    expect(new Set(groups).size).toBe(WORD_GROUPS.length);
  });

  test.each(GLOSSARY.map((word) => [word.id, word] as const))('says what “%s” means in one to three sentences', (_, { meaning, absent }) => {
    const sentences = meaning.split(/(?<=\.) (?=[A-Z])/);
    expect(sentences.length).toBeLessThanOrEqual(3);
    for (const sentence of [...sentences, ...(absent === undefined ? [] : [absent])]) expect(sentence).toMatch(/^\S.*\.$/);
    expect(meaning).not.toMatch(/!|simply/);
  });

  test('speaks of ops that there are', () => {
    const known = new Set(OPS.map(({ name }) => name));
    const spoken = GLOSSARY.flatMap(({ shown }) => (shown.by === 'ops' ? shown.ops : shown.by === 'port' ? [shown.op] : []));
    expect(spoken.filter((op) => !known.has(op))).toEqual([]);
  });
});

describe('wordOf', () => {
  test.each(WANTED)('finds “%s”', (word) => {
    expect(wordOf(word)).toBeDefined();
  });

  test('finds a word by another name for it, in any case', () => {
    expect([wordOf('SGD')?.id, wordOf('Backpropagation')?.id, wordOf('DAG')?.id]).toEqual(['stochastic gradient descent', 'backward pass', 'directed acyclic graph']);
  });

  test('knows no word that is none', () => {
    expect(wordOf('nonsense')).toBeUndefined();
  });
});
