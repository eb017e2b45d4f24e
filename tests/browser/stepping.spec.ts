import { expect, test } from './fixture';
import { MiniflowPage } from './page';

test.describe('stepping through an iteration', () => {
  test('begins with the network on the page and one batch in it', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    for (const id of ['X', 'y', 'W1', 'b1', 'W2', 'b2', 'l1', 's', 'l2', 'C']) await expect(miniflow.node(id)).toBeVisible();
    await expect(miniflow.node('X')).toHaveAttribute('aria-label', /11 by 13/);
    await expect(page.getByText('13 → 10 → 1')).toBeVisible();
    await expect(page.getByRole('figure', { name: 'Predicted against true price' })).toBeVisible();
  });

  test('goes edge by edge, forward and exactly back', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    const seen: string[] = [];
    // What every node and every edge says that it holds.
    const look = async (): Promise<string> => {
      const holds = await miniflow.graph.locator('[role="button"]').evaluateAll((parts) => parts.map((part) => part.getAttribute('aria-label')));
      return [await miniflow.sentence.textContent(), ...holds].join(' | ');
    };
    for (let step = 0; step < 24; step++) {
      seen.push(await look());
      await miniflow.stepForward.click();
    }
    await expect(miniflow.sentence).toContainText('update');
    for (let step = 23; step >= 0; step--) {
      await miniflow.stepBack.click();
      expect(await look()).toBe(seen[step]);
    }
    expect(seen.some((text) => text.includes('forward · X → l₁'))).toBe(true);
    expect(seen.some((text) => text.includes('backward · s → l₁'))).toBe(true);
  });

  test('goes on into the next batch at the end, and back again from there', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await expect(page.getByText('SGD step 1', { exact: true })).toBeVisible();
    await page.keyboard.press('End');
    await expect(miniflow.sentence).toContainText('step 60 of 60');
    await miniflow.stepForward.click();
    await expect(page.getByText('SGD step 2', { exact: true })).toBeVisible();
    await expect(miniflow.sentence).toContainText('feed');
    expect(await miniflow.stepsTaken()).toBe(1);
    await miniflow.stepBack.click();
    await expect(page.getByText('SGD step 1', { exact: true })).toBeVisible();
    await expect(miniflow.sentence).toContainText('step 60 of 60');
  });

  test('plays by itself, at the speed that is set, until it is paused', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await page.getByRole('slider', { name: 'Speed', exact: true }).fill('3');
    await miniflow.button('Play').click();
    await expect(miniflow.sentence).toContainText('backward', { timeout: 5000 });
    await miniflow.button('Pause').click();
    const stopped = await miniflow.sentence.textContent();
    await page.waitForTimeout(300);
    expect(await miniflow.sentence.textContent()).toBe(stopped);
    await expect(miniflow.button('Play')).toBeVisible();
  });

  test('by phase stops at the end of each phase, by node at each node', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    for (const what of ['forward · C', 'seed', 'backward · l₁ → b₁', 'update · b₂']) {
      await miniflow.button('Next phase').click();
      await expect(miniflow.sentence).toContainText(what);
    }
    await miniflow.button('Previous phase').click();
    await expect(miniflow.sentence).toContainText('backward · l₁ → b₁');
    await page.getByLabel('Step size').selectOption('node by node');
    await miniflow.stepBack.click();
    await expect(miniflow.sentence).toContainText('backward · s → l₁');
  });

  test('follows the timeline when it is dragged', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    const box = await miniflow.timeline.boundingBox();
    if (box === null) throw new Error('the timeline is not on the page');
    await page.mouse.move(box.x + box.width * 0.58, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2, { steps: 5 });
    await expect(miniflow.sentence).toContainText('sort');
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await expect(miniflow.sentence).toContainText('backward');
    await expect(miniflow.timeline).toHaveAttribute('aria-valuetext', /backward · .* of 60/);
  });
});
