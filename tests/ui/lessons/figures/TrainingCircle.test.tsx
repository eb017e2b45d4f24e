import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { TrainingCircle } from '../../../../src/ui/lessons/figures/TrainingCircle';
import { listItems } from './listItems';

describe('TrainingCircle', () => {
  test('goes from the prediction to the update, in the order in which it is read', () => {
    const items = listItems(renderToStaticMarkup(<TrainingCircle />));
    expect(items.map(({ text }) => text)).toEqual([
      'Predict forward, from X to l₂',
      'Measure the error C holds l₂ against y',
      'Share the blame backward, from C to every parameter',
      'Update each parameter against its gradient',
    ]);
    expect(items.some(({ current }) => current)).toBe(false);
  });

  test('marks the stage that the words speak of', () => {
    const current = (['predict', 'error', 'gradients', 'update'] as const).map((at) =>
      listItems(renderToStaticMarkup(<TrainingCircle at={at} />)).map((item) => (item.current ? 1 : 0)),
    );
    expect(current).toEqual([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]);
  });

  test('says before the list what comes once', () => {
    const markup = renderToStaticMarkup(<TrainingCircle />);
    expect(markup.indexOf('Once, at the start')).toBeGreaterThan(-1);
    expect(markup.indexOf('Once, at the start')).toBeLessThan(markup.indexOf('<ol'));
  });
});
