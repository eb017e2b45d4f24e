import { violationsOf } from './axe';
import { CircuitPage } from './circuitPage';
import { expect, test } from './fixture';

for (const theme of ['light', 'dark'] as const) {
  for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]] as const) {
    test.describe(`in the ${theme} theme, ${width} pixels wide`, () => {
      test.use({ colorScheme: theme, viewport: { width, height } });

      test('axe finds nothing wrong with the circuit: at rest, with a node selected and all digits, with a fault, with a problem', async ({ page }) => {
        test.slow();
        const circuit = new CircuitPage(page);
        await circuit.open();
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        const check = async (when: string): Promise<void> => {
          await expect(circuit.gradients).toHaveAttribute('aria-busy', 'false');
          // All that another theme changes is colours.
          expect.soft(await violationsOf(page, theme === 'dark' ? { rules: ['color-contrast'] } : {}), when).toEqual([]);
        };
        await check('at rest');
        await circuit.choose('v2');
        await expect(circuit.inspector).toContainText('Selected node');
        await circuit.button('All digits').click();
        await check('with a node selected and all digits');
        await circuit.typeExpression('y = sqrt(x - 3)\nf = max(x, y) + z');
        await circuit.setValue('x', 2);
        await expect(circuit.fault).toBeVisible();
        await check('with a fault');
        await circuit.typeExpression('y = sqr(x - 3');
        await expect(circuit.problem).toBeVisible();
        await check('with a problem');
      });
    });
  }
}

test('axe finds nothing wrong with a descent, its charts, a folded line and a typed value that is none', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.typeExpression('h = tanh(a*x + b*y + c)\ng = tanh(b*x - a*y + c)\nloss = (h - g)^2 + sin(h) * cos(g) + 2');
  await circuit.tick('a').check();
  await circuit.tick('b').check();
  await page.getByRole('button', { name: 'Fold h', exact: true }).click();
  await circuit.choose('h');
  await circuit.type('Most iterations', '20');
  await page.getByLabel('Pace').selectOption('full speed');
  await circuit.button('Descend').click();
  await expect(circuit.standing).toContainText('Stopped after 20 iterations');
  await circuit.value('a').fill('four');
  await circuit.value('a').press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '“four” is not a number' })).toBeVisible();
  await page.getByRole('button', { name: 'Range of b', exact: true }).click();
  await page.getByRole('button', { name: 'simplified', exact: true }).click();
  expect(await violationsOf(page)).toEqual([]);
});

test('every step of a circuit is announced, and the graph is a labelled figure of nodes and edges', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.chip('(x + y) * z').click();
  await expect(circuit.graph.locator('[role="button"]')).toHaveCount(9);
  const announced = page.getByRole('group', { name: 'Transport' }).getByRole('status');
  await page.keyboard.press('ArrowLeft');
  await expect(announced.filter({ hasText: /^Backward: from v1 to x, gradient −4\. Step 27 of 28\.$/ })).toHaveCount(1);
});
