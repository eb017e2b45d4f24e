import { expect, test } from './fixture';
import { MiniflowPage } from './page';

test.describe('typed nonsense', () => {
  const CASES: readonly (readonly [setting: string, typed: string, says: string])[] = [
    ['Learning rate', '', 'Learning rate must be a number above 0 and at most 10; nothing was typed.'],
    ['Learning rate', '0', 'Learning rate must be a number above 0 and at most 10; 0 is not.'],
    ['Learning rate', '-1', 'Learning rate must be a number above 0 and at most 10; -1 is not.'],
    ['Learning rate', 'fast', 'Learning rate must be a number above 0 and at most 10; “fast” is not a number.'],
    ['Learning rate', 'NaN', 'Learning rate must be a number above 0 and at most 10; “NaN” is not a number.'],
    ['Learning rate', '1e999', 'Learning rate must be a number above 0 and at most 10; 1e999 is not.'],
    ['Batch size', '507', 'Batch size must be a whole number from 1 to 506; 507 is not.'],
    ['Batch size', '11.5', 'Batch size must be a whole number from 1 to 506; 11.5 is not whole.'],
    ['Hidden units', '65', 'Hidden units must be a whole number from 1 to 64; 65 is not.'],
    ['Epochs', '<b>x</b>', 'Epochs must be a whole number from 1 to 10,000; “<b>x</b>” is not a number.'],
  ];

  test('gets a sentence that says what is wanted and what was typed, and changes nothing', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.unfold('Network');
    for (const [setting, typed, says] of CASES) {
      const before = await miniflow.field(setting).inputValue();
      await miniflow.type(setting, typed);
      await expect(page.getByText(says, { exact: true })).toBeVisible();
      await miniflow.field(setting).press('Escape');
      await expect(page.getByText(says, { exact: true })).toBeHidden();
      await expect(miniflow.field(setting)).toHaveValue(before);
    }
    await miniflow.type('Learning rate', '0,02');
    await expect(miniflow.field('Learning rate')).toHaveValue('0.02');
    await expect(miniflow.train).toBeEnabled();
  });
});

test.describe('without the data file', () => {
  test.use({ tolerated: /404/ });

  test('the page says so and can try again', async ({ page }) => {
    let missing = true;
    await page.route('**/boston-housing.csv', (route) => (missing ? route.fulfill({ status: 404, body: '' }) : route.continue()));
    await page.goto('./');
    const alert = page.getByRole('alert').filter({ hasText: 'Boston housing' }).first();
    await expect(alert).toContainText('404');
    await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeDisabled();
    missing = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByTestId('sentence')).toContainText('feed');
  });
});

test('a data file that is cut off is found out', async ({ page }) => {
  await page.route('**/boston-housing.csv', async (route) => {
    const text = await (await route.fetch()).text();
    await route.fulfill({ contentType: 'text/csv', body: text.split('\n').slice(0, 200).join('\n') });
  });
  await page.goto('./');
  await expect(page.getByRole('alert').first()).toContainText('the file has 199 rows, but the data set has 506; the file is probably cut off');
});

test('a browser without workers trains in the page, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'Worker');
  });
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await expect(page.getByText('This browser has no workers.')).toBeVisible();
  await miniflow.trainToTheEnd(5);
  await expect(page.getByText('epoch 5 of 5')).toBeVisible();
});

test.describe('a worker that does not start', () => {
  test.use({ tolerated: /worker|ERR_FAILED|404/i });

  test('is replaced by the page itself', async ({ page }) => {
    await page.route('**/assets/worker-*.js', (route) => route.fulfill({ status: 404, body: '' }));
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await expect(page.getByText('The training worker did not start.')).toBeVisible();
    await miniflow.trainToTheEnd(2);
  });
});

test('settings come back after a reload, and damaged ones do no harm', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.type('Learning rate', '0.05');
  await miniflow.unfold('Network');
  await miniflow.type('Hidden units', '7');
  await page.getByLabel('Step size').selectOption('node by node');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('button', { name: /^Theme/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(miniflow.field('Learning rate')).toHaveValue('0.05');
  await expect(page.getByText('13 → 7 → 1')).toBeVisible();
  await expect(page.getByLabel('Step size')).toHaveValue('node');

  await page.evaluate(() => {
    localStorage.setItem('miniflow.settings', '{"state":{"learningRate":-5,"hidden":"many","theme":"pink"},"version":0}');
  });
  await page.reload();
  await expect(miniflow.field('Learning rate')).toHaveValue('0.01');
  await expect(page.getByText('13 → 10 → 1')).toBeVisible();
  await page.evaluate(() => {
    localStorage.setItem('miniflow.settings', '{{{');
  });
  await page.reload();
  await expect(miniflow.field('Learning rate')).toHaveValue('0.01');
  await expect(miniflow.train).toBeEnabled();
});
