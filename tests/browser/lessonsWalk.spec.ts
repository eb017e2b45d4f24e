import { LESSONS } from '../../src/lessons/lessons';
import { violationsOf } from './axe';
import { expect, test } from './fixture';
import { LessonPage } from './lessonPage';

const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong with the list in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    const lessons = new LessonPage(page);
    await lessons.open();
    expect(await violationsOf(page)).toEqual([]);
  });
}

for (const [number, { id, title }] of LESSONS.entries()) {
  test(`“${title}” is walked to its end by keyboard alone; on the way axe finds nothing wrong in either theme, and on a phone nothing scrolls sideways`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await page.setViewportSize(LAPTOP);
    const lessons = new LessonPage(page);
    await lessons.open(id);
    const steps = await lessons.steps();
    expect(steps.length).toBeGreaterThanOrEqual(4);
    for (const [index, address] of steps.entries()) {
      await expect(page.getByRole('link', { name: new RegExp(`^Step ${index + 1}:`) })).toHaveAttribute('aria-current', 'step');
      await lessons.ready();
      if (index > 0) expect(new URL(page.url()).hash).toBe(address);
      await expect(page.getByText('These words cannot be shown')).toHaveCount(0);
      expect((await lessons.words.innerText()).length).toBeGreaterThan(80);
      // What is drawn while it moves is a matter of its own.
      await page.keyboard.press('End');
      // Around the words, the page is the same from step to step.
      const where = index === 0 ? {} : { within: 'article' };
      expect(await violationsOf(page, where), address).toEqual([]);
      // The other theme differs in nothing but its colours, and those are the same in every step that has something to do.
      if (index === 0 || index === steps.length - 1) {
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violationsOf(page, { ...where, rules: ['color-contrast'] }), `${address}, dark`).toEqual([]);
        await page.emulateMedia({ colorScheme: 'light' });
      }
      await page.setViewportSize(PHONE);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), address).toBe(PHONE.width);
      await page.setViewportSize(LAPTOP);
      // The heading has the focus after a page was turned; Page Down is the page's own key.
      await page.keyboard.press('PageDown');
    }
    const next = LESSONS[number + 1];
    if (next !== undefined) await expect(page).toHaveURL(new RegExp(`#lessons/${next.id}$`));
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
