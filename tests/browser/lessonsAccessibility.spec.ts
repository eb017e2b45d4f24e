import AxeBuilder from '@axe-core/playwright';
import { LESSONS } from '../../src/lessons/lessons';
import { expect, test } from './fixture';
import { LessonPage } from './lessonPage';

const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** What axe finds, one line for each place; around the words, the page is the same from step to step. */
async function violationsOf(lessons: LessonPage, where: 'everywhere' | 'in the words', rules?: string[]): Promise<string[]> {
  const { page } = lessons;
  const axe = where === 'everywhere' ? new AxeBuilder({ page }) : new AxeBuilder({ page }).include('article');
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong with the list in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    const lessons = new LessonPage(page);
    await lessons.open();
    expect(await violationsOf(lessons, 'everywhere')).toEqual([]);
  });
}

for (const { id, title } of LESSONS) {
  test(`axe finds nothing wrong with any step of “${title}”, in both themes, and on a phone nothing scrolls sideways`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await page.setViewportSize(LAPTOP);
    const lessons = new LessonPage(page);
    await lessons.open(id);
    for (const [index, address] of (await lessons.steps()).entries()) {
      await page.goto(address);
      await lessons.ready();
      // What is drawn while it moves is a matter of its own.
      await page.keyboard.press('End');
      const where = index === 0 ? 'everywhere' : 'in the words';
      expect(await violationsOf(lessons, where), address).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      // The other theme differs in nothing but its colours.
      expect(await violationsOf(lessons, where, ['color-contrast']), `${address}, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize(PHONE);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), address).toBe(PHONE.width);
      await page.setViewportSize(LAPTOP);
    }
  });
}

test.describe('for readers who want no motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a step is at its moment at once', async ({ page }) => {
    const lessons = new LessonPage(page);
    await lessons.open('linear/neuron');
    const time = await lessons.time();
    await page.waitForTimeout(700);
    expect([await lessons.time() - time, await page.getByRole('button', { name: 'Play', exact: true }).count()]).toEqual([0, 1]);
  });
});
