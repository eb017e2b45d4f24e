import type { CDPSession } from '@playwright/test';
import { expect, test } from './fixture';
import { MiniflowPage } from './page';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Draws a finger over the screen, from one point to another. */
async function swipe(client: CDPSession, from: Point, to: Point): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', from);
  for (let part = 1; part <= 10; part++) await touch('touchMove', { x: from.x + ((to.x - from.x) * part) / 10, y: from.y + ((to.y - from.y) * part) / 10 });
  await touch('touchEnd');
}

test.describe('a finger on the loss curve', () => {
  test('that goes along it seeks, and the page stays where it is; one that goes up scrolls the page, and time stays', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.trainToTheEnd(20);
    // The middle of the screen, so that there is a way to scroll in both directions.
    await miniflow.curve.evaluate((element) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    const box = await miniflow.curve.boundingBox();
    if (box === null) throw new Error('the loss curve is not on the page');
    const at = (share: number, dy = 0): Point => ({ x: box.x + share * box.width, y: box.y + box.height / 2 + dy });
    const scrolled = (): Promise<number> => page.evaluate(() => window.scrollY);
    const client = await page.context().newCDPSession(page);

    await swipe(client, at(0.9), at(0.25, 8));
    await expect(miniflow.past).toContainText('restored');
    await expect.poll(() => miniflow.shownStep()).toBeGreaterThan(190);
    const step = await miniflow.shownStep();
    expect(step).toBeLessThan(270);
    await expect.poll(() => miniflow.playhead()).toBe(step);
    // The banner above the curve, which has come with the past, may not carry the curve away from under the finger.
    expect(Math.abs(((await miniflow.curve.boundingBox())?.y ?? NaN) - box.y)).toBeLessThan(2);

    const rested = await scrolled();
    await swipe(client, at(0.6), at(0.62, -140));
    await expect.poll(scrolled).toBeGreaterThan(rested + 60);
    expect(await miniflow.shownStep()).toBe(step);
  });

  test('that taps it goes to that step', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.trainToTheEnd(20);
    await miniflow.curve.scrollIntoViewIfNeeded();
    const box = await miniflow.curve.boundingBox();
    if (box === null) throw new Error('the loss curve is not on the page');
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    // Before the tap has its answer, the step to come is on the screen, which is greater than both.
    await expect.poll(() => miniflow.shownStep()).toBeLessThan(480);
    expect(await miniflow.shownStep()).toBeGreaterThan(440);
  });
});

test('on a phone every way through time is there, large enough for a finger, and nothing scrolls sideways', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.trainToTheEnd(10);
  await miniflow.goTo(201);
  const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(390);
  for (const name of ['Worst batch', 'Largest gradient', 'Branch from here', 'Back to the present', 'Zoom', 'More of the loss chart']) {
    const button = miniflow.button(name);
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(24);
    await expect(button, name).toBeInViewport({ ratio: 1 });
  }
  await miniflow.button('Largest gradient').tap();
  await expect.poll(() => miniflow.shownStep()).not.toBe(201);
  await miniflow.goTo(201);
  await miniflow.type('Learning rate', '0.05');
  await miniflow.button('Branch from here').tap();
  await expect.poll(() => miniflow.stepsTaken()).toBe(200);
  const chips = page.getByRole('list', { name: 'Runs' });
  await chips.getByRole('button', { name: 'Run 1', exact: true }).tap();
  await expect.poll(() => miniflow.stepsTaken()).toBe(460);
  expect(await width()).toBe(390);
});
