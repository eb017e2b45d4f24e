import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Walk } from '../../../src/store/walk';
import { createPlayback } from '../../../src/store/playback';
import { MiniflowContext, WalkContext } from '../../../src/ui/context';
import { useAxisNames } from '../../../src/ui/network/useAxisNames';
import { openDesk } from '../../store/desk';

const { miniflow } = await openDesk();

function Names() {
  const names = useAxisNames();
  return <>{[...names].map(([node, { rows = [], columns = [] }]) => `${node}: ${rows.join(' ')} / ${columns.join(' ')}`).join('; ')}</>;
}

function rendered(walk: Walk): string {
  return renderToStaticMarkup(
    <MiniflowContext value={miniflow}>
      <WalkContext value={walk}>
        <Names />
      </WalkContext>
    </MiniflowContext>,
  );
}

describe('useAxisNames', () => {
  test('calls the columns of X and the rows of W1 by the features of the network’s data', () => {
    const features = miniflow.training.getState().dataset?.featureNames.join(' ') ?? '';
    expect(features).toContain('rm');
    expect(rendered(miniflow)).toBe(`X:  / ${features}; W1: ${features} / `);
  });

  test('has the same names where a lesson is about the network, and none in any other graph', () => {
    expect(rendered({ ...miniflow, turnPage: () => undefined })).toBe(rendered(miniflow));
    expect(rendered({ ...miniflow, playback: createPlayback() })).toBe('');
  });
});
