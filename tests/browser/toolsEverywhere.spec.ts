import { expect, test } from './fixture';
import { PLACES, TOOLS, ToolPage } from './toolPage';

for (const { name, address, title, lit } of PLACES) {
  test(`every tool of ${name} opens and closes by keyboard, is a labelled region, and leaves nothing pointed at`, async ({ page }) => {
    const tools = new ToolPage(page);
    await tools.visit(address);
    await tools.tab(title).focus();
    for (const tool of TOOLS) {
      await page.keyboard.press('Tab');
      await expect(tools.tab(tool)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(tools.tool(tool).locator('p, button, input, select').first()).toBeVisible();
      await expect(tools.tab(tool)).toHaveAttribute('aria-pressed', 'true');
      await expect(tools.tab(title)).toHaveAttribute('aria-pressed', 'false');
      // What it says has to be something, whatever the graph is.
      expect((await tools.tool(tool).innerText()).length, tool).toBeGreaterThan(20);
      await page.keyboard.press(' ');
      await expect(tools.tool(tool)).toHaveCount(0);
      await expect(tools.tab(title)).toHaveAttribute('aria-pressed', 'true');
      await tools.expectNoSpotlight(lit);
    }
  });

  test(`a tool of ${name} hands over to the next, and the spotlight with it`, async ({ page }) => {
    const tools = new ToolPage(page);
    await tools.visit(address);
    for (const tool of [...TOOLS, ...TOOLS.toReversed()]) {
      await tools.openTool(tool);
      await expect(page.locator('[data-dock] section[aria-label]:not(section section)')).toHaveCount(1);
    }
    await tools.tab(title).click();
    await tools.expectNoSpotlight(lit);
  });

  test(`from ${name} one goes to every other page with a tool open, and nothing is left behind there`, async ({ page }) => {
    const tools = new ToolPage(page);
    for (const tool of ['Blame', 'Nudge', 'Break it', 'Trace', 'Words'] as const) {
      await tools.visit(address);
      await tools.openTool(tool);
      for (const other of PLACES.filter((place) => place.name !== name)) {
        await page.goto(other.address);
        await expect(tools.graph.locator('[data-form]').first()).toBeVisible();
        if (await tools.tab(other.title).getAttribute('aria-pressed') === 'false') await tools.tab(other.title).click();
        await tools.expectNoSpotlight(other.lit);
      }
    }
  });
}

test('the page’s own keys go on working while a tool is open and has the focus', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  for (const tool of TOOLS) {
    await tools.openTool(tool);
    await page.keyboard.press('Home');
    await expect.poll(() => tools.time(), tool).toBe(0);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => tools.time(), tool).toBeGreaterThan(0);
    await page.keyboard.press('End');
    await expect(tools.sentence).toContainText('step 28 of 28');
  }
});
