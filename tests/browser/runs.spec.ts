import type { Locator, Page } from '@playwright/test';
import { violationsOf } from './axe';
import { expect, test } from './fixture';
import { MiniflowPage } from './page';

/** A run in the table of all runs. */
function rowOf(page: Page, name: string): Locator {
  return page.getByRole('table', { name: 'Runs' }).getByRole('row').filter({ has: page.getByRole('textbox', { name: `Name of ${name}`, exact: true }) });
}

/** Trains a run of two epochs and repeats it with the next seed, then goes to the page of the runs. */
async function openWithTwoRuns(page: Page): Promise<void> {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.trainToTheEnd(2);
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('button', { name: 'Repeat Run 1 with the next seed' }).click();
  await expect(page).toHaveURL(/#network$/);
  await expect(page.getByText('Finished')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Runs' }).click();
  await expect(rowOf(page, 'Run 2')).toContainText('2 epochs');
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test('axe finds nothing wrong with the page of the runs, before and after everything on it was used', async ({ page }) => {
      await page.goto('./#runs');
      await expect(rowOf(page, 'Run 1')).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);

      await openWithTwoRuns(page);
      await page.getByRole('button', { name: 'Compute' }).click();
      await expect(page.getByRole('figure', { name: 'Distribution over the steps' })).toBeVisible();
      await page.getByRole('textbox', { name: 'Epochs of each run' }).fill('2');
      await page.getByRole('button', { name: 'Run sweep' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'Best: learning rate' })).toBeVisible({ timeout: 20_000 });
      await expect(page.getByRole('figure', { name: 'Gradients on the edges' })).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
    });
  });
}

test('a cell of a sweep opens as the very run that it was', async ({ page }) => {
  await page.goto('./#runs');
  await page.getByRole('textbox', { name: 'Learning rates' }).fill('0.02, 5');
  await page.getByRole('textbox', { name: 'Batch sizes' }).fill('22');
  await page.getByRole('textbox', { name: 'Epochs of each run' }).fill('20');
  await page.getByRole('button', { name: 'Run sweep' }).click();
  const grid = page.getByRole('group', { name: 'Loss curves of the sweep' });
  await expect(grid.getByRole('button', { name: /Learning rate 5, batch size 22: diverged at step \d+/ })).toBeEnabled({ timeout: 20_000 });
  const cell = grid.getByRole('button', { name: /Learning rate 0.02, batch size 22: last epoch/ });
  const [, mean = ''] = /last epoch ([\d.]+\d)/.exec((await cell.getAttribute('aria-label')) ?? '') ?? [];
  await cell.click();

  await expect(page).toHaveURL(/#network$/);
  await expect(page.getByText('460 SGD steps taken')).toBeVisible();
  await page.getByRole('link', { name: 'Runs' }).click();
  await expect(rowOf(page, 'Rate 0.02, batch 22')).toContainText(mean);
  // The sweep is still there.
  await expect(cell).toBeEnabled();
});

test('a sweep says which number it cannot take, and how many runs are too many', async ({ page }) => {
  await page.goto('./#runs');
  const rates = page.getByRole('textbox', { name: 'Learning rates' });
  await rates.fill('0.01, x');
  await rates.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('A learning rate must be a number above 0 and at most 10; “x” is not a number.');
  await rates.fill(Array.from({ length: 17 }, (_, index) => (index + 1) / 1000).join(' '));
  await rates.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('17 learning rates × 4 batch sizes make 68 runs; a sweep has at most 64.');
});

test('a sweep that is cancelled keeps the cells that were done', async ({ page }) => {
  await page.goto('./#runs');
  await page.getByRole('textbox', { name: 'Batch sizes' }).fill('506, 1');
  await page.getByRole('textbox', { name: 'Epochs of each run' }).fill('4000');
  await page.getByRole('button', { name: 'Run sweep' }).click();
  const grid = page.getByRole('group', { name: 'Loss curves of the sweep' });
  await expect(grid.getByRole('button').first()).toHaveText(/^(training …|step [\d,]+)$/);
  await expect(page.getByRole('progressbar', { name: 'Sweep' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/^(Cancelled before a run was finished|Cancelled: cells that were not finished are left empty)\.$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run sweep' })).toBeEnabled();
});

test('runs are renamed in place, and deleted only after a second look', async ({ page }) => {
  await openWithTwoRuns(page);
  const name = page.getByRole('textbox', { name: 'Name of Run 2' });
  await name.fill('Another seed');
  await name.press('Enter');
  await expect(page.getByRole('combobox', { name: 'One run' })).toContainText('Another seed');

  await page.getByRole('button', { name: 'Delete Run 1' }).click();
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(rowOf(page, 'Run 1')).toBeVisible();
  await page.getByRole('button', { name: 'Delete Run 1' }).click();
  await page.getByRole('button', { name: 'Delete Run 1 for good' }).click();
  await expect(rowOf(page, 'Run 1')).toHaveCount(0);
  await expect(page.getByText('Comparing takes two runs, and there is one so far.')).toBeVisible();
});

test('two runs are compared: what differs, how far apart they are, and their gradients', async ({ page }) => {
  await openWithTwoRuns(page);
  await expect(page.getByRole('row', { name: /^seed start/ })).toBeVisible();
  const distance = page.getByRole('slider', { name: 'Distance at step' });
  await expect(distance).toHaveAttribute('aria-valuetext', /^before step 93: \d/);
  await distance.focus();
  await page.keyboard.press('Home');
  await expect(distance).toHaveAttribute('aria-valuetext', /^before step 1: \d/);
  const edges = page.getByRole('slider', { name: 'Gradient norm on edge' });
  await expect(edges).toHaveAttribute('aria-valuetext', /^C → l₂: Run \d [\d.e−]+, Run \d [\d.e−]+$/);

  const step = page.getByRole('textbox', { name: 'Step whose gradients are compared' });
  await step.fill('5');
  await step.press('Enter');
  await expect(page.getByRole('img', { name: /on 7 edges at step 5,/ })).toBeVisible();
});

test('each bin of a distribution is read by keyboard', async ({ page }) => {
  await openWithTwoRuns(page);
  await page.getByRole('button', { name: 'Compute' }).click();
  const map = page.getByRole('slider', { name: 'Distribution before step' });
  await expect(map).toBeVisible();
  await map.focus();
  await page.keyboard.press('Home');
  await expect(map).toHaveAttribute('aria-valuetext', /^before step 1, from \S+ to (\S+): \d+ cells?$/);
  const border = /to (\S+):/.exec((await map.getAttribute('aria-valuetext')) ?? '')?.[1] ?? '';
  await page.keyboard.press('ArrowUp');
  await expect(map).toHaveAttribute('aria-valuetext', new RegExp(`^before step 1, from ${border} to `));
  await page.getByRole('button', { name: 'gradient', exact: true }).click();
  await expect(page.getByRole('img', { name: /^Distribution of the gradient ∂C\/∂W₁ at \d+ moments, from before step 1 to after step \d+/ })).toBeVisible();
});

test('on a phone nothing is wider than the screen, and each run is a card with its figures named', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openWithTwoRuns(page);
  await page.getByRole('button', { name: 'Compute' }).click();
  await expect(page.getByRole('figure', { name: 'Distribution over the steps' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const cell = rowOf(page, 'Run 2').locator('[data-name="Best epoch"]');
  expect(await cell.evaluate((element) => getComputedStyle(element, '::before').content)).toContain('Best epoch');
});

test('the question mark lists the keys here, too', async ({ page }) => {
  await page.goto('./#runs');
  await expect(rowOf(page, 'Run 1')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('This list');
});
