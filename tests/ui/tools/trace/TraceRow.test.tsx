import type { ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { TraceRow } from '../../../../src/ui/tools/trace/TraceRow';

type Props = ComponentProps<typeof TraceRow>;

const PLAIN: Props = {
  id: 'line', text: '  Compute f = 3', section: 'forward', isHeading: false, place: 6, count: 50, row: 24,
  isCurrent: false, isSelected: false, isActive: false, wanted: '',
};

const markup = (props: Partial<Props>): string => renderToStaticMarkup(<TraceRow {...PLAIN} {...props} />);

describe('TraceRow', () => {
  test('says where it stands among all lines, and stands there', () => {
    expect(markup({})).toContain('aria-posinset="7" aria-setsize="50"');
    expect(markup({})).toContain('top:144px');
    expect(markup({})).toContain('  Compute f = 3');
  });

  test('says whether it is chosen, and whether it tells of the present step', () => {
    expect(markup({})).toContain('aria-selected="false"');
    expect(markup({ isSelected: true })).toContain('aria-selected="true"');
    expect(markup({})).not.toContain('aria-current');
    expect(markup({ isCurrent: true })).toContain('aria-current="step"');
  });

  test('marks what is searched for', () => {
    expect(markup({ wanted: 'f =' })).toContain('<mark>f =</mark>');
  });
});
