import { expect, test } from './fixture';
import { MiniflowPage, readNumber } from './page';

test.describe('homes that are held out', () => {
  test('have scores of their own, which make up those of all homes, and are found among the residuals', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await expect(page.getByRole('table', { name: 'held out for testing' })).toBeHidden();
    await miniflow.unfold('Batches & data');
    await page.getByRole('combobox', { name: 'Held out' }).selectOption('20%');
    await miniflow.trainToTheEnd(20);
    const table = page.getByRole('table', { name: '405 homes trained on, 101 held out for testing' });
    const errors = await table.getByRole('row', { name: 'MSE', exact: false }).first().getByRole('cell').allTextContents();
    const [train = NaN, held = NaN] = errors.map(readNumber);
    const all = readNumber(await miniflow.figure('all homes'));
    // Three digits of each part are shown.
    expect(Math.abs((405 * train + 101 * held) / 506 / all - 1)).toBeLessThan(0.01);

    await miniflow.button('residuals').click();
    await expect(page.getByRole('figure', { name: 'Residuals against predicted price' })).toBeVisible();
    const rows = page.getByRole('slider', { name: 'Rows, the largest residual first' });
    const sizes: number[] = [];
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End']) {
      await rows.press(key);
      const words = (await rows.getAttribute('aria-valuetext')) ?? '';
      expect(words).toMatch(/^row \d+ of 506(, held out)?: true [\d.]+, predicted [−\d.]+, residual [+−]?[\d.e−]+; rm [\d.]+, lstat [\d.]+$/);
      sizes.push(Math.abs(Number(/residual ([+−]?[\d.e−]+);/.exec(words)?.[1]?.replaceAll('−', '-'))));
    }
    expect([...sizes].sort((one, other) => other - one)).toEqual(sizes);
  });

  test('are chosen anew by another split, which is another run', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.unfold('Batches & data');
    await page.getByRole('combobox', { name: 'Held out' }).selectOption('30%');
    await miniflow.button('Step once').click();
    await expect.poll(() => miniflow.stepsTaken()).toBe(1);
    const first = await page.getByRole('table', { name: '152 held out' }).textContent();
    await miniflow.button('Another split').click();
    await expect.poll(() => miniflow.stepsTaken()).toBe(0);
    await miniflow.button('Step once').click();
    await expect.poll(() => miniflow.stepsTaken()).toBe(1);
    expect(await page.getByRole('table', { name: '152 held out' }).textContent()).not.toBe(first);
    await miniflow.button('As in the lesson').click();
    await expect(page.getByRole('combobox', { name: 'Held out' })).toHaveValue('0');
    await expect(miniflow.button('As in the lesson')).toBeDisabled();
  });
});

test.describe('training that may stop early', () => {
  test('stops once the target loss is reached, and says so with the numbers', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.unfold('Stop early');
    const target = page.getByRole('textbox', { name: 'Target loss' });
    await expect(target).toHaveValue('off');
    await target.fill('20');
    await target.press('Enter');
    await miniflow.trainToTheEnd(100);
    const sentence = page.getByText(/^Stopped: the mean loss of epoch \d+ is [\d.]+, at most the target 20\.$/);
    const [, epoch = '', loss = ''] = /epoch (\d+) is ([\d.]+),/.exec((await sentence.textContent()) ?? '') ?? [];
    expect(Number(loss)).toBeLessThanOrEqual(20);
    expect(readNumber(await miniflow.figure('epoch'))).toBe(Number(epoch));
    expect(readNumber(await miniflow.figure('epoch mean'))).toBe(Number(loss));
    expect(Number(epoch)).toBeLessThan(100);
  });
});

test.describe('a step in the past', () => {
  test('is gone to by its number, says where it is, and is left for the present or a branch', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.trainToTheEnd(20);
    const present = await miniflow.figure('all homes');
    const step = page.getByRole('textbox', { name: 'SGD step', exact: true });
    await step.fill('93');
    await step.press('Enter');
    await expect(page.getByText('SGD step 93 of 920, restored')).toBeVisible();
    await expect(page.getByText('before SGD step 93')).toBeVisible();
    // The first of the third epoch: there are 46 in each.
    expect(readNumber(await miniflow.figure('epoch'))).toBe(3);
    expect(await miniflow.figure('all homes')).not.toBe(present);

    await miniflow.button('Back to the present').click();
    await expect(page.getByText('before SGD step 93')).toBeHidden();
    await expect.poll(() => miniflow.figure('all homes')).toBe(present);

    await miniflow.button('Worst batch').click();
    await expect(page.getByText(/^SGD step \d+ of 920, restored$/)).toBeVisible();
    await step.fill('93');
    await step.press('Enter');
    await expect(page.getByText('SGD step 93 of 920, restored')).toBeVisible();
    await miniflow.button('Branch from here').click();
    await expect.poll(() => miniflow.stepsTaken()).toBe(92);
    await expect(page.getByText('before SGD step 93')).toBeHidden();
    await expect(miniflow.train).toBeEnabled();
  });
});
