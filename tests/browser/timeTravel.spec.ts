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

/** Where the loss curve lies on the screen. */
async function placeOf(miniflow: MiniflowPage): Promise<{ readonly at: (share: number) => number; readonly y: number }> {
  await miniflow.curve.scrollIntoViewIfNeeded();
  const box = await miniflow.curve.boundingBox();
  if (box === null) throw new Error('the loss curve is not on the page');
  return { at: (share) => box.x + share * box.width, y: box.y + box.height / 2 };
}

test.describe('dragging on the loss curve', () => {
  test('shows other steps in the graph while it goes on, and the last of them once it is let go', async ({ page }) => {
    const miniflow = await trained(page, 100);
    const { at, y } = await placeOf(miniflow);
    await page.mouse.move(at(0.9), y);
    await page.mouse.down();
    const seen: number[] = [];
    for (const share of [0.8, 0.6, 0.4, 0.3]) {
      const before = await miniflow.shownStep();
      await page.mouse.move(at(share), y, { steps: 4 });
      await expect.poll(() => miniflow.shownStep()).toBeLessThan(before);
      seen.push(await miniflow.shownStep());
    }
    await page.mouse.up();
    await expect(miniflow.past).toContainText(/restored/);
    // 4,600 steps on some hundreds of pixels: within a pixel or two of three tenths of the axis.
    await expect.poll(() => miniflow.shownStep()).toBeGreaterThan(1330);
    const step = await miniflow.shownStep();
    expect(step).toBeLessThan(1430);
    await expect.poll(() => miniflow.playhead()).toBe(step);
    await expect(miniflow.past).toContainText(`SGD step ${step.toLocaleString('en-GB')} of 4,600, restored`);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('holds the graph while training goes on behind it', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.type('Epochs', '10000');
    // A minute and a half: it goes on as long as anybody looks.
    await page.getByLabel('Pace').selectOption('5,000 steps / s');
    await miniflow.train.click();
    await expect(page.getByText(/epoch \d{3,}/).first()).toBeVisible({ timeout: 20_000 });
    const { at, y } = await placeOf(miniflow);
    await page.mouse.click(at(0.005), y);
    await expect(miniflow.past).toContainText('while training goes on');
    // It is on its way until the graph has caught up with the playhead.
    await expect.poll(async () => (await miniflow.shownStep()) - (await miniflow.playhead())).toBe(0);
    const step = await miniflow.shownStep();
    expect(step).toBeLessThan(4_600);
    const epoch = async (): Promise<string> => page.getByText(/^epoch [\d,]+ of/).innerText();
    const before = await epoch();
    await expect.poll(epoch).not.toBe(before);
    expect(await miniflow.shownStep()).toBe(step);
    await expect(page.getByText('Training', { exact: true })).toBeVisible();
    await miniflow.button('Follow the training').click();
    await expect.poll(() => miniflow.shownStep()).toBeGreaterThan(step);
    await miniflow.pauseTraining.click();
  });
});

test.describe('a restored step', () => {
  test('has, with all digits, the loss that the file of losses has for it', async ({ page }) => {
    const miniflow = await trained(page, 30);
    const losses = (await miniflow.losses()).get('Run 1') ?? [];
    // Steps are counted from 1.
    expect(losses).toHaveLength(1381);
    for (const step of [1, 2, 46, 47, 701, 1379, 1380]) {
      await miniflow.goTo(step);
      await expect.poll(() => miniflow.shownLoss(), `step ${step}`).toBe(losses[step]);
      await expect(miniflow.past).toContainText('its loss is the same, bit for bit.');
    }
  });

  test('hides nothing of the graph behind the words that are said about it', async ({ page }) => {
    const miniflow = await trained(page, 10);
    await miniflow.goTo(200);
    await expect(miniflow.past).toBeVisible();
    // Playwright clicks only what a pointer would meet there.
    for (const id of ['X', 'l1', 's', 'l2', 'C', 'W1', 'b2', 'y']) await miniflow.node(id).click({ trial: true, timeout: 1000 });
  });

  test('is the one before or after with Alt and an arrow, however fast they are pressed, and goes no further than there are steps', async ({ page }) => {
    const miniflow = await trained(page, 10);
    await miniflow.goTo(200);
    await page.keyboard.press('Escape');
    await miniflow.sentence.click();
    for (let press = 0; press < 12; press++) await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => miniflow.shownStep()).toBe(188);
    for (let press = 0; press < 5; press++) await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => miniflow.shownStep()).toBe(193);
    await expect.poll(() => miniflow.playhead()).toBe(193);
    await miniflow.goTo(1);
    await miniflow.sentence.click();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => miniflow.shownStep()).toBe(2);
    await miniflow.goTo(460);
    await miniflow.sentence.click();
    // The one that is next to come is the last.
    for (let press = 0; press < 3; press++) await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => miniflow.shownStep()).toBe(461);
    await expect(page.getByText('not taken yet')).toBeVisible();
    await expect(miniflow.past).toBeHidden();
  });

  test('is gone through edge by edge, beyond its end into the next one, and back over its beginning into the one before', async ({ page }) => {
    const miniflow = await trained(page, 10);
    const losses = (await miniflow.losses()).get('Run 1') ?? [];
    await miniflow.goTo(100);
    await miniflow.sentence.click();
    await page.keyboard.press('End');
    await expect(miniflow.sentence).toContainText('update');
    await miniflow.stepForward.click();
    await expect.poll(() => miniflow.shownStep()).toBe(101);
    // The batch arrives; sorting the same graph again would be no news.
    await expect(miniflow.sentence).toContainText('feed');
    const seen: string[] = [];
    while (!(await miniflow.sentence.innerText()).includes('step 60 of 60')) {
      await miniflow.stepForward.click();
      seen.push(await miniflow.sentence.innerText());
      expect(seen.length).toBeLessThan(61);
    }
    expect(new Set(seen).size).toBe(seen.length);
    await expect.poll(() => miniflow.shownLoss()).toBe(losses[101]);
    await miniflow.stepForward.click();
    await expect.poll(() => miniflow.shownStep()).toBe(102);

    await miniflow.goTo(100);
    await miniflow.sentence.click();
    await page.keyboard.press('Home');
    await miniflow.stepBack.click();
    await expect.poll(() => miniflow.shownStep()).toBe(99);
    await expect(miniflow.sentence).toContainText('step 60 of 60');
    await expect.poll(() => miniflow.shownLoss()).toBe(losses[99]);
    await miniflow.stepBack.click();
    await expect(miniflow.sentence).toContainText('step 59 of 60');
    expect(await miniflow.shownStep()).toBe(99);
  });
});

test.describe('the steps that stand out', () => {
  test('are found: the worst batch is the one with the greatest loss of all', async ({ page }) => {
    // With single homes and another seed the first is not the dearest: the worst comes later.
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.type('Batch size', '1');
    await miniflow.button('New seed').click();
    await miniflow.trainToTheEnd(2);
    const [losses = []] = (await miniflow.losses()).values();
    const worst = losses.reduce((best, loss, step) => (loss > (losses[best] ?? -Infinity) ? step : best), 1);
    expect(worst).toBeGreaterThan(1);
    await miniflow.goTo(700);
    await miniflow.button('Worst batch').click();
    await expect.poll(() => miniflow.shownStep()).toBe(worst);
    await expect.poll(() => miniflow.shownLoss()).toBe(losses[worst]);
    await miniflow.goTo(700);
    const norm = async (): Promise<number> => Number(/gradient norm ([\d.]+)/.exec((await miniflow.node('W2').getAttribute('aria-label')) ?? '')?.[1]);
    await expect.poll(norm).toBeGreaterThan(0);
    const usual = await norm();
    await miniflow.button('Largest gradient').click();
    await expect.poll(norm).toBeGreaterThan(usual);
    await expect(miniflow.button('First non-finite')).toBeHidden();
  });

  test('include the first number that was not finite, for a training that diverged', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.type('Learning rate', '10');
    await page.getByLabel('Pace').selectOption('full speed');
    await miniflow.train.click();
    const title = page.getByText('Training diverged');
    await expect(title).toBeVisible({ timeout: 20_000 });
    const sentence = (await page.getByText(/^At SGD step [\d,]+ .+ became /).textContent()) ?? '';
    const step = Number(/step ([\d,]+)/.exec(sentence)?.[1]?.replaceAll(',', ''));
    await expect.poll(() => miniflow.shownStep()).toBe(step);
    await miniflow.goTo(1);
    await expect(title).toBeHidden();
    await miniflow.button('First non-finite').click();
    await expect.poll(() => miniflow.shownStep()).toBe(step);
    await expect(title).toBeVisible();
  });
});
