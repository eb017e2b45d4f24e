import { LESSONS } from '../../src/lessons/lessons';
import { expect, test } from './fixture';
import { LessonPage } from './lessonPage';

test('the list names every lesson with its aim, and leads to it and back', async ({ page }) => {
  const lessons = new LessonPage(page);
  await lessons.open();
  for (const { title, aim } of LESSONS) await expect(page.getByRole('link', { name: title }).filter({ hasText: aim })).toBeVisible();
  await page.getByRole('link', { name: LESSONS[4]?.title ?? '' }).click();
  await lessons.ready();
  await expect(page).toHaveURL(/#lessons\/linear$/);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'See backpropagation, one idea at a time' })).toBeVisible();
});

test('an address that names no lesson says so and lists those that there are', async ({ page }) => {
  await page.goto('#lessons/quantum-gravity');
  await expect(page.getByRole('alert')).toHaveText('There is no lesson called “quantum-gravity”. These are the lessons that there are:');
  await expect(page.getByRole('link', { name: LESSONS[0]?.title ?? '' })).toBeVisible();
});

test('an address that names no step of a lesson opens its first', async ({ page }) => {
  const lessons = new LessonPage(page);
  await lessons.open('linear/nowhere');
  await expect(page.getByRole('link', { name: /^Step 1:/ })).toHaveAttribute('aria-current', 'step');
});

test('a step moves the real timeline, and lights what it speaks of', async ({ page }) => {
  const lessons = new LessonPage(page);
  await lessons.open('linear/neuron');
  const before = await lessons.time();
  await expect(lessons.graph.locator('.node[data-lit], [data-lit]').first()).toBeVisible();
  await expect.poll(() => lessons.time()).toBeGreaterThan(before);
});

test('a name in the words lights its node, and pressing it selects the node', async ({ page }) => {
  const lessons = new LessonPage(page);
  await lessons.open('linear/rows-and-columns');
  await lessons.words.getByRole('button', { name: 'W', exact: true }).focus();
  await expect(lessons.graph.locator('[data-lit][aria-label^="W,"]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(lessons.graph.locator('[aria-pressed="true"]')).toHaveAttribute('aria-label', /^W,/);
});

test('the numbers in the words follow the numbers of the graph, and go back with them', async ({ page }) => {
  const lessons = new LessonPage(page);
  await lessons.open('add-and-multiply');
  const words = async (): Promise<string> => (await lessons.words.locator('.katex-mathml').allInnerTexts()).join(' ');
  await expect.poll(words).toContain('19');
  const field = page.getByRole('region', { name: 'Numbers to change' }).getByRole('textbox').first();
  await field.fill('104');
  await field.press('Enter');
  await expect.poll(words).toContain('119');
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect.poll(words).not.toContain('119');
});

test('progress is kept over a reload', async ({ page }) => {
  const lessons = new LessonPage(page);
  await lessons.open('sigmoid');
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('link', { name: /^Step 2:/ })).toHaveAttribute('aria-current', 'step');
  await page.goto('#lessons');
  await expect(page.getByRole('link', { name: /^6|Sigmoid/ })).toContainText('2 steps seen');
  await page.reload();
  await expect(page.getByRole('link', { name: /^6|Sigmoid/ })).toContainText('2 steps seen');
});

test.describe('a lesson that cannot be fetched', () => {
  test.use({ tolerated: /ERR_FAILED|Failed to load|Failed to fetch|preload/i });

  test('says so, and can be tried again', async ({ page }) => {
    let isDown = true;
    await page.route('**/assets/lesson-*.js', (route) => (isDown ? route.abort() : route.continue()));
    await page.goto('#lessons/linear');
    await expect(page.getByRole('alert')).toContainText('This lesson could not be fetched');
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await new LessonPage(page).ready();
  });
});

test('leaving a lesson leaves nothing pointed at on the network', async ({ page }) => {
  const lessons = new LessonPage(page);
  await lessons.open('stochastic-gradient-descent');
  await expect(lessons.graph).toHaveAttribute('data-spotlit', '');
  await page.getByRole('link', { name: 'Network', exact: true }).click();
  await expect(lessons.graph.locator('[data-form]').first()).toBeVisible();
  await expect(lessons.graph).not.toHaveAttribute('data-spotlit', '');
});
