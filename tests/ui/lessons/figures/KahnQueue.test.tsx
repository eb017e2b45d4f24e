import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { diamond } from '../../../../src/lessons/topologicalSort/graphs';
import type { Moment } from '../../../../src/lessons/moment';
import { frameAt } from '../../../../src/scene/frame';
import { timeOf } from '../../../../src/scene/moments';
import { KahnQueue } from '../../../../src/ui/lessons/figures/KahnQueue';
import { timelineOfStage } from '../../../lessons/lessonTimeline';

const timeline = timelineOfStage({ kind: 'graph', graph: diamond });

/** What is read at a moment, list by list. */
function listsAt(moment: Moment): Record<string, string> {
  const { state } = frameAt(timeline, timeOf(timeline, moment) ?? NaN);
  const markup = renderToStaticMarkup(<KahnQueue timeline={timeline} state={state} />);
  return Object.fromEntries(
    [...markup.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, title = '', said = '']) => [title, said.replace(/<\/li>/g, ', ').replace(/<[^>]*>/g, '').replace(/, $/, '')]),
  );
}

describe('KahnQueue', () => {
  test('begins with everybody waiting, the leaves for none', () => {
    expect(listsAt('start')).toEqual({ waiting: 'x for none, y for none, z for none, p for 2, q for 2, f for 2', queue: 'none', order: 'none' });
  });

  test('follows the sort: who waits for how many, who is ready in which order, and who has a place', () => {
    expect(listsAt({ edge: 'p:0', has: 'release' })).toEqual({ waiting: 'p for 1, q for 2, f for 2', queue: 'y, z', order: 'x' });
    expect(listsAt({ edge: 'q:0', has: 'release' })).toEqual({ waiting: 'q for 1, f for 2', queue: 'z, p', order: 'x, y' });
  });

  test('ends with everybody in the order, and stays so', () => {
    for (const moment of [{ endOf: 'sort' }, 'end'] as const) expect(listsAt(moment)).toEqual({ waiting: 'none', queue: 'none', order: 'x, y, z, p, q, f' });
  });
});
