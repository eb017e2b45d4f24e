import type { Locator } from '@playwright/test';
import { expect, test } from './fixture';
import { readNumber } from './page';
import { ToolPage } from './toolPage';

/** What every question about (x + y) · z at x = −2, y = 5, z = −4 has for its answer, by its formula. */
const TRUTH: ReadonlyMap<string, number> = new Map([
  ['the value of v₁', 3],
  ['the value of f', -12],
  ['∂f/∂v₁', -4],
  ['∂f/∂x', -4],
  ['∂f/∂y', -4],
  ['∂f/∂z', 3],
]);

/** What is asked for in the open question. */
async function asked(predict: Locator): Promise<string> {
  const prompt = await predict.getByRole('textbox').evaluate((field) => (field as HTMLInputElement).labels?.[0]?.textContent);
  return /What is (.*?)(?:, once all of it has arrived)?\?$/.exec(prompt ?? '')?.[1] ?? `nothing, but “${prompt}”`;
}

async function answer(predict: Locator, typed: string): Promise<void> {
  await predict.getByRole('textbox').fill(typed);
  await predict.getByRole('textbox').press('Enter');
}

test.beforeEach(async ({ page }) => {
  // Questions are taken at random; the same ones come in every run.
  await page.addInitScript(() => {
    Date.now = () => 20;
  });
});

test('traces a wrong sign to it, gives three hints, and shows what was asked once it has been said', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  const predict = await tools.openTool('Predict');
  await predict.getByRole('combobox', { name: 'Difficulty' }).selectOption({ label: 'Hard: sums, shares, cells of gradients' });
  for (let round = 0; round < 3; round++) {
    await predict.getByRole('button', { name: round === 0 ? 'Begin' : 'Next question', exact: true }).click();
    await expect(predict.getByRole('textbox')).toBeFocused();
    const what = await asked(predict);
    const truth = TRUTH.get(what);
    if (truth === undefined) throw new Error(`nobody knows ${what}`);
    // No gradient here takes more than one product, and a value takes less.
    expect(what).toMatch(/^∂/);
    await expect(predict.getByText('so the plain ones are asked for.')).toBeVisible();
    const [, name = ''] = /(?:∂f\/∂|value of )(.*)/.exec(what) ?? [];
    const node = name.replace('₁', '1');
    const number = async (): Promise<number> => (await tools.numbersOf(node))[what.startsWith('∂') ? 'gradient' : 'value'];
    // Nothing of the answer is on the graph yet, nor in what stands beside it.
    expect(await number()).toBeNaN();
    await expect(tools.gradients).toHaveCount(0);
    const before = await tools.time();

    await answer(predict, String(-truth));
    await expect(predict.getByRole('status')).toContainText('The size is right, the sign is not.');
    await expect(predict.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
    for (const hint of ['First hint', 'Second hint', 'Third hint']) await predict.getByRole('button', { name: hint, exact: true }).click();
    await expect(predict.getByRole('listitem')).toHaveCount(3);
    await expect(predict.getByRole('listitem').last()).toContainText(/ = \?/);
    expect(await tools.time()).toBe(before);

    // As a sum that somebody works out on the way.
    await answer(predict, `${truth} * 2 / 2`);
    await expect(predict.getByRole('status').first()).toHaveText(`Right: ${String(truth).replace('-', '−')}.`);
    await expect.poll(number).toBe(truth);
    expect(await tools.time()).toBeGreaterThan(before);
    await expect(tools.node(node)).toHaveAttribute('aria-pressed', 'true');
    await expect(predict.getByRole('button', { name: 'Next question', exact: true })).toBeFocused();
  }
  await expect(predict.getByRole('row', { name: 'Right 3' })).toBeVisible();
  await expect(predict.getByRole('row', { name: /^Wrong sign 3|^.*[Ss]ign.* 3$/ })).toBeVisible();
});

test('keeps the score over a reload until it is cleared', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  let predict = await tools.openTool('Predict');
  await predict.getByRole('combobox', { name: 'Difficulty' }).selectOption({ label: 'Hard: sums, shares, cells of gradients' });
  await predict.getByRole('button', { name: 'Begin', exact: true }).click();
  const truth = TRUTH.get(await asked(predict)) ?? NaN;
  await answer(predict, '1234567');
  await expect(predict.getByRole('row', { name: 'Other wrong answers 1' })).toBeVisible();
  // The same answer again is the same mistake; what is no number is none.
  await answer(predict, '1234567');
  await answer(predict, 'many');
  await answer(predict, '');
  await expect(predict.getByRole('row', { name: 'Other wrong answers 1' })).toBeVisible();
  await answer(predict, String(truth));
  await expect(predict.getByRole('row', { name: 'Right 1' })).toBeVisible();

  await page.reload();
  predict = await tools.openTool('Predict');
  await expect(predict.getByRole('row', { name: 'Right 1' })).toBeVisible();
  await expect(predict.getByRole('row', { name: 'Other wrong answers 1' })).toBeVisible();
  await predict.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(predict.getByRole('row', { name: 'Right 0' })).toBeVisible();
  await expect(predict.getByRole('row')).toHaveCount(1);
  await page.reload();
  predict = await tools.openTool('Predict');
  await expect(predict.getByRole('row', { name: 'Right 0' })).toBeVisible();
});

test('shows an answer on request, which counts neither way, and notices when time goes on by itself', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  const predict = await tools.openTool('Predict');
  await predict.getByRole('button', { name: 'Begin', exact: true }).click();
  const before = await tools.time();
  await predict.getByRole('button', { name: 'Show it', exact: true }).click();
  expect(await tools.time()).toBeGreaterThan(before);
  await expect(predict.getByRole('row', { name: 'Right 0' })).toBeVisible();
  await predict.getByRole('button', { name: 'Next question', exact: true }).click();
  await tools.button('Step forward').focus();
  await page.keyboard.press('End');
  await expect(predict.getByText('Time has gone on: the answer is on the graph by now.')).toBeVisible();
  await expect(predict.getByRole('button', { name: 'Check', exact: true })).toBeDisabled();
});

test('uncovers everything when it is closed in the middle of a question', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  await expect(tools.gradients).toBeVisible();
  const predict = await tools.openTool('Predict');
  await predict.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(tools.gradients).toHaveCount(0);
  await tools.tab('Charts').click();
  await expect(tools.gradients).toBeVisible();
  await tools.expectNoSpotlight();
});

test('asks for shapes in the network, and finds rows and columns that have been swapped', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#network');
  const predict = await tools.openTool('Predict');
  await predict.getByRole('button', { name: 'Begin', exact: true }).click();
  const shapes = new Map([['W₁', [13, 10]], ['b₁', [10]], ['W₂', [10, 1]], ['b₂', [1]]]);
  for (let question = 0; question < 12; question++) {
    const prompt = await predict.getByRole('textbox').evaluate((field) => (field as HTMLInputElement).labels?.[0]?.textContent ?? '');
    const [, node = ''] = /^Which shape will ∂C\/∂(.*) have\?$/.exec(prompt) ?? [];
    const shape = shapes.get(node);
    if (shape?.length === 2) {
      await answer(predict, shape.toReversed().join(' x '));
      await expect(predict.getByRole('status')).toContainText('Rows and columns have been swapped');
      await answer(predict, shape.join(' by '));
      await expect(predict.getByRole('status').first()).toHaveText(`Right: ${shape.join(' × ')}.`);
      return;
    }
    await predict.getByRole('button', { name: 'Show it', exact: true }).click();
    await predict.getByRole('button', { name: 'Next question', exact: true }).click();
  }
  throw new Error('no shape was asked for in twelve questions');
});

test('asks about the graph of a lesson what can be said of it, too', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#lessons/linear/from-above');
  const predict = await tools.openTool('Predict');
  await predict.getByRole('combobox', { name: 'Difficulty' }).selectOption({ label: 'Hard: sums, shares, cells of gradients' });
  await predict.getByRole('button', { name: 'Begin', exact: true }).click();
  const truth: ReadonlyMap<string, number> = new Map(
    // C is the sum of l = X · W + b, so that ones arrive in l: ∂C/∂W = Xᵀ · 1, ∂C/∂b = 2.
    Object.entries({ W: [4, 4, 6, 6], b: [2, 2], l: [1, 1, 1, 1] }).flatMap(([node, cells]) =>
      cells.map((value, cell): [string, number] => [node === 'b' ? `∂C/∂b at cell ${cell + 1}` : `∂C/∂${node} in row ${Math.floor(cell / 2) + 1}, column ${(cell % 2) + 1}`, value]),
    ),
  );
  for (let question = 0; question < 8; question++) {
    const value = truth.get(await asked(predict));
    if (value !== undefined) {
      await answer(predict, String(value));
      await expect(predict.getByRole('status').first()).toHaveText(`Right: ${value}.`);
      return;
    }
    await predict.getByRole('button', { name: 'Show it', exact: true }).click();
    await predict.getByRole('button', { name: 'Next question', exact: true }).click();
  }
  throw new Error('no gradient was asked for in eight questions');
});

test('asks, when it is hard, for the share along one edge, and knows the whole gradient when it sees it', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#lessons/add-and-multiply/both');
  const predict = await tools.openTool('Predict');
  await predict.getByRole('combobox', { name: 'Difficulty' }).selectOption({ label: 'Hard: sums, shares, cells of gradients' });
  await predict.getByRole('button', { name: 'Begin', exact: true }).click();
  // h = a · b · c + c with a = 3 and b = −2: the edge to the product brings −6, that to the sum 1, and c has −5 of both.
  const shares = new Map([['g', -6], ['h', 1]]);
  for (let question = 0; question < 8; question++) {
    const prompt = await predict.getByRole('textbox').evaluate((field) => (field as HTMLInputElement).labels?.[0]?.textContent ?? '');
    // There is nothing plain among the hard ones: all that is read twice is c.
    expect(prompt).toMatch(/^What (?:travels back from [gh] to c|is ∂h\/∂c, once all of it has arrived)\?$/);
    const [, from = ''] = /from ([gh]) to c/.exec(prompt) ?? [];
    const share = shares.get(from);
    if (share !== undefined) {
      await answer(predict, '-5');
      await expect(predict.getByRole('status').first()).toHaveText(`That is the whole gradient of c, −5, the shares of both edges added up. The question is about the share along one edge alone, from ${from}.`);
      await expect(predict.getByRole('row', { name: 'Whole gradient instead of one share 1' })).toBeVisible();
      await answer(predict, String(share));
      await expect(predict.getByRole('status').first()).toHaveText(`Right: ${String(share).replace('-', '−')}.`);
      return;
    }
    await predict.getByRole('button', { name: 'Show it', exact: true }).click();
    await predict.getByRole('button', { name: 'Next question', exact: true }).click();
  }
  throw new Error('no share was asked for in eight questions');
});

test('reads no number out of nonsense, and says what it wants', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  const predict = await tools.openTool('Predict');
  await predict.getByRole('combobox', { name: 'Difficulty' }).selectOption({ label: 'Hard: sums, shares, cells of gradients' });
  await predict.getByRole('button', { name: 'Begin', exact: true }).click();
  const before = await tools.time();
  for (const typed of ['', '   ', 'NaN', '1/0', '<img src=x onerror=alert(1)>', '9'.repeat(400), '((((((((((', '1e999', '1,234', '−', '__proto__', '🦊', '='.repeat(400)]) {
    await answer(predict, typed);
    await expect(predict.getByRole('status'), typed).toContainText(/Type a number|has no finite value|can be read in two ways|is longer than|is not a number|Not that/);
  }
  expect(await tools.time()).toBe(before);
  await expect(predict.getByRole('row', { name: 'Right 0' })).toBeVisible();
  expect(readNumber(await predict.getByRole('row').first().innerText())).toBe(0);
});
