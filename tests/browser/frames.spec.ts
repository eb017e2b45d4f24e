import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { MiniflowPage } from './page';

/** The times between so many frames, in milliseconds. */
function gapsBetween(page: Page, frames: number): Promise<number[]> {
  return page.evaluate(
    (count) =>
      new Promise<number[]>((resolve) => {
        const found: number[] = [];
        let last = performance.now();
        const next = (now: number): void => {
          found.push(now - last);
          last = now;
          if (found.length <= count) requestAnimationFrame(next);
          else resolve(found.slice(1));
        };
        requestAnimationFrame(next);
      }),
    frames,
  );
}

/** Prints how evenly frames came; what is asserted is only that there were some, since a test machine has other things to do. */
function tell(what: string, gaps: readonly number[]): void {
  const sorted = [...gaps].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1);
  console.log(`frames ${what}: median ${at(0.5)} ms, 95% within ${at(0.95)} ms, longest ${at(1)} ms, over 50 ms: ${gaps.filter((gap) => gap > 50).length}`);
}

test('frames while training runs and the graph animates', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.type('Epochs', '10000');
  await page.getByLabel('Pace').selectOption('full speed');
  await miniflow.train.click();
  await page.waitForTimeout(700);
  const gaps = await gapsBetween(page, 239);
  tell('while training', gaps);
  expect(gaps).toHaveLength(239);
  expect(await page.getByText(/steps \/ s/).first().textContent()).toMatch(/[\d,]+ steps \/ s/);
});

test('frames while an eighth run of 100,000 steps is trained, drawn over seven others, and while the pointer reads all of them', async ({ page }) => {
  test.slow();
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await page.getByLabel('Pace').selectOption('full speed');
  // 506 steps an epoch.
  await miniflow.type('Batch size', '1');
  await miniflow.type('Learning rate', '0.001');
  await miniflow.type('Epochs', '200');
  await page.getByRole('switch', { name: 'Graph follows the training' }).uncheck();
  for (let run = 1; run <= 7; run++) {
    await miniflow.train.click();
    await expect(page.getByText('Finished')).toBeVisible({ timeout: 20_000 });
    expect(await miniflow.stepsTaken()).toBe(101_200);
    await miniflow.button('New seed').click();
  }
  await expect(miniflow.train).toBeEnabled();
  await miniflow.type('Epochs', '10000');
  await miniflow.train.click();
  await page.waitForTimeout(700);
  tell('with eight runs, one growing', await gapsBetween(page, 239));
  await miniflow.pauseTraining.click();
  const box = await page.getByRole('figure', { name: 'Loss curve' }).boundingBox();
  if (box === null) throw new Error('the loss curve is on the page');
  const moving = (async () => {
    for (let step = 0; step < 120; step++) await page.mouse.move(box.x + 60 + (step * (box.width - 120)) / 120, box.y + box.height / 2);
  })();
  const gaps = await gapsBetween(page, 120);
  await moving;
  tell('with the pointer over eight runs', gaps);
  expect(gaps.length).toBe(120);
});
