import { expect, test } from './fixture';
import { MiniflowPage, readNumber } from './page';

test('distributions of a long run can be given up half way, asked for again, and leave everything else in working order', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  // A step of all homes, with so many units, takes its time.
  await miniflow.unfold('Network');
  await miniflow.type('Hidden units', '64');
  await miniflow.type('Batch size', '506');
  await miniflow.trainToTheEnd(2000);
  await page.getByRole('link', { name: 'Runs' }).click();
  await expect(miniflow.button('Compute')).toBeVisible();
  // It is done within half a second: the hand that gives it up lies on the button already.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const press = (name: string): boolean => {
          const button = Array.from(document.querySelectorAll('button')).find(({ textContent }) => textContent === name);
          button?.click();
          return button !== undefined;
        };
        const observer = new MutationObserver(() => {
          if (!press('Cancel')) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.body, { subtree: true, childList: true });
        press('Compute');
      }),
  );
  const progress = page.getByRole('progressbar', { name: 'Computing the distributions' });
  await expect(progress).toBeHidden();
  await expect(miniflow.button('Compute')).toBeVisible();
  await expect(page.getByRole('figure', { name: 'Distribution over the steps' })).toBeHidden();

  await miniflow.button('Compute').click();
  const map = page.getByRole('slider', { name: 'Distribution before step' });
  await expect(map).toBeVisible({ timeout: 20_000 });
  await expect(map).toHaveAttribute('aria-valuetext', /^after step 2,000, /);
  await page.getByRole('link', { name: 'Network', exact: true }).click();
  await miniflow.goTo(1000);
  await expect(miniflow.past).toContainText('its loss is the same, bit for bit.');
});

test('a sweep of two rates with two batch sizes gives four runs, each of which opens with the loss that its line has', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await page.goto('./#runs');
  await page.getByRole('textbox', { name: 'Learning rates' }).fill('0.01; 0.03');
  await page.getByRole('textbox', { name: 'Batch sizes' }).fill('11 50');
  await page.getByRole('textbox', { name: 'Epochs of each run' }).fill('3');
  await miniflow.button('Run sweep').click();
  const lines = page.getByRole('region', { name: 'Cells of the sweep' }).getByRole('row');
  await expect(lines).toHaveCount(5, { timeout: 20_000 });
  await expect(miniflow.button('Run sweep')).toBeEnabled();
  const [, ...cells] = await Promise.all((await lines.all()).map((line) => line.getByRole('cell').allInnerTexts()));
  const losses = cells.map(([, , loss = '']) => readNumber(loss));
  // The best one first.
  expect(losses).toEqual(losses.toSorted((a, b) => a - b));
  expect(new Set(cells.map(([rate, size]) => `${rate} ${size}`))).toEqual(new Set(['0.01 11', '0.01 50', '0.03 11', '0.03 50']));
  await expect(page.getByRole('status').filter({ hasText: 'Best: learning rate' })).toContainText(`learning rate ${cells[0]?.[0]} with batch size ${cells[0]?.[1]}, mean loss of the last epoch ${cells[0]?.[2]}`);

  for (const [rate = '', size = '', loss = '', steps = ''] of cells.slice(0, 2)) {
    await page.getByRole('link', { name: 'Runs' }).click();
    await lines.getByRole('button', { name: `Learning rate ${rate}, batch size ${size}: ` }).click();
    await expect(page).toHaveURL(/#network$/);
    await expect.poll(() => miniflow.stepsTaken()).toBe(readNumber(steps));
    await expect.poll(() => miniflow.figure('epoch mean')).toBe(loss);
    await expect(miniflow.field('Learning rate')).toHaveValue(rate);
    await expect(miniflow.field('Batch size')).toHaveValue(size);
  }
  await expect(page.getByRole('list', { name: 'Runs' }).getByRole('listitem')).toHaveCount(2);
});
