import { leaks } from './circuitLeaks';
import { CircuitPage } from './circuitPage';
import { expect, test } from './fixture';
import { readNumber } from './page';

const f = (x: number): number => x ** 4 - 3 * x ** 3 + 2;
const slope = (x: number): number => 4 * x ** 3 - 9 * x ** 2;

/** Where plain descent on the polynomial ends, and after how many steps. */
function arrival(from: number, rate: number, threshold: number): { readonly x: number; readonly steps: number } {
  for (let [x, steps] = [from, 1]; ; steps++) {
    const next = x - rate * slope(x);
    if (Math.abs(next - x) <= threshold) return { x: next, steps };
    x = next;
  }
}

async function openPolynomial(circuit: CircuitPage, from: number): Promise<void> {
  await circuit.open();
  await circuit.chip('x⁴ − 3x³ + 2').click();
  await circuit.setValue('x', from);
  await circuit.page.getByLabel('Pace').selectOption('full speed');
}

test('gradient descent on the polynomial goes from 6 to 2.249965 in 70 iterations, and says so in words and pictures', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await openPolynomial(circuit, 6);
  await expect(circuit.field('Learning rate')).toHaveValue('0.01');
  await expect(circuit.field('Stop when a step is under')).toHaveValue('0.00001');
  await circuit.button('Descend').click();
  await expect(circuit.standing).toContainText('it has arrived at x = 2.249965 after 70 iterations.');
  await expect(circuit.standing).toContainText('iteration 70 · f = −6.543');

  const { x, steps } = arrival(6, 0.01, 1e-5);
  expect(steps).toBe(70);
  await circuit.button('All digits').click();
  expect(readNumber(await circuit.value('x').inputValue())).toBeCloseTo(x, 12);
  expect((await circuit.numbersOf('f')).value).toBeCloseTo(f(x), 12);
  await expect(circuit.button('Descend')).toBeDisabled();
  await expect(circuit.button('Step once')).toBeDisabled();

  const curve = page.getByRole('figure', { name: 'f over the iterations', exact: true });
  await expect(curve.getByRole('img')).toHaveAccessibleName(/^f over the iterations: from 650 to −6\.542968\d+ at iteration 70, linear scale, stopped after 70 iterations$/);
  const section = page.getByRole('figure', { name: 'f along x', exact: true });
  await expect(section.getByRole('img')).toHaveAccessibleName(/^f along x, from −2 to 6\.5; values from −6\.54.*; at x 2\.249964\d+: f −6\.542968\d+, slope −0\.00071\d+; a descent of 70 iterations$/);

  await circuit.button('Reset descent').click();
  await expect(circuit.value('x')).toHaveValue('6');
  await expect(circuit.standing).toHaveText(/^iteration 0 · f = 650/);
});

test('from 0 it stops at once: the gradient is 0 in a flat inflection', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await openPolynomial(circuit, 0);
  await circuit.button('Descend').click();
  await expect(circuit.standing).toContainText('The gradient is 0 here, so nothing moves: a flat inflection, not a minimum.');
  await expect(circuit.standing).toContainText('iteration 0 · f = 2');
  await expect(circuit.value('x')).toHaveValue('0');
});

test('a number that a descent moves can be typed over all the same', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await openPolynomial(circuit, 6);
  await page.getByLabel('Pace').selectOption('30 steps / s');
  await circuit.type('Learning rate', '0.0001');
  await circuit.value('x').selectText();
  await circuit.button('Descend').evaluate((button) => {
    // As where a press does not take the focus along.
    if (button instanceof HTMLElement) button.click();
  });
  await expect(circuit.standing).toContainText(/iteration ([3-9]|\d{2,}) /);
  await expect(circuit.value('x')).toBeFocused();
  await page.keyboard.type('4');
  await expect(circuit.value('x')).toHaveValue('4');
  await page.keyboard.press('Enter');
  await expect(circuit.standing).toHaveText('iteration 0 · f = 66');
  await circuit.value('x').press('Escape');
  await expect(circuit.value('x')).toHaveValue('4');
});

test('from 8 it overflows, says where, and stays where numbers are still numbers', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await openPolynomial(circuit, 8);
  // The same steps by hand, until one is no finite number any more.
  let [x, steps] = [8, 0];
  for (let next = x; Number.isFinite(f(next)) && Number.isFinite(slope(next)); steps++) [x, next] = [next, next - 0.01 * slope(next)];
  await circuit.button('Descend').click();
  await expect(circuit.standing).toContainText('It overflowed at iteration');
  await expect(circuit.standing).toContainText('The learning rate is too large for this start; reset the descent and try a smaller one.');
  expect(Math.abs(readNumber(((await circuit.standing.innerText()).split('overflowed at iteration')[1]) ?? '') - steps)).toBeLessThanOrEqual(1);
  await expect(page.getByRole('figure', { name: 'f over the iterations' }).getByRole('img')).toHaveAccessibleName(/, v₁ overflows next$/);
  expect(Number.isFinite(readNumber(await circuit.value('x').inputValue()))).toBe(true);
  await circuit.button('All digits').click();
  expect(await leaks(page)).toEqual([]);
  await circuit.button('Reset descent').click();
  await expect(circuit.value('x')).toHaveValue('8');
});

test('a step once, and stepping past the end of an iteration by key, both take the step', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await openPolynomial(circuit, 6);
  await circuit.button('All digits').click();
  const transport = page.getByRole('group', { name: 'Transport', exact: true });
  await expect(transport).toContainText('iteration 0 → 1 · not taken yet');
  const moment = await circuit.sentence.textContent();
  await circuit.button('Step once').click();
  const once = 6 - 0.01 * slope(6);
  expect(readNumber(await circuit.value('x').inputValue())).toBeCloseTo(once, 12);
  await expect(circuit.standing).toContainText('iteration 1');
  // The same moment of the next iteration.
  expect(await circuit.sentence.textContent()).toBe(moment);
  await expect(transport).toContainText('iteration 1 → 2 · not taken yet');

  await page.keyboard.press('End');
  await expect(circuit.sentence).toContainText('update · x');
  await page.keyboard.press('ArrowRight');
  await expect(transport).toContainText('iteration 2 → 3 · not taken yet');
  const twice = once - 0.01 * slope(once);
  expect(readNumber(await circuit.value('x').inputValue())).toBeCloseTo(twice, 12);
  await page.keyboard.press('End');
  expect((await circuit.numbersOf('f')).value).toBeCloseTo(f(twice), 12);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(transport).toContainText('iteration 1 → 2');
  await expect(transport).not.toContainText('not taken yet');
});

test('a descent of as many iterations as were allowed goes on from there; one that runs can be paused', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await openPolynomial(circuit, 6);
  await circuit.type('Learning rate', '0.0001');
  await circuit.type('Most iterations', '10');
  await circuit.button('Descend').click();
  await expect(circuit.standing).toContainText('Stopped after 10 iterations, still moving. Descend goes on from here.');
  await circuit.button('Descend').click();
  await expect(circuit.standing).toContainText('Stopped after 20 iterations');
  let x = 6;
  for (let step = 0; step < 20; step++) x -= 0.0001 * slope(x);
  expect(readNumber(await circuit.value('x').inputValue())).toBeCloseTo(x, 3);

  await page.getByLabel('Pace').selectOption('10 steps / s');
  await circuit.type('Most iterations', '100000');
  await circuit.button('Descend').click();
  await expect(circuit.standing).toContainText(/iteration 2[2-9]/);
  await circuit.button('Pause descent').click();
  const paused = await circuit.standing.innerText();
  await expect(circuit.button('Descend')).toBeEnabled();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  expect(await circuit.standing.innerText()).toBe(paused);
});

test('with two ticked inputs there is a contour, whose point follows the sliders and the keys', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.typeExpression('x^2 + 10 * y^2');
  await circuit.tick('x').check();
  await expect(page.getByRole('figure', { name: 'f along x', exact: true })).toBeVisible();
  await circuit.tick('y').check();
  const contour = page.getByRole('figure', { name: 'f over x and y', exact: true });
  await circuit.setValue('x', 3);
  await circuit.setValue('y', -2);
  await expect(contour.getByRole('img')).toHaveAccessibleName(/^f over x from −5 to 5 and y from −5 to 5; values from (0|0?\.\d+) to 275; at x 3, y −2: f 49$/);
  await circuit.type('Learning rate', '0.05');
  await circuit.button('Step once').click();
  // x − 0.05 · 2x, y − 0.05 · 20y.
  await expect(circuit.value('x')).toHaveValue('2.7');
  await expect(circuit.value('y')).toHaveValue('0');
  await expect(contour.getByRole('img')).toHaveAccessibleName(/at x 2\.7, y 0: f 7\.29; a descent of 1 iteration$/);
  await page.getByRole('button', { name: 'one input', exact: true }).click();
  await expect(contour).toHaveCount(0);
  await expect(page.getByRole('figure', { name: /^f along [xy]$/ })).toBeVisible();
});

test('where there is nothing to descend on, the reason stands beside the button', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.chip('(x + y) * z').click();
  await expect(circuit.button('Descend')).toBeDisabled();
  await expect(circuit.button('Descend')).toHaveAccessibleDescription('Tick an input, and gradient descent moves it.');
  await circuit.typeExpression('1 + 2');
  await expect(circuit.button('Descend')).toHaveAccessibleDescription('There is no input that gradient descent could move.');
  await circuit.typeExpression('log(u)');
  await expect(circuit.button('Descend')).toBeEnabled();
  await circuit.setValue('u', -1);
  await expect(circuit.button('Descend')).toHaveAccessibleDescription('f has no value here, and so no gradient to follow. Move an input.');
});

test('rubbish in the descent’s fields says what is wanted, and changes nothing', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  for (const [setting, typed, says] of [
    ['Learning rate', '0', 'Learning rate must be a number above 0 and at most 100; 0 is not.'],
    ['Learning rate', 'Infinity', 'Learning rate must be a number above 0 and at most 100; “Infinity” is not a number.'],
    ['Stop when a step is under', '-1', 'The step length to stop at must be a number above 0 and at most 1; -1 is not.'],
    ['Most iterations', '2.5', 'The number of iterations must be a whole number from 1 to 100,000; 2.5 is not whole.'],
    ['Most iterations', '', 'The number of iterations must be a whole number from 1 to 100,000; nothing was typed.'],
  ] as const) {
    const before = await circuit.field(setting).inputValue();
    await circuit.type(setting, typed);
    await expect(page.getByText(says, { exact: true })).toBeVisible();
    await circuit.field(setting).press('Escape');
    await expect(page.getByText(says, { exact: true })).toBeHidden();
    await expect(circuit.field(setting)).toHaveValue(before);
  }
});

test('whoever turns, types or takes hold of the transport while a descent runs, ends it there', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await openPolynomial(circuit, 6);
  await page.getByLabel('Pace').selectOption('30 steps / s');
  const run = async (): Promise<void> => {
    await circuit.type('Learning rate', '0.0001');
    await circuit.button('Descend').click();
    await expect(circuit.standing).toContainText(/iteration [1-9]/);
  };
  await run();
  await page.keyboard.press('ArrowLeft');
  await expect(circuit.button('Descend')).toBeVisible();
  await expect(circuit.standing).toContainText(/iteration [1-9]/);

  await run();
  await circuit.setValue('x', 4);
  await expect(circuit.button('Descend')).toBeVisible();
  await expect(circuit.standing).toHaveText('iteration 0 · f = 66');
  // 4⁴ − 3 · 4³ + 2.
  expect((await circuit.numbersOf('f')).value).toBe(66);

  await run();
  await circuit.typeExpression('x^2');
  await expect(circuit.button('Descend')).toBeVisible();
  await expect(circuit.standing).toContainText('iteration 0');
  await run();
  await page.getByRole('link', { name: 'Network', exact: true }).click();
  await expect(page.getByText('13 → 10 → 1')).toBeVisible();
  await page.goBack();
  await expect(circuit.standing).toContainText(/iteration [1-9]/);
  await circuit.chip('(x + y) * z').click();
  await expect(circuit.button('Descend')).toBeDisabled();
  expect((await circuit.numbersOf('f')).value).toBe(-12);
});
