import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixture';
import { MiniflowPage } from './page';

test('the whole journey by keyboard alone', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();

  await page.keyboard.press('ArrowRight');
  await expect(miniflow.sentence).toContainText('forward · X → l₁');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(miniflow.sentence).toContainText('forward · C');
  await page.keyboard.press('ArrowLeft');
  await expect(miniflow.sentence).toContainText('forward · l₂ → C');
  await page.keyboard.press('End');
  await expect(miniflow.sentence).toContainText('step 60 of 60');
  await page.keyboard.press('Home');
  await expect(miniflow.sentence).toContainText('step 0 of 60');
  await page.keyboard.press(' ');
  await expect(miniflow.sentence).toContainText('sort');
  await page.keyboard.press(' ');
  await page.keyboard.press('End');

  // Into the graph by Tab: one stop, arrows inside, Enter chooses, Esc gives up.
  await focusByTab(page, miniflow.graph.locator('[tabindex="0"]').first());
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(miniflow.inspector).toContainText('Selected');
  await page.keyboard.press('Escape');
  await expect(miniflow.inspector).toContainText('Nothing selected');
  await expect(miniflow.sentence).toContainText('step 60 of 60');

  await focusByTab(page, miniflow.field('Epochs'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await miniflow.train.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Finished')).toBeVisible();
  await expect(page.getByText('epoch 3 of 3')).toBeVisible();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
});

test('Shift with an arrow goes a whole phase from the timeline, too', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.timeline.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(miniflow.sentence).toContainText('forward · C');
  await page.keyboard.press('ArrowLeft');
  await expect(miniflow.sentence).toContainText('forward · l₂ → C');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(miniflow.sentence).toContainText('feed · y');
});

test('the tab stop stays where the reader has moved it while the graph plays', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.node('s').click();
  await miniflow.node('X').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await miniflow.button('Play').click();
  await expect(miniflow.sentence).toContainText('backward');
  await expect(miniflow.node('X')).toHaveAttribute('tabindex', '0');
  await expect(miniflow.node('s')).toHaveAttribute('aria-pressed', 'true');
});

test('nothing asks for frames once nothing moves', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.button('Play').click();
  await miniflow.button('Pause').click();
  const asked = await page.evaluate(async () => {
    let frames = 0;
    const own = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      frames++;
      return own(callback);
    };
    await new Promise((resolve) => setTimeout(resolve, 500));
    return frames;
  });
  expect(asked).toBeLessThan(3);
});

async function focusByTab(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab never came to the element');
}
