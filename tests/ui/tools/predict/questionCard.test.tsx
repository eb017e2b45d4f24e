import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { NO_SCORE } from '../../../../src/store/score';
import { placeOf } from '../../../../src/ui/tools/predict/placeOf';
import { QuestionCard } from '../../../../src/ui/tools/predict/QuestionCard';
import { ScoreTable } from '../../../../src/ui/tools/predict/ScoreTable';
import type { Ask } from '../../../../src/lessons/ask';
import { ask, networkTimeline } from '../../../study/questions/graphsOfQuestions';

const nothing = (): void => undefined;

function shown(what: Ask, solved = false, closed = false): string {
  // Without its formula: KaTeX sets those in a page alone.
  const { ask: asked, prompt, answer, hints, before, reveal, slips, about } = ask(networkTimeline(), what);
  const question = { ask: asked, prompt, answer, hints, before, reveal, slips, about };
  return renderToStaticMarkup(<QuestionCard question={question} onSolved={nothing} solved={solved} closed={closed} />);
}

describe('QuestionCard', () => {
  it('labels its field with the question, and shows neither hints nor the answer', () => {
    const page = shown({ what: 'shape', node: 'l1' });
    const [, id] = /<label[^>]*for="([^"]+)"[^>]*>What shape does l₁ have\?<\/label>/.exec(page) ?? [];
    expect(id).toBeDefined();
    expect(page).toContain(`id="${id ?? ''}"`);
    expect(page).toContain('>First hint<');
    expect(page).not.toContain('Second hint');
    expect(page).not.toContain('4 × 2');
  });

  it('has a place for the result that is read out', () => {
    const page = shown({ what: 'gradient', node: 'W1', cell: 0 });
    const [, id] = /aria-describedby="([^"]+)"/.exec(page) ?? [];
    expect(page).toMatch(new RegExp(`id="${id ?? 'none'}" role="status"></div>`));
  });

  it('says that it has been solved before, and closes once the answer is on the screen', () => {
    expect(shown({ what: 'shape', node: 'l1' }, true)).toContain('<p>Solved.</p>');
    expect(shown({ what: 'shape', node: 'l1' })).not.toContain('readOnly');
    const closed = shown({ what: 'shape', node: 'l1' }, false, true);
    expect(closed).toMatch(/readOnly=""|readonly=""/);
    expect(closed).toMatch(/<button[^>]*disabled=""[^>]*>Check/);
  });
});

describe('ScoreTable', () => {
  it('shows right answers and the mistakes that were made, the most frequent first', () => {
    const page = renderToStaticMarkup(<ScoreTable score={{ right: 1234, mistakes: { ...NO_SCORE.mistakes, sign: 1, path: 3, unknown: 2 } }} onClear={nothing} />);
    const rows = [...page.matchAll(/<th scope="row">([^<]+)<\/th><td>([^<]+)<\/td>/g)].map(([, name, count]) => [name, count]);
    expect(rows).toEqual([
      ['Right', '1,234'],
      ['Not all of several paths', '3'],
      ['Other wrong answers', '2'],
      ['Wrong sign', '1'],
    ]);
    expect(page).toContain('Clear');
  });

  it('has nothing to clear at the beginning', () => {
    expect(renderToStaticMarkup(<ScoreTable score={NO_SCORE} onClear={nothing} />)).not.toContain('Clear');
  });
});

describe('placeOf', () => {
  it('leads to the node, the edge or the cell of the answer', () => {
    const timeline = networkTimeline();
    expect(placeOf(ask(timeline, { what: 'gradient', node: 'W1', cell: 3 }))).toEqual({ selection: { kind: 'node', id: 'W1' }, chosen: { node: 'W1', cell: 3 } });
    expect(placeOf(ask(timeline, { what: 'flow', edge: 'l2:0', cell: 1 }))).toEqual({ selection: { kind: 'edge', id: 'l2:0' }, chosen: { node: 's', cell: 1 } });
    expect(placeOf(ask(timeline, { what: 'next', after: timeline.steps.findIndex(({ phase }) => phase === 'forward') }))).toEqual({ selection: { kind: 'node', id: 'l1' }, chosen: null });
    expect(placeOf(undefined)).toBeUndefined();
  });
});
