import { STAGES } from '../../src/lessons/chainRule/stages';
import { LESSONS } from '../../src/lessons/lessons';
import { questionOf } from '../../src/study/questions/questionOf';
import { timelineOfStage } from '../lessons/lessonTimeline';
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

test('an answer belongs to the numbers that it was given for: others make the field empty again', async ({ page }) => {
  const lessons = new LessonPage(page);
  await lessons.open('add-and-multiply/multiply');
  const frame = lessons.words.getByRole('group', { name: 'Your turn' });
  const field = frame.getByRole('textbox');
  await field.fill('200');
  await field.press('Enter');
  await expect(frame.getByRole('status')).toHaveText(/^Right: /);
  await expect(field).toHaveValue('200');
  const number = page.getByRole('region', { name: 'Numbers to change' }).getByRole('textbox').first();
  await number.fill('1');
  await number.press('Enter');
  await expect(field).toHaveValue('');
  await expect(frame.getByRole('status')).toHaveText('Solved.');
  await field.fill('50');
  await field.press('Enter');
  await expect(frame.getByRole('status')).toHaveText(/^Right: /);
});

test.describe('questions that are answered out of their order', () => {
  // What a step plays is there at once, so that time stands still while an answer is typed.
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('keep the answer above off the graph until it has been given, and then show both', async ({ page }) => {
    const lessons = new LessonPage(page);
    await lessons.open('chain-rule/by-hand');
    const timeline = timelineOfStage(STAGES.byHand);
    const [upper, lower] = ['q', 'y'].map((node) => questionOf(timeline, { what: 'gradient', node, cell: 0 }));
    const frames = lessons.words.getByRole('group', { name: 'Your turn' });
    const answer = async (place: number, typed: string): Promise<void> => {
      await frames.nth(place).getByRole('textbox').fill(typed);
      await page.keyboard.press('Enter');
      await expect(frames.nth(place).getByRole('status')).toHaveText(/^Right: /);
    };
    const middle = lessons.graph.getByRole('button', { name: /^q, Subtract/ });
    // f = (x − y) · z, at x = 3, y = 5 and z = 4.
    await answer(1, '-4');
    const held = frames.nth(1).getByText('The graph does not show this yet: it would give away another answer.');
    await expect(held).toBeVisible();
    await expect.poll(() => lessons.time()).toBe(upper?.before);
    await expect(middle).toHaveAccessibleName('q, Subtract, value −2');
    await answer(0, '4');
    await expect(held).toHaveCount(0);
    await expect.poll(() => lessons.time()).toBe(lower?.reveal);
    await expect(middle).toHaveAccessibleName('q, Subtract, value −2, gradient 4');
  });
});

test('the words of a refused graph show it as the ring that it is', async ({ page }) => {
  const lessons = new LessonPage(page);
  await lessons.open('topological-sort/cycle');
  await expect(lessons.words.getByText('The graph has a cycle: a → b → c → a')).toBeVisible();
  const ring = lessons.words.getByRole('img', { name: 'A ring of arrows: a → b → c → a.' });
  await expect(ring).toBeVisible();
  await expect(ring.locator('[data-kind="stuck"]')).toHaveCount(3);
});

test('a step whose slider is spoken of opens with it in sight', async ({ page }) => {
  for (const [width, height] of [[1440, 900], [1024, 768]] as const) {
    await page.setViewportSize({ width, height });
    const lessons = new LessonPage(page);
    await lessons.open('linear/turning');
    await expect(page.getByRole('slider', { name: 'b', exact: true })).toBeInViewport({ ratio: 1 });
    await lessons.open('stochastic-gradient-descent/choosing');
    await expect(page.getByRole('slider', { name: 'Batch size' })).toBeInViewport({ ratio: 1 });
  }
});

test('before a class, on a wide screen, a small graph is larger, with the same digits', async ({ page }) => {
  const lessons = new LessonPage(page);
  const figures = (): Promise<string[]> => lessons.graph.locator('text').filter({ hasText: /^[−\d.]+$/ }).allTextContents();
  const node = lessons.graph.getByRole('button', { name: /^x, input/ });
  const width = async (): Promise<number> => (await node.boundingBox())?.width ?? NaN;
  await page.setViewportSize({ width: 1280, height: 900 });
  await lessons.open('sigmoid/slope');
  await page.keyboard.press('End');
  await expect(node).toHaveAccessibleName(/gradient 0\.105$/);
  const before = { width: await width(), figures: await figures() };
  expect(before.figures).toContain('0.105');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect.poll(width).toBeGreaterThan(1.25 * before.width);
  expect(await figures()).toEqual(before.figures);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a curve has the slider that moves on it right below', async ({ page }) => {
    const lessons = new LessonPage(page);
    await lessons.open('sigmoid/slope');
    const curve = lessons.words.getByRole('img', { name: /^The curve of the sigmoid/ });
    const slider = lessons.words.getByRole('slider', { name: 'x', exact: true });
    await curve.scrollIntoViewIfNeeded();
    await expect(slider).toBeInViewport({ ratio: 1 });
    await slider.press('Home');
    await expect(curve).toHaveAccessibleName(/At x = −10 /);
  });

  test('the narrowest does not scroll sideways', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const place of ['', 'topological-sort/cycle', 'sigmoid/slope', 'linear/transposed', 'mean-squared-error']) {
      await new LessonPage(page).open(place);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), place).toBe(320);
    }
  });
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
