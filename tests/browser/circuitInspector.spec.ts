import { CircuitPage } from './circuitPage';
import { expect, test } from './fixture';

test('an edge says local × upstream = what travels back, and each of its numbers leads to the node that it comes from', async ({ page }) => {
  const circuit = new CircuitPage(page);
  const { inspector } = circuit;
  await circuit.open();
  await circuit.chip('(x + y) * z').click();
  await circuit.chooseEdge('z', 'f');
  await expect(inspector).toContainText('Selected edge');
  // ∂f/∂z is the value of v1: 3; f's own gradient is 1.
  await expect(inspector.getByRole('definition').filter({ hasText: '3, the value of v₁' })).toBeVisible();
  await expect(inspector).toContainText('= 3 × 1 = 3');

  await circuit.chooseEdge('x', 'v1');
  await expect(inspector).toContainText('= 1 × (−4) = −4');
  await inspector.getByTitle('the gradient of v₁').click();
  await expect(inspector.getByRole('heading', { level: 2 }).first()).toHaveText('v₁');
  await expect(circuit.node('v1')).toHaveAttribute('aria-pressed', 'true');
  await expect(inspector).toContainText('−2 + 5 = 3');
  await inspector.getByTitle('x', { exact: true }).click();
  await expect(circuit.node('x')).toHaveAttribute('aria-pressed', 'true');
  await expect(inspector.getByRole('heading', { level: 2 }).first()).toHaveText('x');
  await inspector.getByRole('button', { name: 'Clear selection' }).click();
  await expect(inspector).toContainText('This moment');
});

test('the neuron’s exp passes back local × upstream with its numbers in it', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.chooseEdge('v5', 'v6');
  const local = Math.exp(-1);
  const upstream = -1 / (1 + local) ** 2;
  await expect(circuit.inspector).toContainText(`= ${local.toFixed(4)} × (−${Math.abs(upstream).toFixed(4)}) = −${Math.abs(local * upstream).toFixed(4)}`);
  await circuit.inspector.getByRole('button', { name: 'into v₆' }).click();
  await expect(circuit.inspector).toContainText('In the expression: exp(-(w0*x0 + w1*x1 + w2))');
});

test('the symbolic derivative is set as the rules give it, and simplified in the background', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.chip('x⁴ − 3x³ + 2').click();
  const derivative = page.getByRole('region', { name: /^Symbolic derivative/ });
  await expect(derivative.locator('.katex').first()).toBeVisible();
  const tex = async (): Promise<string> => ((await derivative.locator('.katex-html').allInnerTexts()).join(' ').replace(/[\s\u200b]+/g, ''));
  // 4 · 1 · x^(4 − 1) − 3 · 3 · 1 · x^(3 − 1) + 0: the rules, and nothing else.
  const raw = await tex();
  expect(raw).toBe('4⋅1⋅x4−1−3⋅3⋅1⋅x3−1+0');
  await derivative.getByRole('button', { name: 'simplified' }).click();
  await expect(derivative.getByRole('status').locator('.katex').first()).toBeVisible();
  await expect.poll(tex).toMatch(/^(4⋅x3−9⋅x2|x2⋅\(4⋅x−9\))$/);
  await derivative.getByRole('button', { name: 'chain rule' }).click();
  expect(await tex()).toBe(raw);

  await circuit.chip('(x + y) * z').click();
  await circuit.gradients.getByRole('button', { name: 'z', exact: true }).click();
  await expect(derivative.getByRole('heading')).toContainText('∂f/∂z');
  await derivative.getByRole('button', { name: 'simplified' }).click();
  await expect.poll(tex).toMatch(/^(x\+y|y\+x)$/);
});

test('All digits shows every digit in graph, table and inspector, and takes them back', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  const slope = `−${String((Math.exp(-1) / (1 + Math.exp(-1)) ** 2)).slice(0, 15)}`;
  await circuit.choose('w0');
  const digits = circuit.button('All digits');
  const few = await circuit.labels();
  expect(few.join(' ')).not.toContain(slope);
  await digits.click();
  await expect(digits).toHaveAttribute('aria-pressed', 'true');
  await expect(circuit.graph).toContainText(slope);
  expect((await circuit.cells('w0')).backprop).toContain(slope);
  await expect(circuit.inspector.getByRole('heading', { name: 'Gradient ∂f/∂w₀' }).locator('xpath=..')).toContainText(slope);
  await digits.click();
  await expect(digits).toHaveAttribute('aria-pressed', 'false');
  await expect(circuit.graph).not.toContainText(slope);
  expect((await circuit.cells('w0')).backprop).toBe('−0.1966');
  expect(await circuit.labels()).toEqual(few);
});
