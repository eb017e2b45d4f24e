import type { Locator } from '@playwright/test';
import { expect, test } from './fixture';
import { readNumber } from './page';
import { ToolPage } from './toolPage';

/** What the table says a slope is, and by how much it is off. */
async function slope(nudge: Locator, name: string): Promise<{ readonly value: number; readonly error: number }> {
  const [value = '', error = ''] = await nudge.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell').allInnerTexts();
  return { value: readNumber(value), error: readNumber(error) };
}

/** Chooses ε on its slider by keyboard, and waits until something is said about it. */
async function turnTo(nudge: Locator, text: string): Promise<void> {
  const slider = nudge.getByRole('slider', { name: 'ε on a logarithmic scale' });
  await slider.focus();
  for (let press = 0; press < 80; press++) {
    const [at, wanted] = [readNumber((await slider.getAttribute('aria-valuetext')) ?? ''), Number(text)];
    if (Math.abs(at / wanted - 1) < 1e-9) return;
    await slider.press(at < wanted ? 'ArrowRight' : 'ArrowLeft');
  }
  throw new Error(`the slider does not reach ${text}`);
}

test('of x in x³ measures slopes that agree with the gradient at a sensible ε, and says why they do not at a tiny one', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openExpression('x^3');
  await tools.setValue('x', 2);
  await tools.select('x');
  const time = await tools.time();
  const nudge = await tools.openTool('Nudge');
  const finding = nudge.getByRole('status').first();
  // (2 + ε)³ − 8 = 12ε + 6ε² + ε³, so that the forward slope is 12 + 6ε + ε² and the central one 12 + ε².
  for (const [text, forward, central] of [['0.001', 12.006001, 12.000001], ['0.1', 12.61, 12.01], ['1', 19, 13]] as const) {
    await turnTo(nudge, text);
    const [measured, both] = [await slope(nudge, 'forward slope'), await slope(nudge, 'central slope')];
    expect(measured.value / forward, text).toBeCloseTo(1, 4);
    expect(both.value / central, text).toBeCloseTo(1, 4);
    expect(measured.error / (forward / 12 - 1), text).toBeCloseTo(1, 1);
    await expect(finding).toContainText('What a straight line leaves out is the truncation error.');
  }
  expect((await slope(nudge, 'gradient')).value).toBe(12);
  await turnTo(nudge, '1e-15');
  expect((await slope(nudge, 'forward slope')).error).toBeGreaterThan(0.01);
  await expect(finding).toContainText(/the spacing of doubles near f|is the same double as x/);
  // The slider's arrows are its own: time stands still.
  expect(await tools.time()).toBe(time);
  expect(await tools.numbersOf('x')).toEqual({ value: 2, gradient: 12 });
  expect((await tools.lit()).length).toBeGreaterThan(1);
});

test('writes the changes on the edges, and goes the other way on request', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  await tools.select('x');
  const nudge = await tools.openTool('Nudge');
  await turnTo(nudge, '0.1');
  await expect(nudge.getByRole('list', { name: 'The change in each node, in order' })).toContainText('f −0.4');
  await expect.poll(() => tools.written()).toContain('+0.1');
  await nudge.getByRole('button', { name: '−', exact: true }).click();
  await expect(nudge.getByRole('list', { name: 'The change in each node, in order' })).toContainText('f +0.4');
  await expect.poll(() => tools.written()).toContain('−0.1');
  expect((await slope(nudge, 'forward slope')).value).toBeCloseTo(-4, 3);
  await nudge.getByRole('combobox', { name: 'Move' }).selectOption('z');
  await expect(tools.node('z')).toHaveAttribute('aria-pressed', 'true');
  expect((await slope(nudge, 'gradient')).value).toBe(3);
  await nudge.getByRole('button', { name: 'Watch it travel' }).click();
  await expect(nudge.getByRole('status').last()).toHaveText('f has changed by −0.3', { timeout: 10_000 });
});

test('names a kink: exactly here, and between here and there', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openExpression('abs(x)');
  await tools.setValue('x', 0);
  await tools.select('x');
  const nudge = await tools.openTool('Nudge');
  const finding = nudge.getByRole('status').first();
  await expect(finding).toContainText(/has its kink exactly here: its input is 0\. There are two slopes/);
  await tools.setValue('x', 0.5);
  await expect(finding).not.toContainText('kink');
  await turnTo(nudge, '1');
  await nudge.getByRole('button', { name: '−', exact: true }).click();
  await expect(finding).toContainText(/bends between x and x \+ ε: its input goes from 0\.5 to −0\.5\./);
  // |−0.5| − |0.5| = 0.
  expect((await slope(nudge, 'forward slope')).value).toBeCloseTo(0, 12);
});

test('tells where there is no value to compare with', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openExpression('log(x)');
  await tools.setValue('x', 0.5);
  await tools.select('x');
  const nudge = await tools.openTool('Nudge');
  await turnTo(nudge, '1');
  await expect(nudge.getByRole('status').first()).toContainText(/At x − ε there is no value\..*no central slope|At x − ε /);
  expect((await slope(nudge, 'forward slope')).value).toBeCloseTo(Math.log(1.5 / 0.5), 3);
});

test('of a weight of the network measures what backpropagation has computed', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#network');
  await page.keyboard.press('End');
  await tools.node('W2').locator('text').first().click();
  const nudge = await tools.openTool('Nudge');
  await nudge.getByRole('textbox', { name: 'row, 1 to 10' }).fill('4');
  await nudge.getByRole('textbox', { name: 'row, 1 to 10' }).press('Enter');
  await turnTo(nudge, '0.0001');
  const [gradient, central] = [await slope(nudge, 'gradient'), await slope(nudge, 'central slope')];
  expect(Math.abs(gradient.value)).toBeGreaterThan(0);
  expect(central.value / gradient.value).toBeCloseTo(1, 4);
  await expect(tools.inspector.getByRole('heading', { name: /One cell, worked out · row 4/ })).toBeVisible();
});

test('of a lesson’s input counts whatever stands in its field, and says what cannot be', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#lessons/linear/bias');
  const nudge = await tools.openTool('Nudge');
  const field = nudge.getByRole('textbox', { name: 'ε', exact: true });
  for (const typed of ['', '0', '-1', 'tiny', '1e999', 'NaN', '1001', '<b>1</b>']) {
    await field.fill(typed);
    await field.press('Enter');
    await expect(nudge.getByText(/ε must be a number above 0 and at most 1000/), typed).toBeVisible();
    await field.press('Escape');
    await expect(field).toHaveValue('0.001');
  }
  // The least double that there is moves nothing at all.
  await field.fill('5e-324');
  await field.press('Enter');
  await expect(nudge.getByRole('status').first()).toContainText('is the same double as x');
  await field.fill('1000');
  await field.press('Enter');
  await expect(nudge.getByRole('row', { name: /^central slope/ }).getByRole('cell').first()).not.toHaveText('NaN');
  for (const [name, typed] of [['row', '3'], ['row', '0'], ['column', '1.5'], ['column', 'last']] as const) {
    const place = nudge.getByRole('textbox', { name: `${name}, 1 to 2`, exact: true });
    if ((await place.count()) === 0) await nudge.getByRole('combobox', { name: 'Move' }).selectOption('W');
    await place.fill(typed);
    await place.press('Enter');
    await expect(nudge.getByText(new RegExp(`The ${name} must be a whole number from 1 to 2`))).toBeVisible();
    await place.press('Escape');
  }
});
