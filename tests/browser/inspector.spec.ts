import { expect, test } from './fixture';
import { MiniflowPage, readNumber } from './page';

test.describe('the inspector', () => {
  test('tells all about a node: formula, value, gradient, one cell worked out, contributions', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await page.keyboard.press('End');
    await miniflow.node('s').click();
    const { inspector } = miniflow;
    await expect(inspector.locator('.katex').first()).toBeVisible();
    await expect(inspector).toContainText('Sigmoid');
    await expect(inspector).toContainText('11 × 10');
    await expect(inspector).toContainText('read by l₂');
    await expect(inspector.getByRole('heading', { name: 'Value' })).toBeVisible();
    await expect(inspector.getByRole('heading', { name: /Gradient ∂C\/∂s/ })).toBeVisible();
    await expect(inspector.getByRole('heading', { name: /One cell, worked out/ })).toBeVisible();
    await expect(inspector.getByRole('heading', { name: /Contributions/ })).toBeVisible();
  });

  test('checks a gradient by central differences on request', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await page.keyboard.press('End');
    for (const id of ['W1', 's', 'l2']) {
      await miniflow.node(id).click();
      await miniflow.button('Check this gradient').click();
      const result = miniflow.inspector.getByText(/relative error/i).first();
      await expect(result).toBeVisible();
      const figure = /(\d[\d.]*e[−-]\d+|0)\b/.exec((await result.locator('xpath=..').textContent()) ?? '');
      expect(readNumber(figure?.[0] ?? '')).toBeLessThan(1e-7);
    }
  });

  test('follows the selection of edges, by mouse and from the contributions', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await page.keyboard.press('End');
    await miniflow.graph.locator('[aria-label*="s to l2"]').first().click();
    await expect(miniflow.inspector).toContainText('Selected edge');
    await page.keyboard.press('Escape');
    await expect(miniflow.inspector).toContainText('All nodes');
  });

  test('shows a tensor as a table and copies it for NumPy', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.node('W1').click();
    await miniflow.inspector.getByRole('button', { name: /Table/ }).first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: /NumPy/ }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.startsWith('np.array([[1.4043387784152637,')).toBe(true);
  });
});
