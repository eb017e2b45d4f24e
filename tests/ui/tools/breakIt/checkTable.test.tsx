import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { MiniflowContext, WalkContext } from '../../../../src/ui/context';
import { CheckTable } from '../../../../src/ui/tools/breakIt/CheckTable';
import { openDesk } from '../../../store/desk';

const { miniflow } = await openDesk();

function rendered(count: number, byNode = false): string {
  const nodes = Array.from({ length: count }, (_, index) => `v${index}`);
  return renderToStaticMarkup(
    <MiniflowContext value={miniflow}>
      <WalkContext value={miniflow}>
        <CheckTable nodes={nodes} checks={new Map()} {...(byNode ? { onCheck: () => undefined } : {})} />
      </WalkContext>
    </MiniflowContext>,
  );
}

/** How many rows each block has. */
function blocks(markup: string): number[] {
  return markup.split('<tbody').slice(1).map((block) => block.split('<tr').length - 1);
}

describe('CheckTable', () => {
  test('of up to sixty nodes is one block, laid out as its words need it', () => {
    const markup = rendered(60);
    expect(blocks(markup)).toEqual([60]);
    expect(markup).not.toContain('data-long');
  });

  test('of more has every node once and in its order, in blocks of twenty-five', () => {
    const markup = rendered(61);
    expect(blocks(markup)).toEqual([25, 25, 11]);
    expect(markup).toContain('data-long');
    const names = [...markup.matchAll(/title="Select it in the graph">v([₀-₉]+)</g)].map(([, digits = '']) => Number(Array.from(digits, (digit) => '₀₁₂₃₄₅₆₇₈₉'.indexOf(digit)).join('')));
    expect(names).toEqual(Array.from({ length: 61 }, (_, index) => index));
  });

  test('says what has not been checked, or offers to check it', () => {
    expect(rendered(2).match(/not checked/g)).toHaveLength(2);
    expect(rendered(2, true).match(/aria-label="Check v[₀₁]"/g)).toHaveLength(2);
  });

  test('is a table to the ear, whatever it is laid out as', () => {
    const markup = rendered(61);
    expect(markup.match(/<table[^>]* role="table"/g)).toHaveLength(1);
    expect(markup.match(/<tr role="row"/g)).toHaveLength(62);
    expect(markup.match(/role="columnheader"/g)).toHaveLength(4);
    expect(markup.match(/role="rowheader"/g)).toHaveLength(61);
    expect(markup.match(/role="cell"/g)).toHaveLength(3 * 61);
  });
});
