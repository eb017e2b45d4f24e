import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { MiniflowPage } from './page';

/** Where on the page the parts stand that must not move, from its top. */
async function placesOf(page: Page): Promise<readonly number[]> {
  const parts = [page.getByText('Stochastic gradient descent'), page.getByRole('button', { name: 'Worst batch' }), page.getByRole('figure', { name: 'Loss curve' })];
  return Promise.all(parts.map(async (part) => part.evaluate((element) => Math.round(element.getBoundingClientRect().top + scrollY + (element.closest('aside')?.scrollTop ?? 0)))));
}

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test.describe(`on a screen of ${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('nothing moves when the past begins, when the settings are others, and when it ends', async ({ page }) => {
      const miniflow = new MiniflowPage(page);
      await miniflow.open();
      await miniflow.trainToTheEnd(5);
      const present = await placesOf(page);
      await miniflow.goTo(100);
      await expect(miniflow.past).toContainText('SGD step 100 of 230, restored');
      expect(await placesOf(page)).toEqual(present);
      await miniflow.type('Learning rate', '0.02');
      await miniflow.type('Batch size', '32');
      await expect(miniflow.past).toContainText('It was taken with learning rate 0.01 and batch size 11.');
      expect(await placesOf(page)).toEqual(present);
      await miniflow.button('Back to the present').click();
      await expect(miniflow.past).toBeHidden();
      expect(await placesOf(page)).toEqual(present);
    });
  });
}

test('on a phone the loss curve stands right below the graph, so that both are in sight while it is dragged', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  const graph = await page.getByRole('region', { name: 'Graph', exact: true }).boundingBox();
  const loss = await page.getByRole('region', { name: 'Loss', exact: true }).boundingBox();
  expect(loss?.y).toBeCloseTo((graph?.y ?? NaN) + (graph?.height ?? NaN), 0);
});

test('while training goes on a step can be held, branched from, and left for the training', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.type('Epochs', '10000');
  await miniflow.train.click();
  await expect(page.getByText(/epoch ([3-9]|\d{2,}) of/)).toBeVisible();
  await miniflow.goTo(100);
  await expect(miniflow.past).toContainText('SGD step 100, while training goes on');
  const predictions = page.getByRole('region', { name: 'Predictions' });
  await expect(predictions).toContainText('now, in training');
  await expect(predictions).toContainText('at SGD step 100');
  await miniflow.button('Follow the training').click();
  await expect(miniflow.past).toBeHidden();
  await expect.poll(() => miniflow.shownStep()).toBeGreaterThan(100);
  await miniflow.goTo(100);
  await miniflow.button('Branch from here').click();
  await expect.poll(() => miniflow.stepsTaken()).toBe(99);
  await expect(miniflow.train).toBeEnabled();
});

test('the figures in the past are those of the step in the graph: its own loss, not that of the one before', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.trainToTheEnd(5);
  const losses = (await miniflow.losses()).get('Run 1') ?? [];
  await miniflow.goTo(93);
  await expect(page.getByText('before SGD step 93')).toBeVisible();
  const loss = Number(await miniflow.figure('step loss'));
  expect(Math.abs(loss / (losses[93] ?? NaN) - 1)).toBeLessThan(5e-4);
  expect(Math.abs(loss / (losses[92] ?? NaN) - 1)).toBeGreaterThan(5e-4);
});

test('Alt and an arrow leap from any control, and change nothing of it', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.trainToTheEnd(5);
  await miniflow.goTo(100);
  const controls = [
    miniflow.field('Learning rate'),
    page.getByRole('slider', { name: 'Batch size' }),
    page.getByLabel('Pace'),
    miniflow.timeline,
    miniflow.curve,
    miniflow.button('Train'),
  ];
  for (const control of controls) {
    await control.focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => miniflow.shownStep()).toBe(99);
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => miniflow.shownStep()).toBe(100);
    await expect(control).toBeFocused();
  }
  await expect(miniflow.field('Batch size')).toHaveValue('11');
  await miniflow.button('Keys').click();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Escape');
  expect(await miniflow.shownStep()).toBe(100);
});

test('a press that began on Pause training does not train once more when training has ended meanwhile', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  // 46 steps, which take seconds: the press has to come before their end on a slow machine, too.
  await page.getByLabel('Pace').selectOption('10 steps / s');
  await miniflow.type('Epochs', '1');
  await miniflow.train.click();
  await miniflow.pauseTraining.hover();
  await page.mouse.down();
  await expect(page.getByText('Finished')).toBeVisible({ timeout: 20_000 });
  const steps = await miniflow.stepsTaken();
  expect(steps).toBe(46);
  await page.mouse.up();
  await page.waitForTimeout(300);
  await expect(page.getByText('Finished')).toBeVisible();
  expect(await miniflow.stepsTaken()).toBe(steps);
  // Another press does, once.
  await page.getByLabel('Pace').selectOption('full speed');
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(() => miniflow.stepsTaken()).toBe(2 * steps);
});
