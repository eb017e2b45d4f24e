import type { ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ListedLine } from '../../../../src/ui/tools/code/ListedLine';

type Props = ComponentProps<typeof ListedLine>;

const PLAIN: Props = {
  id: 'line', text: 'f = x * 2.0', number: 41, place: 6, count: 50, row: 24,
  isPresent: false, phase: 'forward', isActive: false, happens: true, onPress: () => undefined,
};

const markup = (props: Partial<Props>): string => renderToStaticMarkup(<ListedLine {...PLAIN} {...props} />);

describe('ListedLine', () => {
  it('marks the line of the present step by more than its colour', () => {
    const present = markup({ isPresent: true });
    expect(present).toContain('aria-current="step"');
    expect(present).toContain('data-phase="forward"');
    expect(present).toContain('▸');
    const other = markup({});
    expect(other).not.toContain('aria-current');
    expect(other).not.toContain('data-phase');
    expect(other).not.toContain('▸');
  });

  it('says where it stands in the listing, and shows its number in the file', () => {
    expect(markup({})).toContain('aria-posinset="7" aria-setsize="50"');
    expect(markup({})).toContain('</span>41</span>');
  });

  it('colours numbers, and names a line without a text', () => {
    expect(markup({})).toContain('f = x * <span data-kind="number">2.0</span>');
    expect(markup({ text: '' })).toContain('blank line');
  });
});
