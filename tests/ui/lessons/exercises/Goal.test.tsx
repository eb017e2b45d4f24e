import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Goal as GoalData } from '../../../../src/lessons/lesson';
import { MiniflowContext, WalkContext } from '../../../../src/ui/context';
import { Goal } from '../../../../src/ui/lessons/exercises/Goal';
import { openDesk } from '../../../store/desk';

async function rendered(goal: GoalData, solved = false): Promise<string> {
  const { miniflow } = await openDesk();
  return renderToStaticMarkup(
    <MiniflowContext value={miniflow}>
      <WalkContext value={miniflow}>
        <Goal goal={goal} solved={solved} onSolved={() => undefined}>
          <p>Press Step once.</p>
        </Goal>
      </WalkContext>
    </MiniflowContext>,
  );
}

describe('Goal', () => {
  test('says what to do and how far it is, and keeps silent to the ear until it is reached', async () => {
    const html = await rendered({ reach: 'sgd steps', least: 5 });
    expect(html).toContain('Press Step once.');
    expect(html).toContain('0 of 5 SGD steps, counted from when this page was opened.');
    expect(html).toMatch(/<p role="status"[^>]*><\/p>/);
  });

  test('says that it has been reached where a screen reader hears it', async () => {
    expect(await rendered({ reach: 'value', node: 'b2', at: 0, within: 1e-9 })).toMatch(/<p role="status"[^>]*data-reached="true"[^>]*>✓ b₂ is 0\.<\/p>/);
  });

  test('says of a goal that was reached at another time that it was, and how far it is now', async () => {
    const html = await rendered({ reach: 'sgd steps', least: 5 }, true);
    expect(html).toContain('✓ You have done this before.');
    expect(html).toContain('0 of 5 SGD steps');
  });
});
