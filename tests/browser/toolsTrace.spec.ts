import { expect, test } from './fixture';
import { readNumber } from './page';
import { ToolPage } from './toolPage';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('has a line for every step and more, goes to the moment of a line that is clicked, and follows time', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  const trace = await tools.openTool('Trace');
  const steps = Number(await tools.timeline.getAttribute('max'));
  const count = readNumber(await trace.getByText(/^[\d,]+ lines\. Click a line/).innerText());
  expect(count).toBeGreaterThan(steps);
  const list = trace.getByRole('listbox', { name: 'Trace' });
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(count));

  await trace.getByRole('button', { name: 'Forward', exact: true }).click();
  await list.getByRole('option', { name: 'Compute f = 3 × (−4) = −12' }).click();
  await expect(tools.sentence).toContainText('forward · f');
  await expect(list.locator('[aria-current="step"]')).toHaveText(/Compute f = 3 × \(−4\) = −12/);
  expect(await tools.numbersOf('f')).toMatchObject({ value: -12, gradient: NaN });

  // Following time again, the present lines are always in sight.
  await trace.getByRole('checkbox', { name: 'Follow' }).check();
  await page.keyboard.press('Home');
  const seen = new Set<string>();
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('ArrowRight');
    const current = list.locator('[aria-current="step"]').first();
    await expect(current).toBeInViewport();
    seen.add((await current.innerText()).trim());
  }
  expect(seen.size).toBeGreaterThan(steps - 5);
});

test('is walked through by keyboard, and Enter goes to the moment of the line', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  const trace = await tools.openTool('Trace');
  await page.keyboard.press('Home');
  const list = trace.getByRole('listbox', { name: 'Trace' });
  await list.focus();
  for (let line = 0; line < 30; line++) await page.keyboard.press('ArrowDown');
  expect(await tools.time()).toBe(0);
  // The list follows the keys with its next frame.
  await expect(list).toHaveAttribute('aria-activedescendant', /./);
  const active = await list.getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toBeInViewport();
  await page.keyboard.press('Enter');
  expect(await tools.time()).toBeGreaterThan(0);
});

test('finds a text, goes from hit to hit, and says when there is none', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  const trace = await tools.openTool('Trace');
  const search = trace.getByRole('textbox', { name: 'Search the trace' });
  const hits = trace.getByRole('search').getByRole('status');
  await search.fill('compute');
  // Two operations are computed, and the heading says that nodes compute.
  await expect(hits).toHaveText(/^(\d+ lines|\d+ of \d+)$/);
  await search.press('Enter');
  await expect(hits).toHaveText(/^\d+ of \d+$/);
  const first = await hits.innerText();
  await search.press('Enter');
  await expect(hits).not.toHaveText(first);
  await search.press('Shift+Enter');
  await expect(hits).toHaveText(first);
  await expect(trace.locator('mark').first()).toBeVisible();
  const hit = trace.locator('[role="option"][data-active]');
  await expect(hit).toBeInViewport();
  await expect(hit).toHaveText(/compute/i);
  const wanted = await hit.innerText();
  await hit.click();
  await expect(trace.locator('[aria-current="step"]').filter({ hasText: wanted.trim() })).toHaveCount(1);
  for (const typed of ['.*', '[', '\\', '<b>', 'ß', '🦊', 'x'.repeat(5000)]) {
    await search.fill(typed);
    await expect(hits, typed.slice(0, 20)).toHaveText(typed === '[' ? /lines$| of / : 'not found');
  }
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await expect(hits).toHaveText('');
});

test('is copied whole, or some of its lines', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  const trace = await tools.openTool('Trace');
  const count = readNumber(await trace.getByText(/^[\d,]+ lines\. Click a line/).innerText());
  await trace.getByRole('button', { name: 'Copy all' }).click();
  await expect(trace.getByText(`Copied ${count} lines.`)).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.trimEnd().split('\n').length).toBe(count);
  expect(text).toContain('Feed x = −2 (data)\n');
  expect(text).toMatch(/\n {2}Compute v₁ = −2 \+ 5 = 3\n/);
  // The chain rule of z: what arrives times v₁.
  expect(text).toMatch(/z.*3/);

  await trace.getByRole('button', { name: 'Feed', exact: true }).click();
  await trace.getByRole('option', { name: 'Feed x = −2 (data)' }).click();
  await trace.getByRole('option', { name: 'Feed z = −4 (data)' }).click({ modifiers: ['Shift'] });
  await trace.getByRole('button', { name: 'Copy 3 lines' }).click();
  await expect(trace.getByText('Copied 3 lines.')).toBeVisible();
  expect((await page.evaluate(() => navigator.clipboard.readText())).trimEnd().split('\n')).toEqual(['Feed x = −2 (data)', 'Feed y = 5 (data)', 'Feed z = −4 (data)'].map((line) => expect.stringContaining(line)));
});

test('tells the iteration of the network, with its update, and what was selected is found at once', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#network');
  await tools.node('W2').locator('text').first().click();
  const trace = await tools.openTool('Trace');
  const steps = Number(await tools.timeline.getAttribute('max'));
  expect(readNumber(await trace.getByText(/^[\d,]+ lines\. Click a line/).innerText())).toBeGreaterThan(steps);
  await trace.getByRole('button', { name: 'Update', exact: true }).click();
  await expect(trace.getByRole('option').filter({ hasText: /^Update/ }).first()).toBeInViewport();
  await trace.getByRole('button', { name: 'Find W₂' }).click();
  await expect(trace.getByRole('textbox')).toHaveValue('W₂');
  await expect(trace.getByRole('search').getByRole('status')).toHaveText(/lines$| of /);
});
