import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Shape } from '../../../src/engine';
import { MiniflowContext, WalkContext } from '../../../src/ui/context';
import { CellFields } from '../../../src/ui/tools/CellFields';
import { openDesk } from '../../store/desk';

const { miniflow } = await openDesk();

/** The fields of a cell by their names, with their numbers and what stands behind them. */
function fields(node: string, shape: Shape, cell: number): string[] {
  const page = renderToStaticMarkup(
    <MiniflowContext value={miniflow}>
      <WalkContext value={miniflow}>
        <CellFields node={node} shape={shape} cell={cell} onCell={() => undefined} />
      </WalkContext>
    </MiniflowContext>,
  );
  return Array.from(page.matchAll(/aria-label="([^"]*)"[^>]*value="([^"]*)"\/><span>(.*?)<\/span>/g), ([, name, value, behind]) => [name, value, behind].join(' | '));
}

describe('CellFields', () => {
  test('has a field for the row and one for the column of a matrix', () => {
    expect(fields('Z', [506, 64], 505 * 64 + 63)).toEqual(['row, 1 to 506 | 506 | of 506', 'column, 1 to 64 | 64 | of 64']);
    expect(fields('Z', [506, 64], 0)).toEqual(['row, 1 to 506 | 1 | of 506', 'column, 1 to 64 | 1 | of 64']);
  });

  test('has one for a vector, and one for a matrix of a single row or column', () => {
    expect(fields('b', [10], 9)).toEqual(['cell, 1 to 10 | 10 | of 10']);
    expect(fields('w', [10, 1], 3)).toEqual(['row, 1 to 10 | 4 | of 10']);
    expect(fields('w', [1, 10], 3)).toEqual(['column, 1 to 10 | 4 | of 10']);
  });

  test('has none for a single number', () => {
    expect(fields('x', [], 0)).toEqual([]);
    expect(fields('x', [1, 1], 0)).toEqual([]);
  });

  test('names what has a name', () => {
    expect(fields('W1', [13, 10], 52)).toEqual(['row, 1 to 13 | 6 | of 13 · rm', 'column, 1 to 10 | 3 | of 10']);
  });
});
