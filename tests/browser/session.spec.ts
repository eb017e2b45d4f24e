import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { MiniflowPage } from './page';

/** A page on which the lesson was trained for so many epochs. */
async function trained(page: Page, epochs: number): Promise<MiniflowPage> {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.trainToTheEnd(epochs);
  return miniflow;
}

test.describe('the last session', () => {
  test('comes back after a reload, to the last bit', async ({ page }) => {
    const miniflow = await trained(page, 20);
    await miniflow.node('b2').click();
    await miniflow.button('All digits').click();
    const bias = await miniflow.inspector.getByText(/5\.17034\d+/).first().textContent();
    await page.reload();
    await expect(page.getByText(/Replayed 920 steps.+bit for bit/)).toBeVisible();
    expect(await miniflow.stepsTaken()).toBe(920);
    await miniflow.node('b2').click();
    await expect(miniflow.inspector.getByText(bias ?? 'none').first()).toBeVisible();
  });

  test('is not behind what was on the page when it is left in the middle of training', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    // Five million steps: there is something left to train at every visit.
    await miniflow.type('Batch size', '1');
    await miniflow.type('Epochs', '10000');
    await page.getByLabel('Pace').selectOption('full speed');
    await miniflow.train.click();
    await expect.poll(() => miniflow.keptSteps()).toBeGreaterThan(0);
    const epochs = async (): Promise<number> => Number(/epoch ([\d,]+)/.exec(await page.getByText(/^epoch [\d,]+/).first().innerText())?.[1]?.replaceAll(',', '') ?? 0);
    for (let visit = 0; visit < 3; visit++) {
      await page.waitForTimeout(400);
      const before = await epochs();
      await page.reload();
      await expect(page.getByText('Paused')).toBeVisible({ timeout: 20_000 });
      expect(await epochs()).toBeGreaterThanOrEqual(before);
      expect(before).toBeGreaterThan(0);
      await miniflow.train.click();
    }
  });

  test('that did not come back to its end is offered, and kept until there is an answer', async ({ page }) => {
    const miniflow = await trained(page, 2);
    await expect.poll(() => miniflow.keptSteps()).toBe(92);
    await page.evaluate(() => localStorage.setItem('miniflow.restoring', 'yes'));
    for (let visit = 0; visit < 2; visit++) {
      await page.reload();
      await expect(page.getByRole('alertdialog')).toContainText('It is still kept: one run, 92 SGD steps.');
      for (let time = 0; time < 3; time++) await page.keyboard.press('Escape');
      await expect(page.getByRole('alertdialog')).toBeVisible();
    }
    await miniflow.button('Bring it back').click();
    await expect(page.getByText(/Replayed 92 steps/)).toBeVisible();
    await page.reload();
    await expect(page.getByText(/Replayed 92 steps/)).toBeVisible();
    await expect.poll(() => page.evaluate(() => localStorage.getItem('miniflow.restoring'))).toBeNull();
    await page.evaluate(() => localStorage.setItem('miniflow.restoring', 'yes'));
    await page.reload();
    await miniflow.button('Start afresh').click();
    await expect(miniflow.sentence).toContainText('feed');
    expect(await miniflow.stepsTaken()).toBe(0);
    await expect.poll(() => miniflow.keptSteps()).toBe(0);
    await page.reload();
    await expect(miniflow.sentence).toContainText('feed');
    expect(await miniflow.stepsTaken()).toBe(0);
  });
});

for (const [what, refuse, reason] of [
  ['refuses to open a database', () => { IDBFactory.prototype.open = () => { throw new DOMException('Denied.', 'SecurityError'); }; }, /storage is refused to this page/],
  ['has none', () => { Object.defineProperty(window, 'indexedDB', { value: undefined }); }, /it has no database for pages/],
  ['is full', () => { IDBObjectStore.prototype.put = () => { throw new DOMException('Full.', 'QuotaExceededError'); }; }, /its storage is full/],
] as const) {
  test(`a browser that ${what} is told of in one sentence, and all else works`, async ({ page }) => {
    await page.addInitScript(refuse);
    await trained(page, 3);
    await expect(page.getByText(/This browser keeps nothing between visits here/)).toHaveCount(1);
    await expect(page.getByText(reason)).toBeVisible();
  });
}

test('a worker that hangs is ended, and another one replays what it had done', async ({ page }) => {
  test.slow();
  const miniflow = await trained(page, 20);
  await miniflow.type('Epochs', '10000');
  await miniflow.train.click();
  // It will not come back from that, nor answer.
  page.workers()[0]?.evaluate(() => { for (;;); }).catch(() => undefined);
  await expect(page.getByText(/The training worker has not answered for 7 seconds and was ended\..+nothing is lost\./)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('Paused')).toBeVisible({ timeout: 20_000 });
  expect(await miniflow.stepsTaken()).toBeGreaterThanOrEqual(920);
  await miniflow.button('Step once').click();
  await expect(page.getByText('Paused')).toBeVisible();
});
