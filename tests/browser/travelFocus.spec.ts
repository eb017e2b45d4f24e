import { expect, test } from './fixture';
import { MiniflowPage } from './page';

test('after a drag on the loss curve the arrow keys, Home and End go on in the graph, even from a field that was typed into', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.trainToTheEnd(10);
  await miniflow.field('Learning rate').focus();
  await miniflow.curve.scrollIntoViewIfNeeded();
  const box = await miniflow.curve.boundingBox();
  if (box === null) throw new Error('the loss curve is not on the page');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.7, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.4, y, { steps: 4 });
  await page.mouse.up();
  await expect(miniflow.past).toContainText(/restored/);
  // The step that the drag has ended on may still be on its way.
  await expect(async () => {
    await page.keyboard.press('Home');
    await expect(miniflow.timeline).toHaveValue('0', { timeout: 300 });
  }).toPass();
  await page.keyboard.press('ArrowRight');
  await expect(miniflow.timeline).toHaveValue('1');
  await page.keyboard.press('End');
  const last = Number(await miniflow.timeline.getAttribute('max'));
  await expect(miniflow.timeline).toHaveValue(String(last));
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => Number(await miniflow.timeline.inputValue())).toBeLessThan(last);
});
