import AxeBuilder from '@axe-core/playwright';
import { LESSONS } from '../../src/lessons/lessons';
import { expect, test } from './fixture';
import { LessonPage } from './lessonPage';

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test('axe finds nothing wrong with the list', async ({ page }) => {
      await new LessonPage(page).open();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });

    for (const { id, title } of LESSONS) {
      test(`axe finds nothing wrong with any step of “${title}”`, async ({ page }) => {
        test.slow();
        const lessons = new LessonPage(page);
        await lessons.open(id);
        for (const [index, address] of (await lessons.steps()).entries()) {
          await page.goto(address);
          await lessons.ready();
          // What is drawn while it moves is a matter of its own.
          await page.keyboard.press('End');
          // Around the words the page stays the same from step to step; what tools show there is looked at with the tools.
          const axe = index === 0 ? new AxeBuilder({ page }) : new AxeBuilder({ page }).include('article');
          // The other theme differs in nothing but its colours.
          const { violations } = await (theme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze();
          expect(violations.flatMap(({ id: rule, nodes }) => nodes.map((node) => `${address} ${rule}: ${node.html}`))).toEqual([]);
        }
      });
    }
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  for (const { id, title } of LESSONS) {
    test(`nothing of “${title}” scrolls sideways`, async ({ page }) => {
      const lessons = new LessonPage(page);
      await lessons.open(id);
      for (const address of await lessons.steps()) {
        await page.goto(address);
        await lessons.ready();
        expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(390);
      }
    });
  }
});

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
