import type { Locator } from '@playwright/test';
import { expect, test } from './fixture';
import { readNumber } from './page';
import { ToolPage } from './toolPage';

/** What a worked sum says: its lines, from the first product to the result. */
async function lines(unfold: Locator): Promise<readonly string[]> {
  return unfold.getByRole('region', { name: /worked out$/ }).getByRole('listitem').allInnerTexts();
}

test('of a cell of a lesson’s layer is the sum 1 × 5 + 2 × 7 − 1 = 18, and goes from cell to cell by keyboard without moving time', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#lessons/linear/bias');
  await page.keyboard.press('End');
  const time = await tools.time();
  const unfold = await tools.openTool('Unfold');
  const result = unfold.getByRole('application', { name: /Arrow keys move between cells/ });
  await result.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await expect(unfold.getByRole('heading', { name: 'l, row 1, column 1 is row 1 of X times column 1 of W, plus b' })).toBeVisible();
  expect(await lines(unfold)).toEqual(['1 × 5 = 5', '+ 2 × 7 = 14', '−1', '= 18'].map((line) => expect.stringMatching(new RegExp(`^${line.replace('+', '\\+').replace('−1', '−\\s?1')}$`))));
  // [[1, 2], [3, 4]] · [[5, 6], [7, 8]] − 1.
  const values = [['1', '1', 18], ['1', '2', 21], ['2', '2', 49], ['2', '1', 42]] as const;
  for (const [index, key] of ['', 'ArrowRight', 'ArrowDown', 'ArrowLeft'].entries()) {
    if (key !== '') await page.keyboard.press(key);
    const [row, column, value] = values[index] ?? ['', '', NaN];
    await expect(unfold.getByRole('heading', { name: `l, row ${row}, column ${column} is` })).toBeVisible();
    expect((await lines(unfold)).at(-1)).toBe(`= ${value}`);
    if (key !== '') await expect(unfold.getByRole('status')).toHaveText(`l, row ${row}, column ${column}: ${value}. It is row ${row} of X times column ${column} of W, plus b.`);
  }
  expect(await tools.time()).toBe(time);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(unfold.getByRole('heading', { name: 'l, row 2, column 1 is' })).toBeVisible();
  await expect.poll(() => tools.lit()).toEqual(['W', 'X', 'b', 'edge from W to l', 'edge from X to l', 'edge from b to l', 'l']);
});

test('backward, to the weights, takes a column of X and a column of what arrives', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#lessons/linear/bias');
  await page.keyboard.press('End');
  const unfold = await tools.openTool('Unfold');
  await unfold.getByRole('button', { name: '∂C/∂W', exact: true }).click();
  const result = unfold.getByRole('application', { name: /^∂C\/∂W, 2 by 2/ });
  await result.focus();
  await page.keyboard.press('Control+End');
  await expect(unfold.getByRole('heading', { name: '∂C/∂W, row 2, column 2 is row 2 of Xᵀ times column 2 of ∂C/∂l' })).toBeVisible();
  // Ones arrive: 2 × 1 + 4 × 1.
  expect(await lines(unfold)).toEqual(['2 × 1 = 2', '+ 4 × 1 = 4', '= 6']);
  await expect.poll(() => tools.lit()).toEqual(['W', 'edge from W to l', 'l']);
  await unfold.getByRole('button', { name: '∂C/∂b', exact: true }).click();
  await unfold.getByRole('application', { name: /^∂C\/∂b/ }).focus();
  expect((await lines(unfold)).at(-1)).toBe('= 2');
  await unfold.getByRole('button', { name: '∂C/∂X', exact: true }).click();
  await unfold.getByRole('application', { name: /^∂C\/∂X/ }).focus();
  await page.keyboard.press('Control+Home');
  // Row 1 of ones times column 1 of Wᵀ: 5 + 6.
  expect((await lines(unfold)).at(-1)).toBe('= 11');
});

test('says what has not been computed yet at the moment that is shown', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#network');
  await tools.node('l1').locator('text').first().click();
  const unfold = await tools.openTool('Unfold');
  await page.keyboard.press('Home');
  await expect(unfold).toContainText('Not computed yet: the forward pass has not reached l₁.');
  await unfold.getByRole('button', { name: '∂C/∂W₁', exact: true }).click();
  await expect(unfold).toContainText('Not computed yet: the backward pass has not gone from l₁ to W₁.');
  await page.keyboard.press('End');
  await expect(unfold.getByRole('region', { name: /worked out$/ })).toBeVisible();
});

test('of a layer of the network adds up to the number that it says, and chooses the cell for the inspector as well', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#network');
  await page.keyboard.press('End');
  await tools.node('l1').locator('text').first().click();
  await tools.button('All digits').click();
  const unfold = await tools.openTool('Unfold');
  const result = unfold.getByRole('application', { name: /^l₁, 11 by 10/ });
  await result.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(unfold.getByRole('heading', { name: 'l₁, row 2, column 3 is' })).toBeVisible();
  const said = await lines(unfold);
  const [bias = '', total = ''] = said.slice(-2);
  const products = said.slice(0, -2).map((line) => readNumber(line.split('=')[1] ?? ''));
  expect(products.length).toBe(13);
  const sum = products.reduce((before, product) => before + product, 0) + readNumber(bias.replace('+ ', '').replace('− ', '−'));
  expect(sum).toBeCloseTo(readNumber(total), 10);
  await expect(tools.inspector.getByRole('heading', { name: /One cell, worked out · row 2, column 3|One cell, worked out/ }).first()).toBeVisible();
  await expect(tools.inspector).toContainText(total.replace('= ', ''));
});

test('says in words that a circuit has nothing to unfold', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  await expect(await tools.openTool('Unfold')).toContainText('Nothing in this graph unfolds: it has no product of matrices.');
  await tools.expectNoSpotlight();
});
