import { leaks } from './circuitLeaks';
import { expect, test } from './fixture';
import { TOOLS, ToolPage } from './toolPage';

/** Goes through all tools, presses in each what there is to press, and hears whether the page still answers. */
async function useAll(tools: ToolPage, after: (title: string) => Promise<void> = () => Promise.resolve()): Promise<void> {
  for (const title of TOOLS) {
    const tool = await tools.openTool(title);
    expect((await tool.innerText()).length, title).toBeGreaterThan(20);
    if (title === 'Predict') {
      const begin = tool.getByRole('button', { name: 'Begin', exact: true });
      await begin.click();
      await expect(tool.getByRole('button', { name: 'Show it', exact: true }).or(tool.getByText('There is nothing to ask at this difficulty')).first()).toBeVisible();
    }
    if (title === 'Break it') {
      await tool.getByRole('radio', { name: 'Gradients not reset', exact: true }).check();
      await expect(tool.getByText('No difference here.').or(tool.getByRole('table')).first()).toBeVisible();
      await tool.getByRole('button', { name: 'Find it', exact: true }).click();
      await expect(tool.getByRole('group', { name: 'Which mistake is it?' }).or(tool.getByText(/^None of the mistakes makes a difference|cannot be found/)).first()).toBeVisible();
    }
    if (title === 'Code') await tool.getByRole('button', { name: 'NumPy', exact: true }).click();
    if (title === 'Trace') await tool.getByRole('textbox').fill('compute');
    if (title === 'Words') await tool.getByRole('button', { name: 'Chain rule', exact: true }).click();
    // Something else on the page, which takes a moment at most.
    const digits = tools.page.locator('button').filter({ hasText: /^All digits$/ }).first();
    const before = await digits.getAttribute('aria-pressed');
    await digits.click();
    await expect(digits, title).not.toHaveAttribute('aria-pressed', before ?? '', { timeout: 1500 });
    await after(title);
  }
}

test('a circuit without a value has tools that say so, and none that shows what is no number', async ({ page }) => {
  const tools = new ToolPage(page);
  for (const text of ['log(-2)', 'y = log(x)\nf = y * z + x']) {
    await tools.openExpression(text);
    if (text.includes('x')) {
      await tools.setValue('x', -2);
      await tools.select('x');
    }
    await expect(tools.fault).toBeVisible();
    await useAll(tools, async (title) => {
      // A nudge from where there is no value has a test of its own.
      if (title !== 'Nudge') expect.soft(await leaks(page), `${title} of ${text}`).toEqual([]);
    });
    await tools.tab('Charts').click();
    await tools.expectNoSpotlight();
  }
});

test('a nudge of a circuit without a value calls what is not known unknown, as the graph does', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openExpression('y = log(x)\nf = y * z + x');
  await tools.setValue('x', -2);
  await tools.select('x');
  await tools.openTool('Nudge');
  expect(await leaks(page)).toEqual([]);
});

test('a circuit of three hundred operations has tools that answer', async ({ page }) => {
  test.slow();
  const tools = new ToolPage(page);
  await tools.openExpression(Array.from({ length: 150 }, (_, index) => `a${index} * b${index}`).join(' + '));
  await expect(page.locator('[data-node]')).toHaveCount(599);
  await useAll(tools);
  await tools.tab('Charts').click();
  await tools.expectNoSpotlight();
});

test('a network of 64 hidden units and all 506 houses has tools that answer, at rest and while it learns', async ({ page }) => {
  test.slow();
  const tools = new ToolPage(page);
  await tools.visit('./#network');
  await tools.unfold('Network');
  await tools.type('Hidden units', '64');
  await tools.type('Batch size', '506');
  await expect(tools.node('l1')).toHaveAttribute('aria-label', /506 by 64/);
  await page.keyboard.press('End');
  await useAll(tools);
  await tools.type('Epochs', '10000');
  await page.getByLabel('Pace').selectOption('full speed');
  await tools.train.click();
  await useAll(tools);
  await tools.pauseTraining.click();
  await expect(page.getByText('Paused')).toBeVisible();
});

test('a network that learns at full speed has tools that answer, and that go on when it stops', async ({ page }) => {
  test.slow();
  const tools = new ToolPage(page);
  await tools.visit('./#network');
  // Enough to be under way until the last tool has been used.
  await tools.unfold('Network');
  await tools.type('Hidden units', '40');
  await tools.type('Epochs', '10000');
  await page.getByLabel('Pace').selectOption('full speed');
  await tools.node('W1').locator('text').first().click();
  await tools.train.click();
  await useAll(tools);
  await tools.pauseTraining.click();
  await expect(page.getByText('Paused')).toBeVisible();
  const before = await tools.time();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => tools.time()).not.toBe(before);
  await useAll(tools);
  await tools.tab('Charts').click();
  await tools.expectNoSpotlight();
});

test('a network that has diverged has tools that name what is not finite', async ({ page }) => {
  test.slow();
  const tools = new ToolPage(page);
  await tools.visit('./#network');
  await tools.type('Learning rate', '1');
  await page.getByLabel('Pace').selectOption('full speed');
  await tools.train.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Training diverged' })).toBeVisible({ timeout: 20_000 });
  await useAll(tools, async (title) => {
    const machine = (await leaks(page)).filter((line) => /undefined|Infinity|\[object/.test(line));
    expect.soft(machine, title).toEqual([]);
  });
  const nudge = await tools.openTool('Nudge');
  await expect(nudge.getByRole('status').first()).toContainText(/is (∞|−∞|NaN) already, before anything is moved/);
});
