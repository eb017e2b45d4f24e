import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Segments } from '../../../src/ui/controls/Segments';

describe('Segments', () => {
  test('shows every option by its title, or by itself, and which one holds', () => {
    const titles = new Map<'all' | 0, string>([[0, '∂C/∂X']]);
    const page = renderToStaticMarkup(<Segments label="Part" value={0} options={['all', 0] as const} titles={titles} onChange={() => undefined} />);
    expect(page).toContain('role="group" aria-label="Part"');
    expect(page).toContain('aria-pressed="false">all<');
    expect(page).toContain('aria-pressed="true">∂C/∂X<');
  });
});
