import type { Locator } from '@playwright/test';
import { CircuitPage } from './circuitPage';
import { expect, test } from './fixture';
import { readNumber } from './page';

/** What lies behind the box: the text before the mark, and the mark. */
function markBehind(expression: Locator): { readonly all: Locator; readonly mark: Locator } {
  const all = expression.locator('xpath=preceding-sibling::*');
  return { all, mark: all.locator('span') };
}

test('dragging a slider turns value, gradients and graph with it', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.chip('(x + y) * z').click();
  await circuit.button('All digits').click();
  const box = await circuit.slider('x').boundingBox();
  if (box === null) throw new Error('the slider is not on the page');
  const y = box.y + box.height / 2;
  // From −5 to 5: −2 stands at three tenths of it.
  await page.mouse.move(box.x + 8 + (box.width - 16) * 0.3, y);
  await page.mouse.down();
  const seen = new Set<number>();
  for (const share of [0.5, 0.7, 0.95]) {
    await page.mouse.move(box.x + box.width * share, y, { steps: 3 });
    const x = readNumber(await circuit.value('x').inputValue());
    seen.add(x);
    expect(Math.abs(x - (10 * share - 5))).toBeLessThan(0.5);
    expect((await circuit.numbersOf('x')).value).toBe(x);
    expect((await circuit.numbersOf('f')).value).toBe((x + 5) * -4);
    expect((await circuit.numbersOf('z')).gradient).toBe(x + 5);
    expect((await circuit.numbersOf('x')).gradient).toBe(-4);
  }
  await page.mouse.up();
  expect(seen.size).toBe(3);
  const x = [...seen].at(-1) ?? NaN;
  expect(readNumber((await circuit.cells('z')).backprop)).toBe(x + 5);
});

test('an expression of one’s own: named lines are nodes, new inputs get sliders, known ones keep their values', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.chip('(x + y) * z').click();
  await circuit.typeExpression('area = x * width\nt = 3\ncost = area ^ 2 / t');
  await expect(page.getByRole('banner')).toContainText('An expression of your own');
  for (const name of ['x', 'width', 'area', 't', 'cost']) await expect(circuit.node(name)).toBeVisible();
  await expect(circuit.value('x')).toHaveValue('−2');
  await expect(circuit.value('t')).toHaveValue('3');
  await circuit.setValue('width', 6);
  // area = −12, cost = 48.
  expect(await circuit.numbersOf('area')).toEqual({ value: -12, gradient: -8 });
  expect(await circuit.numbersOf('cost')).toEqual({ value: 48, gradient: 1 });
  expect((await circuit.numbersOf('x')).gradient).toBe(-48);
  expect((await circuit.numbersOf('width')).gradient).toBe(16);
  expect((await circuit.numbersOf('t')).gradient).toBe(-16);
  await circuit.typeExpression('area = x * width\nt = 4\ncost = area ^ 2 / t');
  await expect(circuit.value('t')).toHaveValue('4');
  expect((await circuit.numbersOf('cost')).value).toBe(36);
});

test('a misspelling is marked where it stands; its suggestion is one click away, and undo brings it back', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  const before = await circuit.labels();
  const wrong = 'sin(x) + cso(x) * 2';
  await circuit.typeExpression(wrong);
  await expect(circuit.expression).toHaveAttribute('aria-invalid', 'true');
  await expect(circuit.problem).toContainText('"cso" is no function; did you mean cos?');
  await expect(circuit.expression).toHaveAccessibleDescription(/did you mean cos/);

  const { all, mark } = markBehind(circuit.expression);
  await expect(mark).toHaveText('cso');
  expect((await all.textContent())?.startsWith(wrong)).toBe(true);
  // Letter under letter: the mark lies on the ninth to eleventh character of a text that is set in one width.
  const [outer, inner] = await Promise.all([circuit.expression.boundingBox(), mark.boundingBox()]);
  const padding = await circuit.expression.evaluate((field) => parseFloat(getComputedStyle(field).paddingLeft) + parseFloat(getComputedStyle(field).borderLeftWidth));
  if (outer === null || inner === null) throw new Error('the mark is not on the page');
  expect(Math.abs(inner.x - (outer.x + padding + (9 * inner.width) / 3))).toBeLessThan(2);
  expect(await circuit.labels()).toEqual(before);

  await circuit.button('Use cos').click();
  await expect(circuit.expression).toHaveValue('sin(x) + cos(x) * 2');
  await expect(circuit.expression).toBeFocused();
  await expect(circuit.problem).toHaveCount(0);
  await expect(circuit.expression).toHaveAttribute('aria-invalid', 'false');

  await page.keyboard.press('Control+z');
  await expect(circuit.expression).toHaveValue(wrong);
  await expect(circuit.problem).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(circuit.expression).toHaveValue('sin(x) + cos(x) * 2');
  await circuit.setValue('x', 1);
  expect((await circuit.numbersOf('x')).gradient).toBeCloseTo(Math.cos(1) - 2 * Math.sin(1), 2);
});

test('an example takes the place of what was typed, and undo brings that back', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.typeExpression('u * 7');
  await circuit.chip('softplus').click();
  await expect(circuit.expression).toHaveValue('log(1 + exp(x))');
  await circuit.expression.focus();
  await page.keyboard.press('Control+z');
  await expect(circuit.expression).toHaveValue('u * 7');
  await expect(circuit.node('u')).toBeVisible();
  expect((await circuit.numbersOf('u')).gradient).toBe(7);
});

test('selecting a node underlines the stretch of the text that it was read from', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.choose('v3');
  await expect(markBehind(circuit.expression).mark).toHaveText('w0*x0 + w1*x1');
  await page.keyboard.press('Escape');
  await expect(markBehind(circuit.expression).mark).toHaveCount(0);
});

test('a named line of a large expression folds into one node with the same numbers, and unfolds', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.typeExpression('h = tanh(a*x + b*y + c)\ng = tanh(b*x - a*y + c)\nloss = (h - g)^2 + sin(h) * cos(g)');
  const whole = await circuit.labels();
  const numbers = await circuit.numbersOf('h');
  expect(await circuit.node('v1').count()).toBe(1);
  await page.getByRole('button', { name: 'Fold h', exact: true }).click();
  await expect(circuit.node('v1')).toHaveCount(0);
  expect(await circuit.numbersOf('h')).toEqual(numbers);
  await circuit.choose('h');
  await expect(circuit.inspector).toContainText('h stands for 5 operations of its line');
  await circuit.inspector.getByRole('button', { name: 'Unfold', exact: true }).click();
  await expect(circuit.node('v1')).toHaveCount(1);
  expect(await circuit.labels()).toEqual(whole);
  await page.getByRole('button', { name: 'Fold g', exact: true }).click();
  await page.getByRole('button', { name: 'Unfold g', exact: true }).click();
  await expect.poll(() => circuit.labels()).toEqual(whole);
});

test('Escape leaves the box, and rubbish in a number field says what is wanted and changes nothing', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.chip('(x + y) * z').click();
  const before = await circuit.labels();
  for (const [typed, says] of [
    ['', 'x must be a number; nothing was typed.'],
    ['two', 'x must be a number; “two” is not a number.'],
    ['NaN', 'x must be a number; “NaN” is not a number.'],
    ['1e999', 'x must be a number; 1e999 is beyond the largest double, about 1.8e308.'],
  ] as const) {
    await circuit.value('x').fill(typed);
    await circuit.value('x').press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
    expect(await circuit.labels()).toEqual(before);
    await circuit.value('x').press('Escape');
    await expect(circuit.value('x')).toHaveValue('−2');
  }
  await page.getByRole('button', { name: 'Range of x', exact: true }).click();
  const range = page.getByRole('group', { name: 'Range of x', exact: true });
  await range.getByRole('textbox', { name: 'Least' }).fill('7');
  await range.getByRole('textbox', { name: 'Least' }).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Least must be a number below 5; 7 is not.' })).toBeVisible();
  await range.getByRole('textbox', { name: 'Least' }).fill('-100');
  await range.getByRole('textbox', { name: 'Least' }).press('Enter');
  await expect(circuit.slider('x')).toHaveAttribute('min', '-100');
  expect(await circuit.labels()).toEqual(before);
});
