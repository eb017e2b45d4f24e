import { violationsOf } from './axe';
import { expect, test } from './fixture';
import { PLACES, TOOLS, ToolPage, type ToolTitle } from './toolPage';

/** Goes on until the tool has most to show. */
async function use(tools: ToolPage, title: ToolTitle): Promise<void> {
  const tool = await tools.openTool(title);
  if (title === 'Predict') {
    await tool.getByRole('button', { name: 'Begin', exact: true }).click();
    await tool.getByRole('textbox').fill('five apples');
    await tool.getByRole('textbox').press('Enter');
    await tool.getByRole('button', { name: 'First hint', exact: true }).click();
  }
  if (title === 'Break it') {
    await tool.getByRole('radio', { name: 'Gradients not reset', exact: true }).check();
    await expect(tool.getByRole('status').filter({ hasText: /nodes checked/ })).toBeVisible({ timeout: 15_000 });
  }
  if (title === 'Trace') await tool.getByRole('textbox').fill('f');
  if (title === 'Words') await tool.getByRole('button', { name: 'Gradient', exact: true }).click();
}

for (const theme of ['light', 'dark'] as const) {
  // The tools' colours are the same everywhere; on the network they have most to show.
  const places = theme === 'light' ? PLACES : PLACES.filter(({ name }) => name.includes('network'));
  for (const { name, address } of places) {
    test.describe(`in the ${theme} theme`, () => {
      test.use({ colorScheme: theme, contextOptions: { reducedMotion: 'reduce' } });

      test(`axe finds nothing wrong with ${name} and any tool open`, async ({ page }) => {
        test.slow();
        const tools = new ToolPage(page);
        await tools.visit(address);
        await page.keyboard.press('End');
        for (const title of TOOLS) {
          await use(tools, title);
          // All that another theme changes is colours.
          expect.soft(await violationsOf(page, { within: '[data-dock]', ...(theme === 'dark' ? { rules: ['color-contrast'] } : {}) }), title).toEqual([]);
        }
      });
    });
  }
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  for (const { name, address } of PLACES) {
    test(`nothing of ${name} scrolls sideways with any tool open, and every control of it is large enough for a finger`, async ({ page }) => {
      const tools = new ToolPage(page);
      await tools.visit(address);
      for (const title of TOOLS) {
        await use(tools, title);
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), title).toBe(390);
        const small = await tools.tool(title).locator('button:visible, select:visible, input:not([type="radio"]):not([type="checkbox"]):visible').evaluateAll((controls) =>
          controls
            .filter((control) => control.getBoundingClientRect().height < 35.5)
            .map((control) => `${control.outerHTML.slice(0, 100)} is ${control.getBoundingClientRect().height} high`),
        );
        expect.soft(small, title).toEqual([]);
      }
    });
  }
});
