import { describe, expect, test } from 'vitest';
import { GLOSSARY } from '../../../../src/lessons/glossary';
import { wordsMatching } from '../../../../src/ui/tools/glossary/matching';

function found(typed: string): string[] {
  return wordsMatching(typed).flatMap(({ words }) => words.map(({ id }) => id));
}

describe('wordsMatching', () => {
  test('lists every word while nothing has been typed', () => {
    expect(found('  ')).toEqual(GLOSSARY.map(({ id }) => id));
  });

  test('finds a word by part of its name or of another name for it, whatever the case', () => {
    expect(found('LAYER')).toEqual(['layer', 'input layer', 'hidden layer', 'output layer']);
    expect(found('backprop')).toEqual(['backward pass']);
    expect(found("kahn's")).toEqual(['kahn’s algorithm']);
    expect(found('semi supervised')).toEqual(['semi-supervised learning']);
  });

  test('searches the meanings where no name goes with it, and may find none', () => {
    expect(found('too large')).toEqual(['learning rate']);
    expect(found('zebra')).toEqual([]);
  });
});
