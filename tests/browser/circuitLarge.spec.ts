import { CircuitPage } from './circuitPage';
import { expect, test } from './fixture';

/** A sum of so many products: four nodes each, but for the last sum. */
const sumOfProducts = (count: number): string => Array.from({ length: count }, (_, index) => `a${index}*b${index}`).join(' + ');

test.describe('a graph of four hundred nodes', () => {
  test('is laid out in a worker; the one before stays until then, and nothing can be chosen in it', async ({ page }) => {
    const circuit = new CircuitPage(page);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(/layout\.worker/, async (route) => {
      await held;
      await route.continue();
    });
    await circuit.open();
    await expect(circuit.node('w0')).toBeVisible();
    await circuit.typeExpression(sumOfProducts(100));
    await expect(page.getByText('Laying out 399 nodes …')).toBeVisible();
    await expect(page.locator('[inert] [data-node="w0"]')).toHaveCount(1);
    letGo();
    await expect(circuit.node('a0')).toHaveCount(1);
    await expect(page.locator('[data-node]')).toHaveCount(399);
    await expect(page.locator('[inert]')).toHaveCount(0);
    await expect(page.getByText('Laying out')).toHaveCount(0);
  });

  test('follows a slider, also where it is out of sight', async ({ page }) => {
    const circuit = new CircuitPage(page);
    await circuit.open();
    await circuit.typeExpression(sumOfProducts(100));
    await expect(page.locator('[data-node]')).toHaveCount(399);
    // v1 and v2 are products, and from there on every other one is a sum that holds the first product.
    const away = await page.locator('[data-away][data-node]').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-node') ?? ''));
    const sums = ['v3', away.find((id) => /^v\d+[13579]$/.test(id)) ?? 'none is out of sight', 'f'];
    await circuit.setValue('b0', 1);
    await circuit.setValue('a0', 10_000);
    for (const id of sums) await expect.poll(async () => (await circuit.numbersOf(id)).value).toBeGreaterThan(5_000);
    await circuit.setValue('a0', -10_000);
    for (const id of sums) await expect.poll(async () => (await circuit.numbersOf(id)).value).toBeLessThan(-5_000);
  });

  test.describe('without its worker', () => {
    test.use({ tolerated: /layout\.worker|ERR_FAILED/ });

    test('is laid out in the page', async ({ page }) => {
      const circuit = new CircuitPage(page);
      await page.route(/layout\.worker/, (route) => route.abort());
      await circuit.open();
      await circuit.typeExpression(sumOfProducts(100));
      await expect(page.locator('[data-node]')).toHaveCount(399);
    });
  });
});
