import { expect, test } from './fixture';
import { MiniflowPage } from './page';

test('by keyboard alone the curve is reached, read and sought on, and what it led to is branched and trained', async ({ page }) => {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.trainToTheEnd(10);
  const losses = (await miniflow.losses()).get('Run 1') ?? [];
  const tabTo = async (name: string): Promise<void> => {
    const reached = (): Promise<boolean> =>
      page.evaluate((wanted) => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') === wanted || element?.textContent.trim() === wanted;
      }, name);
    for (let press = 0; press < 80; press++) {
      await page.keyboard.press('Tab');
      if (await reached()) return;
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await tabTo('Loss at step');
  await page.keyboard.press('Home');
  for (let press = 0; press < 4; press++) await page.keyboard.press('PageUp');
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
  const words = (await miniflow.curve.getAttribute('aria-valuetext')) ?? '';
  const step = Number(/^step (\d+): epoch 5, step loss /.exec(words)?.[1]);
  // Four digits of it are told.
  expect(Math.abs(Number(/step loss ([\d.]+)/.exec(words)?.[1]) / (losses[step] ?? NaN) - 1)).toBeLessThan(5e-4);
  await page.keyboard.press('Enter');
  await expect.poll(() => miniflow.shownStep()).toBe(step);
  await expect(page.getByRole('status').filter({ hasText: `SGD step ${step} of 460, restored` })).toBeVisible();
  await expect(miniflow.curve).toBeFocused();

  await tabTo('Branch from here');
  await page.keyboard.press('Enter');
  await expect.poll(() => miniflow.stepsTaken()).toBe(step - 1);
  await tabTo('Train');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Finished')).toBeVisible();
  // A branch goes to where its parent was to end.
  expect(await miniflow.stepsTaken()).toBe(460);
});

test.describe('for readers who want no motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('old steps are shown, and played into the next one, without anything being in between two moments', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.trainToTheEnd(10);
    await miniflow.goTo(200);
    await miniflow.sentence.click();
    await page.getByRole('slider', { name: 'Speed', exact: true }).fill('3');
    await miniflow.button('Play').click();
    const positions = new Set<string>();
    await expect(async () => {
      positions.add(await miniflow.timeline.inputValue());
      expect(await miniflow.shownStep()).toBe(201);
    }).toPass({ intervals: [15], timeout: 8000 });
    expect([...positions].filter((position) => !Number.isInteger(Number(position)))).toEqual([]);
    expect(positions.size).toBeGreaterThan(2);
  });
});
