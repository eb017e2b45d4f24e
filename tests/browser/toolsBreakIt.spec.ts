import type { Locator } from '@playwright/test';
import { expect, test } from './fixture';
import { readNumber } from './page';
import { ToolPage } from './toolPage';

const MISTAKES = [
  'Overwritten instead of summed',
  'Missing transpose',
  'Gradients not reset',
  'Updated too early',
  '1/m forgotten',
  'Sigmoid’s slope of the input',
] as const;

const BROKEN = 'BROKEN Sandbox: this backward pass is broken on purpose; the graph itself is right.';

/** Waits until the checks that are under way have come to their end, and says what they found. */
async function found(broken: Locator): Promise<string> {
  const status = broken.getByRole('status').filter({ hasText: /checked/ });
  await expect(status).toBeVisible({ timeout: 20_000 });
  return status.innerText();
}

/** What a table of checks says of every node: `W₁` → `✗ differs: …`. */
async function verdicts(broken: Locator): Promise<ReadonlyMap<string, string>> {
  const rows = broken.getByRole('table').locator('tbody tr');
  const texts = await rows.evaluateAll((all) => all.map((row) => [row.querySelector('th')?.textContent ?? '', row.querySelector('td:last-child')?.textContent ?? ''] as const));
  return new Map(texts);
}

test('switches every mistake on in a sandbox marked BROKEN, and leaves every number of the network as it is', async ({ page }) => {
  test.slow();
  const tools = new ToolPage(page);
  await tools.visit('./#network');
  await page.keyboard.press('End');
  const before = await tools.labels();
  const broken = await tools.openTool('Break it');
  for (const mistake of MISTAKES) {
    await broken.getByRole('radio', { name: mistake, exact: true }).check();
    await expect(broken.getByText(BROKEN, { exact: true })).toBeVisible();
    if (mistake === 'Overwritten instead of summed') {
      // Every node of this network is read once.
      await expect(broken).toContainText('No difference here.');
      continue;
    }
    expect(await found(broken), mistake).toMatch(/^\d+ nodes checked: [1-9]\d* differs?\.$/);
    const wrong = [...(await verdicts(broken))].filter(([, verdict]) => verdict.startsWith('✗')).map(([node]) => node);
    await expect.poll(() => tools.lit(), mistake).toEqual(wrong.map((name) => name.replace('₁', '1').replace('₂', '2')).sort());
    expect(await tools.labels(), mistake).toEqual(before);
  }
  await tools.tab('Charts').click();
  await tools.expectNoSpotlight();
});

test('of x*x keeps the last contribution alone, so that the gradient is half of what it should be', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openExpression('x*x');
  await tools.setValue('x', 3);
  const broken = await tools.openTool('Break it');
  await broken.getByRole('radio', { name: 'Overwritten instead of summed', exact: true }).check();
  await found(broken);
  const [wrong = '', right = '', verdict = ''] = await broken.getByRole('row', { name: /^x / }).getByRole('cell').allInnerTexts();
  expect([readNumber(wrong), readNumber(right)]).toEqual([3, 6]);
  expect(verdict).toContain('✗ differs');
  await broken.getByRole('radio', { name: 'Gradients not reset', exact: true }).check();
  await expect(broken.getByRole('row', { name: /^x / }).getByRole('cell').first()).toHaveText('12');
  expect((await tools.numbersOf('x')).gradient).toBe(6);
  // With other numbers it is checked anew.
  await tools.setValue('x', 5);
  await expect(broken.getByRole('row', { name: /^x / }).getByRole('cell').first()).toHaveText('20');
});

test('hides a mistake, answers a wrong name with what speaks against it, and is solved by the right one', async ({ page }) => {
  test.slow();
  const tools = new ToolPage(page);
  await tools.visit('./#network');
  await page.keyboard.press('End');
  const before = await tools.labels();
  const broken = await tools.openTool('Break it');
  await broken.getByRole('button', { name: 'Find it', exact: true }).click();
  await expect(broken.getByText(BROKEN, { exact: true })).toBeVisible();
  const names = broken.getByRole('group', { name: 'Which mistake is it?' });
  for (let hunt = 0; hunt < 2; hunt++) {
    // Node by node first, then all that are left.
    await broken.getByRole('button', { name: /^Check [^a]/ }).first().click();
    await expect(broken.getByRole('status').filter({ hasText: /^1 node checked/ })).toBeVisible();
    await broken.getByRole('button', { name: /^Check all/ }).click();
    await expect(broken.getByRole('button', { name: /^Check all/ })).toBeDisabled({ timeout: 20_000 });
    expect(await found(broken)).toMatch(/nodes checked: [1-9]\d* differs?\./);
    let wrong = 0;
    for (const mistake of MISTAKES) {
      await names.getByRole('button', { name: mistake, exact: true }).click();
      const solved = broken.getByRole('heading', { name: /^✓/ });
      const refused = broken.getByRole('status').filter({ hasText: '✗ Not ' });
      await expect(solved.or(refused)).toBeVisible();
      if (await solved.isVisible()) {
        await expect(solved).toHaveText(`✓ ${mistake}`);
        break;
      }
      wrong++;
      await expect(refused).toContainText(`✗ Not ${mistake}.`);
      // Evidence is about a node of this graph, or the reason why it cannot be.
      await expect(refused).toContainText(/the gradient of .* would be|So every gradient would be right/);
    }
    expect(wrong, 'the right one is among them').toBeLessThan(MISTAKES.length);
    await expect(names).toHaveCount(0);
    await broken.getByRole('button', { name: 'Hide another mistake', exact: true }).click();
    await expect(names).toBeVisible();
  }
  expect(await tools.labels()).toEqual(before);
});

test('finds on a lesson’s layer what can be found there, and says of what cannot why', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#lessons/linear/bias');
  const broken = await tools.openTool('Break it');
  await broken.getByRole('radio', { name: 'Missing transpose', exact: true }).check();
  await found(broken);
  // Ones arrive: Xᵀ · 1 read row by row from X is [[3, 3], [7, 7]] in place of [[4, 4], [6, 6]].
  const [wrong = '', right = ''] = await broken.getByRole('row', { name: /^W / }).getByRole('cell').allInnerTexts();
  expect(readNumber(wrong)).toBeCloseTo(Math.hypot(3, 3, 7, 7), 2);
  expect(readNumber(right)).toBeCloseTo(Math.hypot(4, 4, 6, 6), 2);
  for (const mistake of ['1/m forgotten', 'Sigmoid’s slope of the input']) {
    await broken.getByRole('radio', { name: mistake, exact: true }).check();
    await expect(broken).toContainText('No difference here.');
  }
});

for (const width of [390, 1440]) {
  test(`shows every verdict beside a lesson’s prose without scrolling, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const tools = new ToolPage(page);
    await tools.visit('./#lessons/chain-rule/find-the-mistake');
    const sandbox = page.getByRole('group', { name: 'Find the mistake' });
    await sandbox.getByRole('button', { name: 'Check all 4', exact: true }).click();
    await found(sandbox);
    const table = sandbox.getByRole('table');
    await expect(table).toContainText('✗ differs: 0.2857 times what it should be');
    const [inside, around] = [await table.boundingBox(), await sandbox.boundingBox()];
    if (inside === null || around === null) throw new Error('the table is not on the page');
    expect(inside.x + inside.width).toBeLessThanOrEqual(around.x + around.width);
  });
}
