import { CircuitPage } from './circuitPage';
import { expect, test } from './fixture';
import { readNumber } from './page';

/** The logistic function at 1, which the neuron comes to. */
const SIGMA = 1 / (1 + Math.exp(-1));
const SLOPE = SIGMA * (1 - SIGMA);

interface Known {
  readonly chip: string;
  readonly title: string;
  readonly output: string;
  readonly value: number;
  /** Worked out by hand. */
  readonly gradients: Readonly<Record<string, number>>;
}

const KNOWN: readonly Known[] = [
  { chip: '(x + y) * z', title: 'The chain rule', output: 'f', value: -12, gradients: { x: -4, y: -4, z: 3 } },
  {
    chip: 'neuron',
    title: 'A single neuron',
    output: 'f',
    value: SIGMA,
    // Rounded: −0.20, 0.39, −0.39, −0.59, 0.20.
    gradients: { w0: -SLOPE, x0: 2 * SLOPE, w1: -2 * SLOPE, x1: -3 * SLOPE, w2: SLOPE },
  },
  { chip: '4 + 5 + 10', title: 'Add: everyone gets the gradient', output: 'f', value: 19, gradients: { x: 1, y: 1, z: 1 } },
  { chip: '4 × 5 × 10', title: 'Multiply: the product of the others', output: 'f', value: 200, gradients: { x: 50, y: 40, z: 20 } },
  { chip: 'x⁴ − 3x³ + 2', title: 'Gradient descent on a polynomial', output: 'f', value: 6 ** 4 - 3 * 6 ** 3 + 2, gradients: { x: 4 * 6 ** 3 - 9 * 6 ** 2 } },
  { chip: 'kink', title: 'A kink: max(x, y)', output: 'f', value: 0, gradients: { x: 0, y: 3 } },
  { chip: 'softplus', title: 'Softplus: a smooth kink', output: 'f', value: Math.log(1 + Math.E), gradients: { x: SIGMA } },
  {
    chip: 'two steps',
    title: 'A shared node: two paths, one sum',
    output: 'f',
    value: 1.5 * Math.sin(1),
    // q = 1, p = 1.5: ∂f/∂q = cos(q) p + sin(q); x is read by q and by p.
    gradients: { x: 2 * (1.5 * Math.cos(1) + Math.sin(1)) + Math.sin(1), y: 0.5 * (1.5 * Math.cos(1) + Math.sin(1)) },
  },
];

for (const { chip, title, output, value, gradients } of KNOWN) {
  test(`the example ${chip} is one click away, with its numbers in the graph, beside the sliders and in the table`, async ({ page }) => {
    const circuit = new CircuitPage(page);
    await circuit.open();
    await circuit.chip(chip).click();
    await expect(circuit.chip(chip)).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('banner')).toContainText(title);
    expect((await circuit.numbersOf(output)).value).toBeCloseTo(value, 2);
    await circuit.button('All digits').click();
    expect((await circuit.numbersOf(output)).value).toBeCloseTo(value, 12);
    for (const [input, gradient] of Object.entries(gradients)) {
      expect((await circuit.numbersOf(input)).gradient, `∂${output}/∂${input}`).toBeCloseTo(gradient, 12);
      const beside = page.getByRole('listitem').filter({ has: circuit.slider(input) });
      expect(readNumber((await beside.innerText()).split('gradient')[1] ?? ''), `beside the slider of ${input}`).toBeCloseTo(gradient, 12);
      const { backprop, symbolic, central } = await circuit.cells(input);
      expect(readNumber(backprop)).toBeCloseTo(gradient, 12);
      expect(central).toMatch(/✓[\s,]*agrees/);
      if (chip !== 'kink') expect(symbolic).toMatch(/✓[\s,]*agrees/);
    }
  });
}

test('the neuron’s gradients round to those of the lesson', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  for (const [input, rounded] of Object.entries({ w0: '-0.20', x0: '0.39', w1: '-0.39', x1: '-0.59', w2: '0.20' })) {
    expect((await circuit.numbersOf(input)).gradient.toFixed(2)).toBe(rounded);
  }
  // The marks of the descent: what is trained has them, what is data has not.
  for (const input of ['w0', 'w1']) await expect(circuit.tick(input)).toBeChecked();
  for (const input of ['x0', 'x1', 'w2']) await expect(circuit.tick(input)).not.toBeChecked();
});

test('a kink has no symbolic derivative, which a note below the table explains', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.chip('kink').click();
  for (const input of ['x', 'y']) {
    const { symbolic, central } = await circuit.cells(input);
    expect(symbolic).not.toContain('✓');
    expect(symbolic).toMatch(/none[\s,]*note\s*1/);
    expect(central).toContain('✓');
  }
  await expect(circuit.notes).toHaveText('There is no symbolic rule for max here, because its slope depends on which argument is larger.');
});

test('the gradients of a shared node arrive one by one, and the graph counts them', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.chip('two steps').click();
  await circuit.choose('q');
  await page.getByRole('list', { name: 'Phases' }).getByRole('button', { name: 'backward' }).click();
  await expect(circuit.sentence).toContainText('seed · ∂f/∂f = 1');
  await expect(circuit.inspector).toContainText('The backward pass has not reached q yet.');

  const first = 1.5 * Math.cos(1);
  const sum = first + Math.sin(1);
  await circuit.stepTo('backward · v₁ → q');
  await expect(circuit.graph).toContainText('1 of 2');
  await expect(circuit.inspector).toContainText('1 of 2 has arrived');
  expect((await circuit.numbersOf('q')).gradient).toBeCloseTo(first, 3);
  await circuit.stepTo('backward · p → q');
  await expect(circuit.inspector).toContainText(`sum of 2: ${sum.toFixed(3)}`);
  await expect(circuit.graph).not.toContainText('1 of 2');
  expect((await circuit.numbersOf('q')).gradient).toBeCloseTo(sum, 2);
});
