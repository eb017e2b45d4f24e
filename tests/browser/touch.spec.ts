import { expect, test } from './fixture';
import { MiniflowPage } from './page';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('the journey by touch on a phone', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  await miniflow.node('l1').tap();
  await expect(miniflow.inspector).toContainText('X · W + b');
  for (let step = 0; step < 4; step++) await miniflow.stepForward.tap();
  await expect(miniflow.sentence).toContainText('forward · l₁');
  await expect(miniflow.inspector.getByRole('application').first()).toBeVisible();

  const box = await miniflow.timeline.boundingBox();
  if (box === null) throw new Error('the timeline is not on the page');
  await page.touchscreen.tap(box.x + box.width * 0.88, box.y + box.height / 2);
  await expect(miniflow.sentence).toContainText('backward');

  await miniflow.train.tap();
  await expect(page.getByText(/epoch [1-9]\d* of 100/)).toBeVisible();
  await miniflow.pauseTraining.tap();
  await expect(page.getByText('Paused')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('a finger moves the graph, and the button fits it again', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  const place = async (): Promise<number> => (await miniflow.node('X').boundingBox())?.x ?? NaN;
  const before = await place();
  const client = await page.context().newCDPSession(page);
  const point = (x: number) => [{ x, y: 210 }];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(200) });
  for (let x = 200; x >= 120; x -= 10) await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(x) });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(place).toBeLessThan(before - 40);
  await miniflow.button('Fit the graph').tap();
  // Fitted means all of it: from the data to the cost.
  for (const id of ['X', 'W1', 'y', 'C']) await expect(miniflow.node(id)).toBeInViewport({ ratio: 1 });
});
