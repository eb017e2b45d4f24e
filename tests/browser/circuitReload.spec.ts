import { CircuitPage } from './circuitPage';
import { expect, test } from './fixture';
import { MiniflowPage } from './page';

/** What is kept, as soon as it holds a text. */
async function kept(circuit: CircuitPage, text: string): Promise<void> {
  await expect.poll(() => circuit.page.evaluate(() => localStorage.getItem('miniflow.circuit') ?? '')).toContain(JSON.stringify(text).slice(1, -1));
}

test('text, inputs and settings are found again after a reload', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.typeExpression('s = a * b\nf = s + sin(a)');
  await circuit.setValue('a', 0.25);
  await circuit.setValue('b', -3);
  await circuit.tick('b').check();
  await circuit.type('Learning rate', '0.02');
  await circuit.type('Most iterations', '77');
  await page.getByLabel('Pace').selectOption('10 steps / s');
  await circuit.button('All digits').click();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('miniflow.circuit') ?? '')).toMatch(/"iterations":77.*"pace":10/);
  await page.reload();
  await expect(circuit.expression).toHaveValue('s = a * b\nf = s + sin(a)');
  await expect(circuit.value('a')).toHaveValue('0.25');
  await expect(circuit.value('b')).toHaveValue('−3');
  await expect(circuit.tick('a')).not.toBeChecked();
  await expect(circuit.tick('b')).toBeChecked();
  await expect(circuit.field('Learning rate')).toHaveValue('0.02');
  await expect(circuit.field('Most iterations')).toHaveValue('77');
  await expect(page.getByLabel('Pace')).toHaveValue('10');
  await expect(circuit.button('All digits')).toHaveAttribute('aria-pressed', 'true');
  expect((await circuit.numbersOf('f')).value).toBeCloseTo(-0.75 + Math.sin(0.25), 12);
});

test('what was typed in the very last moment is found again', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.expression.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('alpha * beta + gamma');
  await page.reload();
  await expect(circuit.expression).toHaveValue('alpha * beta + gamma');
});

test('a text that is no expression is found again as well, beside the first example’s graph', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.typeExpression('x * (y +');
  await kept(circuit, 'x * (y +');
  await page.reload();
  await expect(circuit.expression).toHaveValue('x * (y +');
  await expect(circuit.problem).toBeVisible();
  expect((await circuit.labels()).length).toBeGreaterThan(0);
});

test('what was kept and is damaged does no harm', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  for (const damaged of [
    '{{{', 'null', '[]', '"text"', '{"text":5}',
    '{"text":"p * q","inputs":[{"name":"p","value":"much","min":0,"max":1},{"name":"q","value":1e999,"min":0,"max":1},7],"settings":{"learningRate":-1,"pace":3,"iterations":1.5}}',
  ]) {
    await page.evaluate((text) => {
      localStorage.setItem('miniflow.circuit', text);
    }, damaged);
    await page.reload();
    await expect(circuit.sentence).toContainText('backward');
    const text = await circuit.expression.inputValue();
    expect(text).toBe(damaged.includes('p * q') ? 'p * q' : '1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))');
    if (text !== 'p * q') continue;
    expect(await circuit.numbersOf('f')).toEqual({ value: 6, gradient: 1 });
    await expect(circuit.field('Learning rate')).toHaveValue('0.01');
    await expect(circuit.field('Most iterations')).toHaveValue('1000');
  }
});

test('each way in has an address, the back button leads from one to the other, and each stays as it was', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.chip('(x + y) * z').click();
  await circuit.setValue('x', 1);
  await page.getByRole('link', { name: 'Network', exact: true }).click();
  await expect(page).toHaveURL(/#network$/);
  await expect(page.getByText('13 → 10 → 1')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Network', exact: true })).toHaveAttribute('aria-current', 'page');
  await page.goBack();
  await expect(page).toHaveURL(/#circuit$/);
  await expect(circuit.expression).toHaveValue('(x + y) * z');
  await expect(circuit.value('x')).toHaveValue('1');
  expect((await circuit.numbersOf('f')).value).toBe(-24);
  await page.goForward();
  await expect(page.getByText('13 → 10 → 1')).toBeVisible();
  await page.goto('./#network');
  await expect(new MiniflowPage(page).sentence).toContainText('feed');
});

test('the reader of expressions is not fetched before the circuit is opened', async ({ page }) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.url());
  });
  // A sentence of the library's own parser, which no bundler changes.
  const withParser = async (): Promise<number> => {
    const texts = await Promise.all(scripts.map(async (url) => (await page.request.get(url)).text()));
    return texts.filter((text) => text.includes('Parenthesis ) expected')).length;
  };
  const circuit = new CircuitPage(page);
  await new MiniflowPage(page).open();
  await circuit.stepForward.click();
  expect(scripts.length).toBeGreaterThan(0);
  expect(await withParser()).toBe(0);
  await page.getByRole('link', { name: 'Circuit', exact: true }).click();
  await expect(circuit.sentence).toContainText('backward');
  expect(await withParser()).toBeGreaterThan(0);
});

test.describe('a circuit that cannot be fetched', () => {
  test.use({ tolerated: /ERR_FAILED|Failed to load|Failed to fetch|preload/i });

  test('says so, and can be tried again; the network goes on', async ({ page }) => {
    let isDown = true;
    await page.route('**/assets/openCircuit-*', (route) => (isDown ? route.abort() : route.continue()));
    await page.goto('./#circuit');
    const alert = page.getByRole('alert').filter({ hasText: 'This part of the page could not be fetched.' });
    await expect(alert).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toBeVisible();
    await page.getByRole('link', { name: 'Network', exact: true }).click();
    await expect(new MiniflowPage(page).sentence).toContainText('feed');
    await page.getByRole('link', { name: 'Circuit', exact: true }).click();
    await expect(alert).toBeVisible();
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(new CircuitPage(page).sentence).toContainText('backward');
  });
});
