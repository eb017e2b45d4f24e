import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/engine/recording';
import { frameAt } from '../../src/scene/frame';
import { sentenceOf, sentenceText, spokenSentence } from '../../src/scene/sentence';
import { timelineOf } from '../../src/scene/timeline';
import { NETWORK, scalar } from './recordings';

const edge = { id: 's:0', from: 'l1', to: 's', port: 0 };
const matrix = { shape: [1, 2], data: Float64Array.of(0.3, -0.4) };

function saying(step: Step): [string, string] {
  const other: Step = { phase: 'sort', kind: 'ready', node: 'X' };
  const timeline = timelineOf({ graph: NETWORK, order: [], edges: [edge], steps: [other, step, other] });
  const frame = frameAt(timeline, 1.5);
  return [sentenceText(sentenceOf(timeline, frame)), spokenSentence(timeline, frame)];
}

describe('sentenceOf and spokenSentence', () => {
  it.each<[Step, string, string]>([
    [{ phase: 'sort', kind: 'ready', node: 'l1' }, 'sort · l₁ is ready', 'Sort: l1 is ready'],
    [{ phase: 'sort', kind: 'emit', node: 'l1', position: 6 }, 'sort · l₁ is number 7', 'Sort: l1 is number 7'],
    [
      { phase: 'sort', kind: 'release', edge, waiting: 2 },
      'sort · l₁ → s',
      'Sort: the edge from l1 to s goes, s still waits for 2',
    ],
    [
      { phase: 'sort', kind: 'release', edge, waiting: 0 },
      'sort · l₁ → s',
      'Sort: the edge from l1 to s goes, s waits for nothing more',
    ],
    [{ phase: 'feed', kind: 'feed', node: 'X', value: matrix }, 'feed · X', 'Feed: X, value norm 0.5'],
    [{ phase: 'forward', kind: 'carry', edge, value: matrix }, 'forward · l₁ → s', 'Forward: from l1 to s, value norm 0.5'],
    [{ phase: 'forward', kind: 'compute', node: 'C', value: scalar(-8.4123) }, 'forward · C', 'Forward: C computes, value −8.41'],
    [{ phase: 'seed', kind: 'seed', node: 'C', gradient: scalar(1) }, 'seed · ∂C/∂C = 1', 'Seed: the gradient of C by itself is 1'],
    [
      { phase: 'backward', kind: 'flow', edge, flow: matrix, total: matrix },
      'backward · s → l₁',
      'Backward: from s to l1, gradient norm 0.5',
    ],
    [
      { phase: 'update', kind: 'update', node: 'b2', before: scalar(2), gradient: scalar(1), after: scalar(1.99), learningRate: 0.01 },
      'update · b₂',
      'Update: b2, value from 2 to 1.99',
    ],
  ])('say what %o does', (step, written, spoken) => {
    expect(saying(step)).toEqual([`${written} · step 2 of 3`, `${spoken}. Step 2 of 3.`]);
  });

  it('say so at the start and at the end', () => {
    const timeline = timelineOf({ graph: NETWORK, order: [], edges: [], steps: [{ phase: 'feed', kind: 'feed', node: 'X', value: scalar(3) }] });
    const [start, end] = [frameAt(timeline, 0), frameAt(timeline, 1)];
    expect(sentenceText(sentenceOf(timeline, start))).toBe('start · nothing computed yet · step 0 of 1');
    expect(spokenSentence(timeline, start)).toBe('Start of the iteration: nothing is computed yet. 1 steps.');
    expect(sentenceText(sentenceOf(timeline, end))).toBe('feed · X · step 1 of 1');
    expect(spokenSentence(timeline, end)).toBe('Feed: X, value 3. Step 1 of 1. End of the iteration.');
  });
});
