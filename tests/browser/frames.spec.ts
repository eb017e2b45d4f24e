import { expect, test } from './fixture';
import { MiniflowPage } from './page';

/** Prints how evenly frames come; asserts only that there were frames and training, since a test machine has other things to do. */
test('frames while training runs and the graph animates', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.type('Epochs', '10000');
  await page.getByLabel('Pace').selectOption('full speed');
  await miniflow.train.click();
  await page.waitForTimeout(700);
  const gaps = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const found: number[] = [];
        let last = performance.now();
        const next = (now: number): void => {
          found.push(now - last);
          last = now;
          if (found.length < 240) requestAnimationFrame(next);
          else resolve(found.slice(1));
        };
        requestAnimationFrame(next);
      }),
  );
  const sorted = [...gaps].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1);
  console.log(`frames while training: median ${at(0.5)} ms, 95% within ${at(0.95)} ms, longest ${at(1)} ms, over 50 ms: ${gaps.filter((gap) => gap > 50).length}`);
  expect(gaps).toHaveLength(239);
  expect(await page.getByText(/steps \/ s/).first().textContent()).toMatch(/[\d,]+ steps \/ s/);
});
