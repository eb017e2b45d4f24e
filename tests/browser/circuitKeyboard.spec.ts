import type { Locator, Page } from '@playwright/test';
import { CircuitPage } from './circuitPage';
import { expect, test } from './fixture';

async function focusByTab(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press(key);
    if ((await target.count()) > 0 && (await target.first().evaluate((element) => element === document.activeElement))) return;
  }
  throw new Error(`${key} never came to the element`);
}

test('the whole journey through a circuit by keyboard alone', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();

  await focusByTab(page, circuit.expression);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('(a + b) * c');
  await expect(circuit.node('c')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(circuit.expression).not.toBeFocused();

  await focusByTab(page, circuit.slider('b'));
  await expect(circuit.slider('b')).toHaveValue('3');
  await page.keyboard.press('ArrowRight');
  await expect(circuit.value('b')).toHaveValue('3.1');
  await page.keyboard.press('PageDown');
  await expect(circuit.value('b')).toHaveValue('2.1');
  await page.keyboard.press('Home');
  await expect(circuit.value('b')).toHaveValue('−5');
  // a = 2, c = 0.5.
  expect(await circuit.numbersOf('f')).toEqual({ value: -1.5, gradient: 1 });
  expect((await circuit.numbersOf('c')).gradient).toBe(-3);
  await focusByTab(page, circuit.tick('a'), 'Shift+Tab');
  await page.keyboard.press(' ');
  await expect(circuit.tick('a')).toBeChecked();

  // Into the graph: one stop, arrows along the wires, Enter chooses, Escape gives up.
  await focusByTab(page, circuit.graph.locator('[tabindex="0"]'), 'Shift+Tab');
  const focused = async (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const walked = [await focused()];
  for (let press = 0; press < 4; press++) {
    await page.keyboard.press('ArrowRight');
    walked.push(await focused());
  }
  expect(walked[0]).toMatch(/^[abc], .*input/);
  expect(walked[1]).toMatch(/^edge from [abc] to/);
  expect(walked.at(-1)).toMatch(/^f, Multiply, value −1\.5/);
  await page.keyboard.press('Enter');
  await expect(circuit.inspector).toContainText('Selected node');
  await expect(circuit.node('f')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(circuit.inspector).toContainText('This moment');

  // From the timeline the page's own keys play and step.
  await focusByTab(page, circuit.timeline);
  await page.keyboard.press('Home');
  await expect(circuit.sentence).toContainText('step 0 of');
  await page.keyboard.press('ArrowRight');
  await expect(circuit.sentence).toContainText('step 1 of');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(circuit.sentence).toContainText('sort');
  await page.keyboard.press(' ');
  await expect(circuit.sentence).not.toContainText('sort');
  await page.keyboard.press(' ');
  await expect(circuit.button('Play')).toBeVisible();

  await focusByTab(page, circuit.button('Step once'));
  await page.keyboard.press('Enter');
  await expect(circuit.standing).toContainText('iteration 1');
  // ∂f/∂a = c: 2 − 0.1 · 0.5 at the rate of the first example.
  await expect(circuit.value('a')).toHaveValue('1.95');
});

test('the page’s keys do nothing while an expression or a number is typed', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.chip('(x + y) * z').click();
  await circuit.choose('f');
  const moment = await circuit.sentence.textContent();
  await circuit.expression.focus();
  for (const key of ['Home', 'ArrowLeft', 'ArrowRight', 'Shift+ArrowLeft', 'End', 'ArrowRight', ' ', '+', ' ', '1', '?']) await page.keyboard.press(key);
  await expect(circuit.expression).toHaveValue('(x + y) * z + 1?');
  await page.keyboard.press('Backspace');
  await expect(circuit.expression).toHaveValue('(x + y) * z + 1');
  expect((await circuit.numbersOf('f')).value).toBe(-11);
  await expect(circuit.button('Play')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(circuit.sentence).toContainText('backward');

  await circuit.chip('(x + y) * z').click();
  await circuit.choose('f');
  await circuit.value('x').focus();
  for (const key of ['Home', 'ArrowRight', 'ArrowLeft', 'End', ' ', '?', 'Shift+ArrowLeft', 'Escape']) await page.keyboard.press(key);
  expect(await circuit.sentence.textContent()).toBe(moment);
  await expect(circuit.node('f')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(circuit.value('x')).toHaveValue('−2');
});

test('the points of the pictures move by keyboard', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.chip('x⁴ − 3x³ + 2').click();
  const point = page.getByRole('slider', { name: 'Present point, x', exact: true });
  await point.focus();
  await expect(point).toHaveAttribute('aria-valuetext', 'at x 6: f 650, slope 540');
  await page.keyboard.press('Home');
  await expect(circuit.value('x')).toHaveValue('−2');
  await expect(point).toHaveAttribute('aria-valuetext', 'at x −2: f 42, slope −68');
  expect(await circuit.numbersOf('x')).toEqual({ value: -2, gradient: -68 });
});
