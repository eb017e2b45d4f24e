import { violationsOf } from './axe';
import { expect, test } from './fixture';
import { MiniflowPage } from './page';

test.describe('the health of a training', () => {
  test('is not mentioned while all is well', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await page.getByLabel('Pace').selectOption('full speed');
    await miniflow.train.click();
    await expect(page.getByText('Finished')).toBeVisible({ timeout: 20_000 });
    await page.waitForTimeout(700);
    await expect(page.getByRole('region', { name: 'Health of the training' })).toHaveCount(0);
    await expect(miniflow.node('s')).not.toHaveAttribute('aria-label', /saturated/);
  });

  test('that is poor is told with its cause, at its node and at its step, and is healed by one click', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.type('Learning rate', '0.3');
    await page.getByLabel('Pace').selectOption('full speed');
    await miniflow.train.click();
    await expect(page.getByText('Finished')).toBeVisible({ timeout: 20_000 });
    const health = page.getByRole('region', { name: 'Health of the training' });
    await expect(health).toContainText(/9\d% of the numbers that s reads lie beyond ±4/);
    await expect(page.getByRole('status').filter({ hasText: 's is saturated.' })).toHaveCount(1);
    await expect(miniflow.node('s')).toHaveAttribute('aria-label', /s is saturated, since SGD step \d+\.$/);
    expect(await violationsOf(page, { within: '[aria-label="Health of the training"]' })).toEqual([]);

    await health.getByRole('button', { name: 'Show step 46' }).click();
    await expect(page.getByRole('region', { name: 'In the past' })).toContainText('SGD step 46 of 4,600');

    await health.getByRole('button', { name: /^Try learning rate 0\.0\d+ on a new run$/ }).click();
    await expect(health).toBeHidden();
    await expect(page.getByText('Finished')).toBeVisible({ timeout: 20_000 });
    await page.waitForTimeout(700);
    await expect(health).toBeHidden();
    await expect(miniflow.node('s')).not.toHaveAttribute('aria-label', /saturated/);
  });
});
