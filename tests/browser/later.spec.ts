import { expect, test } from './fixture';
import { MiniflowPage } from './page';

test.describe('a part of the page that cannot be fetched', () => {
  test.use({ tolerated: /ERR_FAILED|Failed to load|Failed to fetch|preload/i });

  for (const [part, chunk, there] of [
    ['the loss curve', 'LossPanel', { role: 'figure', name: 'Loss curve' }],
    ['the predictions', 'PredictionsPanel', { role: 'heading', name: 'Predictions' }],
    ['the inspector', 'NetworkInspector', { role: 'heading', name: 'All nodes' }],
  ] as const) {
    test(`says so in its place while all else goes on, and can be tried again: ${part}`, async ({ page }) => {
      let isDown = true;
      await page.route(`**/assets/${chunk}-*.js`, (route) => (isDown ? route.abort() : route.continue()));
      const miniflow = new MiniflowPage(page);
      await miniflow.open();
      const alert = page.getByRole('alert').filter({ hasText: 'This part of the page could not be fetched' });
      await expect(alert).toBeVisible();
      await miniflow.trainToTheEnd(2);
      isDown = false;
      await alert.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole(there.role, { name: there.name, exact: true })).toBeVisible();
      await expect(alert).toBeHidden();
    });
  }
});

test('a second tab says that the first one keeps the session, and keeps its own once that is closed', async ({ page, context }) => {
  const first = new MiniflowPage(page);
  await first.open();
  await first.trainToTheEnd(2);
  const second = new MiniflowPage(await context.newPage());
  await second.open();
  const notice = second.page.getByText('MiniFlow is open in another tab');
  await expect(notice).toBeVisible({ timeout: 10_000 });
  await second.trainToTheEnd(5);
  const steps = await second.stepsTaken();
  await page.close();
  // What was to be written within a second is asked for once more by another change.
  await second.button('Step once').click();
  await expect.poll(() => second.stepsTaken()).toBe(steps + 1);
  await second.page.waitForTimeout(1_500);
  await second.page.reload();
  await expect.poll(() => second.stepsTaken().catch(() => 0), { timeout: 10_000 }).toBe(steps + 1);
  await expect(notice).toBeHidden();
});
