import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Pipeline } from '../../../../src/ui/lessons/figures/Pipeline';
import { listItems } from './listItems';

const TITLES = ['Data', 'Preprocessing', 'Batching', 'Training', 'Evaluation', 'Required accuracy?', 'Deploy'];

describe('Pipeline', () => {
  test('is an ordered list of the seven stages, each with what it is on the graph', () => {
    const items = listItems(renderToStaticMarkup(<Pipeline />));
    expect(items.length).toBe(TITLES.length);
    items.forEach(({ text }, index) => expect(text.startsWith(`${TITLES[index] ?? ''} `), text).toBe(true));
    expect(items.some(({ current }) => current)).toBe(false);
  });

  test('marks the stage that the words speak of, and says of that alone what it is', () => {
    const items = listItems(renderToStaticMarkup(<Pipeline at="batching" />));
    expect(items.filter(({ current }) => current).map(({ text }) => text)).toEqual(['Batching a few rows at a time in X and y']);
    expect(items[0]?.text).toBe('Data');
  });

  test('says of all what they are when asked for the whole, with the present stage marked', () => {
    const items = listItems(renderToStaticMarkup(<Pipeline at="evaluation" whole />));
    expect(items.findIndex(({ current }) => current)).toBe(4);
    expect(items[0]?.text).toBe('Data rows of features and targets, X and y');
  });

  test('tells in words where each answer to the question leads', () => {
    const items = listItems(renderToStaticMarkup(<Pipeline at="data" />));
    expect(items[5]?.text).toBe('Required accuracy? no : back to training yes : go on');
  });
});
