import { readFileSync } from 'node:fs';
import { expect, test } from './fixture';
import { ToolPage } from './toolPage';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const STYLES = [
  ['Python', 'miniflow-python.py', /^class Add\(Node\):$/m],
  ['NumPy', 'miniflow-numpy.py', /^import numpy as np$/m],
  ['PyTorch', 'miniflow-pytorch.py', /^import torch$/m],
] as const;

test('is copied and saved whole in three ways of writing, with the numbers of the graph', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  await tools.setValue('x', 1234.5);
  const code = await tools.openTool('Code');
  for (const [style, file, holds] of STYLES) {
    await code.getByRole('button', { name: style, exact: true }).click();
    const listing = code.getByRole('listbox', { name: `${style} code` });
    await expect(listing).toBeVisible();
    const [saved] = await Promise.all([page.waitForEvent('download'), code.getByRole('button', { name: 'Download' }).click()]);
    expect(saved.suggestedFilename()).toBe(file);
    await expect(code.getByRole('status')).toHaveText(`Saved as ${file}.`);
    const text = readFileSync(await saved.path(), 'utf8');
    // A docstring, a comment or an import: nothing that Python would stumble over.
    expect(text, style).toMatch(/^("""|#|import |from )/);
    expect(text, style).toMatch(holds);
    expect(text, style).toContain('1234.5');
    expect(text, style).not.toMatch(/NaN|undefined|−|\[object/);
    await code.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(code.getByRole('status')).toHaveText(/^Copied \d+ lines\.$/);
    expect(await page.evaluate(() => navigator.clipboard.readText()), style).toBe(text);
    const lines = text.trimEnd().split('\n').length;
    await expect(listing.getByRole('option').first()).toHaveAttribute('aria-setsize', String(lines));
  }
});

test('marks the line of the present step, moves with time, and goes to the moment of a line that is clicked', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  const code = await tools.openTool('Code');
  await code.getByRole('button', { name: 'NumPy', exact: true }).click();
  const present = code.locator('[aria-current="step"]');
  await page.keyboard.press('Home');
  const seen: string[] = [];
  const steps = Number(await tools.timeline.getAttribute('max'));
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('ArrowRight');
    if ((await present.count()) === 0) continue;
    await expect(present.first()).toBeInViewport();
    const text = (await present.first().innerText()).replace(/^[▸\d\s]*/, '');
    if (seen.at(-1) !== text) seen.push(text);
  }
  expect(seen.length).toBeGreaterThan(6);
  expect(seen.findIndex((line) => line.startsWith('v1 = '))).toBeLessThan(seen.findIndex((line) => line.startsWith('f = ')));
  expect(seen.findIndex((line) => line.startsWith('f = '))).toBeLessThan(seen.findIndex((line) => line.startsWith('grad_')));

  const listing = code.getByRole('listbox');
  await listing.getByRole('option', { name: /^v1 = / }).click();
  await expect(tools.sentence).toContainText('forward · v₁');
  await expect(present.first()).toHaveText(/v1 = /);
  expect(await tools.numbersOf('v1')).toMatchObject({ value: 3, gradient: NaN });

  // By keyboard: from the line that is marked to the next one.
  await listing.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(tools.sentence).toContainText('forward · f');
});

test('follows through the classes of plain Python, and says for which node a line runs', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  const code = await tools.openTool('Code');
  const words = code.getByText(/^At this moment it runs for/);
  await page.keyboard.press('Home');
  await tools.stepTo('forward · v₁');
  await expect(words).toContainText('v1 = Add(');
  await expect(code.locator('[aria-current="step"]').first()).toBeInViewport();
  await tools.button('Step forward').click();
  await tools.button('Step forward').click();
  await expect(words).toContainText(/= (Mul|Multiply)/);
});

test('of the network and of a lesson holds their shapes and numbers', async ({ page }) => {
  const tools = new ToolPage(page);
  for (const [address, holds] of [['./#network', 'l1 = '], ['./#lessons/linear/bias', '[5.0, 6.0]']] as const) {
    await tools.visit(address);
    const code = await tools.openTool('Code');
    for (const [style] of STYLES) {
      await code.getByRole('button', { name: style, exact: true }).click();
      await code.getByRole('button', { name: 'Copy', exact: true }).click();
      await expect(code.getByRole('status')).toHaveText(/^Copied [\d,]+ lines\.$/);
      expect(await page.evaluate(() => navigator.clipboard.readText()), `${address} ${style}`).toContain(holds);
    }
  }
});

test.describe('where the clipboard is refused', () => {
  test.use({ permissions: [] });

  test('it says so and points to the file', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } });
    });
    const tools = new ToolPage(page);
    await tools.openProduct();
    const code = await tools.openTool('Code');
    await code.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(code.getByRole('status')).toHaveText('The browser did not allow copying. Download the file instead.');
    const trace = await tools.openTool('Trace');
    await trace.getByRole('button', { name: 'Copy all' }).click();
    await expect(trace.getByRole('status').filter({ hasText: 'The browser did not allow it.' })).toBeVisible();
  });
});
