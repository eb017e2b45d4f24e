import { expect, test } from './fixture';
import { ToolPage } from './toolPage';

test('finds a word, says what it means, and shows it on the graph', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  const words = await tools.openTool('Words');
  await words.getByRole('searchbox').fill('upstream');
  await words.getByRole('searchbox').press('Enter');
  await expect(words.getByRole('heading', { name: 'Upstream gradient' })).toBeVisible();
  await expect(words.getByRole('article')).toContainText('The gradient that has arrived in a node from above');
  await expect(words.getByRole('article')).toContainText('Here, for one:');
  await expect(tools.graph).toHaveAttribute('data-spotlit', '');
  const upstream = await tools.lit();
  expect(upstream.some((name) => name.startsWith('edge from'))).toBe(true);

  await words.getByRole('searchbox').fill('gradient');
  await words.getByRole('button', { name: 'Gradient', exact: true }).click();
  await expect(words.getByRole('heading', { name: 'Gradient', exact: true })).toBeVisible();
  await expect.poll(() => tools.lit()).not.toEqual(upstream);
  // All four edges of (x + y) · z carry a gradient.
  expect((await tools.lit()).filter((name) => name.startsWith('edge'))).toHaveLength(4);
  await words.getByRole('button', { name: 'Gradient', exact: true }).click();
  await expect(words.getByText(/^Choose a word/)).toBeVisible();
  await tools.expectNoSpotlight();
});

test('begins with the word that fits what is selected, shown on the graph until the glossary is left', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  let words = await tools.openTool('Words');
  await expect(words.getByRole('heading', { name: 'Gradient', exact: true })).toBeVisible();
  await tools.tab('Charts').click();
  await tools.expectNoSpotlight();
  await tools.select('f');
  words = await tools.openTool('Words');
  await expect(words.getByRole('heading', { name: 'Operation', exact: true })).toBeVisible();
  await expect(tools.graph).toHaveAttribute('data-spotlit', '');
  await words.getByRole('button', { name: 'Operation', exact: true }).click();
  await expect(words.getByText(/^Choose a word/)).toBeVisible();
  await tools.expectNoSpotlight();
});

test('goes to the moment at which one sees a word', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.openProduct();
  await page.keyboard.press('Home');
  const words = await tools.openTool('Words');
  await words.getByRole('button', { name: 'Forward pass', exact: true }).click();
  await expect(words).toContainText('One sees it at the end of the forward pass.');
  await words.getByRole('button', { name: 'Go there' }).click();
  await expect(words).toContainText('This is the end of the forward pass.');
  expect(await tools.numbersOf('f')).toMatchObject({ value: -12, gradient: NaN });
});

test('searches meanings where no name fits, and says when nothing does', async ({ page }) => {
  const tools = new ToolPage(page);
  await tools.visit('./#lessons/linear/bias');
  const words = await tools.openTool('Words');
  const list = words.getByRole('group', { name: 'Words' });
  const all = await list.getByRole('button').count();
  expect(all).toBeGreaterThan(40);
  for (const typed of ['.*', '[', '\\', '<b>x</b>', '🦊', 'q'.repeat(3000), '__proto__']) {
    await words.getByRole('searchbox').fill(typed);
    await expect(list.getByRole('status'), typed.slice(0, 20)).toContainText('No word of the glossary goes with');
    await words.getByRole('searchbox').press('Enter');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing scrolls sideways').toBe(true);
  }
  await words.getByRole('searchbox').press('Escape');
  await expect(list.getByRole('button')).toHaveCount(all);
  await words.getByRole('searchbox').fill('  SIGMOID ');
  await expect(list.getByRole('button', { name: 'Sigmoid', exact: true })).toBeVisible();
});

for (const address of ['./#network', './#circuit', './#lessons/backpropagation/two-layers']) {
  test(`has something to say about every word on ${address}, and lights only what is there`, async ({ page }) => {
    const tools = new ToolPage(page);
    await tools.visit(address);
    const words = await tools.openTool('Words');
    const entries = words.getByRole('group', { name: 'Words' }).getByRole('button');
    for (const [index, title] of (await entries.allInnerTexts()).entries()) {
      await entries.nth(index).click();
      await expect(words.getByRole('heading', { name: title, exact: true, level: 3 }).last()).toBeVisible();
      const text = await words.getByRole('article').innerText();
      expect(text.length, title).toBeGreaterThan(60);
      expect(text, title).not.toMatch(/NaN|undefined|\[object|  /);
    }
    await tools.tab(address.includes('lessons') ? 'Inspector' : 'Charts').click();
    await expect(words).toHaveCount(0);
  });
}
