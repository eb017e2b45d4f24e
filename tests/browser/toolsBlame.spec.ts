import { expect, test } from './fixture';
import { readNumber } from './page';
import { formulas, ToolPage } from './toolPage';

test('of x in (x + y) * z lights its path, writes derivatives on the edges and multiplies the real numbers', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  await tools.select('x');
  const blame = await tools.openTool('Blame');
  await expect(blame.getByRole('status')).toHaveText('One path leads from f back to x.');
  await expect.poll(() => tools.lit()).toEqual(['edge from v1 to f', 'edge from x to v1', 'f', 'v1', 'x']);
  const written = await tools.written();
  expect([written.includes('∂f/∂v₁'), written.includes('∂v₁/∂x')]).toEqual([true, true]);
  const path = blame.getByRole('region', { name: 'The path in symbols and in numbers' });
  await expect(path).toContainText('f ← v₁ ← x');
  // ∂f/∂v₁ is z, −4; ∂v₁/∂x is 1.
  expect((await path.getByRole('paragraph').last().innerText()).replaceAll(/\s+/g, ' ')).toBe('−4 × 1 = −4');
  expect(await formulas(path)).toContain('z');
  expect((await tools.numbersOf('x')).gradient).toBe(-4);
});

test('follows what is selected on the graph, and selects on the graph what is chosen in it', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  const blame = await tools.openTool('Blame');
  await expect(blame.getByRole('status')).toContainText('Nothing is selected on the graph, so this is about x.');
  await tools.select('z');
  await expect(blame.getByRole('status')).toHaveText('One path leads from f back to z.');
  await expect.poll(() => tools.lit()).toEqual(['edge from z to f', 'f', 'z']);
  await blame.getByRole('combobox', { name: 'Blame on' }).selectOption('y');
  await expect(tools.node('y')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => tools.lit()).toEqual(['edge from v1 to f', 'edge from y to v1', 'f', 'v1', 'y']);
  await tools.chooseEdge('v1', 'f');
  await expect(blame.getByRole('status')).toHaveText('One path leads from f back to v₁.');
});

test('says that numbers are still to come where the backward pass has not arrived', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  await tools.select('x');
  const blame = await tools.openTool('Blame');
  await page.keyboard.press('Home');
  await expect(blame.getByRole('status')).toContainText('The backward pass has not reached x yet; these are the numbers that it will bring.');
  await page.keyboard.press('End');
  await expect(blame.getByRole('status')).toHaveText('One path leads from f back to x.');
});

test('of x in x*x adds two paths up, one for each time that it is read', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openExpression('x*x');
  await tools.setValue('x', 3);
  await tools.select('x');
  const blame = await tools.openTool('Blame');
  await expect(blame.getByRole('status')).toHaveText('2 paths lead from f back to x. Each is a product; the gradient is their sum.');
  const sum = blame.getByRole('table');
  await expect(sum.getByRole('row', { name: /^Path 1/ }).getByRole('cell').last()).toHaveText('3');
  await expect(sum.getByRole('row', { name: /^Path 2/ }).getByRole('cell').last()).toHaveText('3');
  await expect(sum.getByRole('row', { name: /sum over 2 paths/ }).getByRole('cell').last()).toHaveText('6');
  await blame.getByRole('button', { name: 'Next path' }).click();
  await expect(sum.getByRole('button', { name: /^Path 1/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(blame.getByText('f ← x (port x1)', { exact: true })).toBeVisible();
  await blame.getByRole('button', { name: 'All together' }).click();
  await expect(blame.getByText('f ← x (port x1)', { exact: true })).toHaveCount(0);
});

test('counts many paths, and their products add up to the gradient on the graph', async ({ page }) => {
  const tools = new ToolPage(page);
  // Each line doubles the paths: 2⁴ = 16.
  await tools.openExpression('a = x + x\nb = a + a\nc = b + b\nf = c + c');
  await tools.select('x');
  const blame = await tools.openTool('Blame');
  await expect(blame.getByRole('status')).toContainText('16 paths lead from f back to x.');
  await expect(blame.getByRole('table').getByRole('row', { name: /sum over 16 paths/ }).getByRole('cell').last()).toHaveText('16');
  for (let more = blame.getByRole('button', { name: /^show/ }); (await more.count()) > 0; ) await more.click();
  await expect(blame.getByRole('table').getByRole('button', { name: /^Path/ })).toHaveCount(16);
});

test('of a cell of W1 in the network sums its ways to the number that the inspector gives for it', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#network');
  await page.keyboard.press('End');
  await tools.node('W1').locator('text').first().click();
  await tools.button('All digits').click();
  const blame = await tools.openTool('Blame');
  const row = blame.getByRole('textbox', { name: 'row, 1 to 13' });
  await row.fill('14');
  await row.press('Enter');
  await expect(blame.getByRole('alert')).toHaveText('The row must be a whole number from 1 to 13; 14 is not.');
  // A row has a name here, which does as well as its number.
  await row.fill('RM');
  await row.press('Enter');
  await expect(blame.getByRole('alert')).toHaveCount(0);
  await expect(row).toHaveValue('6');
  await blame.getByRole('textbox', { name: 'column, 1 to 10' }).fill('4');
  await blame.getByRole('textbox', { name: 'column, 1 to 10' }).press('Enter');
  const table = blame.getByRole('table');
  for (let more = blame.getByRole('button', { name: /^show/ }); (await more.count()) > 0; ) await more.click();
  const products = (await table.locator('tbody tr td:last-child').allInnerTexts()).map(readNumber);
  const sum = readNumber(await table.locator('tfoot td').innerText());
  expect(products.length).toBe(11);
  expect(products.reduce((total, product) => total + product, 0)).toBeCloseTo(sum, 9);
  // Each line is the product of its factors: four edges from C to W1.
  const [first = ''] = await table.locator('tbody tr').allInnerTexts();
  const factors = (await table.locator('tbody tr').first().getByRole('cell').allInnerTexts()).map(readNumber);
  expect(factors.slice(0, -1).reduce((product, factor) => product * factor, 1), first).toBeCloseTo(factors.at(-1) ?? NaN, 9);
  const worked = tools.inspector.locator('section, div').filter({ has: page.getByRole('heading', { name: /One cell, worked out · row rm, column 4/ }) }).last();
  const said = (await worked.innerText()).replaceAll(/\s+/g, ' ');
  const numbers = said.match(/[-−]?\d+\.\d+(e[-−]?\d+)?/g)?.map(readNumber) ?? [];
  expect(numbers.some((number) => Math.abs(number / sum - 1) < 1e-12), said.slice(-200)).toBe(true);
});

test('of data of the network says why it has no gradient', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#network');
  await tools.node('X').locator('text').first().click();
  const blame = await tools.openTool('Blame');
  await expect(blame.getByRole('status')).toHaveText('X is data. It is not trained, so that no gradient is computed for it here.');
  await tools.expectNoSpotlight();
});

test('of the first weights of a lesson multiplies along the path from the cost', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#lessons/backpropagation/first-weights');
  const blame = tools.tool('Blame');
  await expect(blame.getByRole('region', { name: 'The path in symbols and in numbers' })).toContainText('C ← l₂ ← s ← l₁ ← W₁');
  await expect.poll(() => tools.lit()).toEqual(expect.arrayContaining(['C', 'W1', 'l1', 'l2', 's']));
});
