import type { CDPSession } from '@playwright/test';
import { leaks } from './circuitLeaks';
import { expect, test } from './fixture';
import { TOOLS, ToolPage } from './toolPage';

/** What is waited for may take its time on a busy machine; how much the page works for it is measured by itself. */
const soon = expect.configure({ timeout: 20_000 });

/** The page answers within so many milliseconds of its own work. */
const MOMENT = 1500;

/** How long the page's thread has worked so far, in milliseconds: time that a busy machine has given to others does not count. */
async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

/** Goes through all tools, presses in each what there is to press, and hears whether the page still answers. */
async function useAll(tools: ToolPage, after: (title: string) => Promise<void> = () => Promise.resolve()): Promise<void> {
  const session = await tools.page.context().newCDPSession(tools.page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  for (const title of TOOLS) {
    await tools.tab(title).click();
    await soon(tools.tool(title).locator('p, button, input, select').first()).toBeVisible();
    const tool = await tools.openTool(title);
    expect((await tool.innerText()).length, title).toBeGreaterThan(20);
    if (title === 'Predict') {
      const begin = tool.getByRole('button', { name: 'Begin', exact: true });
      await begin.click();
      await soon(tool.getByRole('button', { name: 'Show it', exact: true }).or(tool.getByText('There is nothing to ask at this difficulty')).first()).toBeVisible();
    }
    if (title === 'Break it') {
      await tool.getByRole('radio', { name: 'Gradients not reset', exact: true }).check();
      await soon(tool.getByText('No difference here.').or(tool.getByRole('table')).first()).toBeVisible();
      await tool.getByRole('button', { name: 'Find it', exact: true }).click();
      await soon(tool.getByRole('group', { name: 'Which mistake is it?' }).or(tool.getByText(/^None of the mistakes makes a difference|cannot be found/)).first()).toBeVisible();
    }
    if (title === 'Code') await tool.getByRole('button', { name: 'NumPy', exact: true }).click();
    if (title === 'Trace') await tool.getByRole('textbox').fill('compute');
    if (title === 'Words') await tool.getByRole('button', { name: 'Chain rule', exact: true }).click();
    // Something else on the page, which takes a moment at most.
    const digits = tools.page.locator('button').filter({ hasText: /^All digits$/ }).first();
    const before = await digits.getAttribute('aria-pressed');
    const since = await worked(session);
    await digits.click();
    await soon(digits, title).not.toHaveAttribute('aria-pressed', before ?? '');
    expect((await worked(session)) - since, title).toBeLessThan(MOMENT);
    await after(title);
  }
  await session.detach();
}

/** Trains as long as the test takes: at this pace so many steps last longer than any test may. */
async function learn(tools: ToolPage, pace: '100 steps / s' | '5,000 steps / s'): Promise<void> {
  await tools.type('Epochs', '10000');
  await tools.page.getByLabel('Pace').selectOption({ label: pace });
  await tools.train.click();
  await soon(tools.page.getByText(/^epoch [1-9][\d,]* of 10,000$/)).toBeVisible();
}

/** Stops a training that is still under way. */
async function stopLearning(tools: ToolPage): Promise<void> {
  await tools.pauseTraining.click();
  await soon(tools.page.getByText('Paused')).toBeVisible();
}

test('a circuit without a value has tools that say so, and none that shows what is no number', async ({ page }) => {
  const tools = new ToolPage(page);
  for (const text of ['log(-2)', 'y = log(x)\nf = y * z + x']) {
    await tools.openExpression(text);
    if (text.includes('x')) {
      await tools.setValue('x', -2);
      await tools.select('x');
    }
    await soon(tools.fault).toBeVisible();
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
  // Nothing runs out here: on a busy machine it may take its time.
  test.setTimeout(180_000);
  const tools = new ToolPage(page);
  await tools.openExpression(Array.from({ length: 150 }, (_, index) => `a${index} * b${index}`).join(' + '));
  await soon(page.locator('[data-node]')).toHaveCount(599);
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
  await soon(tools.node('l1')).toHaveAttribute('aria-label', /506 by 64/);
  await page.keyboard.press('End');
  await useAll(tools);
  // A step is the whole of an epoch.
  await learn(tools, '100 steps / s');
  await useAll(tools);
  await stopLearning(tools);
});

test('a network that learns at 5,000 steps a second has tools that answer, and that go on when it stops', async ({ page }) => {
  test.slow();
  const tools = new ToolPage(page);
  await tools.visit('./#network');
  await tools.unfold('Network');
  await tools.type('Hidden units', '40');
  await tools.node('W1').locator('text').first().click();
  // 46 steps an epoch.
  await learn(tools, '5,000 steps / s');
  await useAll(tools);
  await stopLearning(tools);
  await page.keyboard.press('Home');
  await soon.poll(() => tools.time()).toBe(0);
  await page.keyboard.press('ArrowRight');
  await soon.poll(() => tools.time()).toBeGreaterThan(0);
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
  await soon(page.getByRole('alert').filter({ hasText: 'Training diverged' })).toBeVisible();
  await useAll(tools, async (title) => {
    const machine = (await leaks(page)).filter((line) => /undefined|Infinity|\[object/.test(line));
    expect.soft(machine, title).toEqual([]);
  });
  const nudge = await tools.openTool('Nudge');
  await soon(nudge.getByRole('status').first()).toContainText(/is (∞|−∞|NaN) already, before anything is moved/);
});
