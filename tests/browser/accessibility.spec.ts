import { violationsOf } from './axe';
import { expect, test } from './fixture';
import { MiniflowPage } from './page';

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test('axe finds nothing wrong with the page, at rest and at work', async ({ page }) => {
      const miniflow = new MiniflowPage(page);
      await miniflow.open();
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      expect(await violationsOf(page)).toEqual([]);

      await page.keyboard.press('End');
      await miniflow.node('l1').click();
      expect(await violationsOf(page)).toEqual([]);

      await miniflow.trainToTheEnd(3);
      await miniflow.type('Batch size', '1e9');
      await expect(page.getByRole('alert').filter({ hasText: 'Batch size must be' })).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);

      await page.getByRole('button', { name: 'About the data' }).click();
      await expect(page.getByRole('dialog', { name: 'Boston housing' })).toContainText('scikit-learn');
      expect(await violationsOf(page)).toEqual([]);
    });
  });
}

test('the graph is a labelled figure whose nodes and edges say what they hold', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await page.keyboard.press('End');
  await expect(miniflow.graph).toBeVisible();
  await expect(miniflow.node('l1')).toHaveAttribute('aria-label', /^l1, Linear, 11 by 10, .*gradient norm [\d.]+/);
  await expect(miniflow.graph.locator('[role="button"]')).toHaveCount(19);
});

test('every step is announced', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  const announced = page.getByRole('status').filter({ hasText: 'Step' });
  await page.keyboard.press('ArrowRight');
  await expect(announced).toHaveText(/^Forward: from X to l1, value norm [\d.]+\. Step 36 of 60\.$/);
});

test.describe('for readers who want no motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('playing goes from step to step without moving anything', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await page.getByRole('slider', { name: 'Speed', exact: true }).fill('3');
    await miniflow.button('Play').click();
    const positions = new Set<string>();
    await expect(async () => {
      positions.add(await miniflow.timeline.inputValue());
      await expect(miniflow.sentence).toContainText('backward', { timeout: 20 });
    }).toPass({ intervals: [15], timeout: 8000 });
    expect([...positions].filter((position) => !Number.isInteger(Number(position)))).toEqual([]);
  });
});

test('the page is one that may load nothing from elsewhere', async ({ page }) => {
  await page.goto('./');
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe');
});
