import { expect, test } from 'vitest';
import { placeOfValue, placeOfWords } from '../../../src/draw/charts/lossMarks';

const frame = { left: 40, top: 28, right: 480, bottom: 177 };

test('placeOfValue goes to the right of the last point, and over it where there is no room', () => {
  expect(placeOfValue(200, 100, '4.765', frame)).toEqual({ x: 209, y: 104, 'text-anchor': 'start' });
  expect(placeOfValue(470, 100, '4.765', frame)).toEqual({ x: 474, y: 90, 'text-anchor': 'end' });
});

test('placeOfValue keeps clear of the line at which a run diverged', () => {
  const before = placeOfValue(300, 100, '2.149e228', frame, 340);
  expect([before['text-anchor'], before.x < 300]).toEqual(['end', true]);
  const early = placeOfValue(50, 100, '2.149e228', frame, 60);
  expect([early['text-anchor'], early.x > 60]).toEqual(['start', true]);
});

test('placeOfWords stands over the plot, between the title of the axis and the right edge', () => {
  const [words, title] = ['diverged at step 181', 'loss: MSE, ($1,000)²'];
  for (const rule of [40, 200, 480]) {
    const { x, y } = placeOfWords(rule, words, title, frame);
    const half = (words.length * 6.7) / 2;
    expect(x - half).toBeGreaterThanOrEqual(title.length * 6.7 - 1e-9);
    expect(x + half).toBeLessThanOrEqual(frame.right + 1e-9);
    expect(y).toBeLessThan(frame.top);
  }
});

test('placeOfValue stands below a curve that falls steeply, where it cannot stand to the right', () => {
  const below = placeOfValue(470, 100, '4.765', frame, undefined, true);
  expect([below['text-anchor'], below.x < 470, below.y > 100]).toEqual(['end', true, true]);
  expect(placeOfValue(200, 100, '4.765', frame, undefined, true)).toEqual(placeOfValue(200, 100, '4.765', frame));
});
