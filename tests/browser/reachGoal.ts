import type { Locator, Page } from '@playwright/test';
import { expect } from './fixture';
import { pressByKey } from './tabTo';

/** What a reader does to reach a goal; `standing` is where the page says how far it is. */
type Way = (page: Page, standing: Locator) => Promise<void>;

/** How each goal is reached, by `lesson/step/exercise`: first in a way that does not lead there, where there is one. */
const WAYS: Readonly<Record<string, Way>> = {
  'what-is-learned/in-use/train': async (page, standing) => {
    await expect(standing).toContainText('0 of 200 SGD steps');
    await step(page);
    await expect(standing).toContainText('1 of 200 SGD steps');
    await trainTo(page, standing, /✓ [\d,]+ SGD steps taken\./);
  },
  'add-and-multiply/zero/off': async (page, standing) => {
    await expect(standing).toContainText('x is 4 now. Wanted: 0.');
    // From 4 to 0 on a slider from −10 to 10, in hundredths of its range.
    await turn(page, 'x', 'ArrowLeft', 20);
    await expect(standing).toContainText('✓ x is 0.');
  },
  'linear/turning/zero': async (page, standing) => {
    await expect(standing).toContainText('y is 18 now. Wanted: 0.');
    await turn(page, 'b', 'ArrowRight', 1);
    await expect(standing).toContainText('y is 18.4 now. Wanted: 0.');
    // 18.4 further down, on a slider from −30 to 10.
    await turn(page, 'b', 'ArrowLeft', 46);
    await expect(standing).toContainText('✓ y is 0.');
  },
  'mean-squared-error/why-squares/fourfold': async (page, standing) => {
    await expect(standing).toContainText('C is 2.25 now. Wanted: 9.');
    // Four times 1.5² is 3²: from 3.5 to 5, on a slider from −5 to 5.
    await turn(page, 'a', 'ArrowRight', 15);
    await expect(standing).toContainText('✓ C is 9.');
  },
  'gradient-descent/again/arrive': async (page, standing) => {
    await expect(standing).toContainText('The descent has not begun; x = 6.');
    await press(page, 'Step once');
    // 6 − 0.01 · (4 · 6³ − 9 · 6²)
    await expect(standing).toContainText('Under way: x = 0.6 after 1 iteration.');
    await descend(page);
    await expect(standing).toContainText(/✓ It has ended by itself at x = 2\.2499\d+ after \d+ iterations\./);
  },
  'gradient-descent/level-ground/out': async (page, standing) => {
    await descend(page);
    await expect(standing).toContainText('It has ended at x = 0 after 0 iterations, which is not the place.');
    await turn(page, 'x', 'ArrowRight', 10);
    await descend(page);
    await expect(standing).toContainText(/✓ It has ended by itself at x = 2\.249\d+ after \d+ iterations\./);
  },
  'gradient-descent/too-far/runAway': async (page, standing) => {
    await press(page, 'Step once');
    await expect(standing).toContainText('Under way: 1 iteration, every number finite.');
    await descend(page);
    await expect(standing).toContainText(/✓ It has run away: \d+ iterations, and the next step led out of the finite numbers\./);
  },
  'gradient-descent/and-back/arrive': async (page, standing) => {
    await expect(standing).toContainText('This one had ended before this page was opened. Begin anew with Reset.');
    await press(page, 'Reset descent');
    await type(page, 'Learning rate', '0.000001');
    await descend(page);
    await expect(standing).toContainText(/It was stopped at x = [\d.]+ after [\d,]+ iterations, still moving\./);
    await press(page, 'Reset descent');
    await type(page, 'Learning rate', '0.001');
    await descend(page);
    await expect(standing).toContainText(/✓ It has ended by itself at x = 2\.2[45]\d+ after [\d,]+ iterations\./);
  },
  'stochastic-gradient-descent/one-step/steps': async (page, standing) => {
    for (let taken = 0; taken < 5; taken++) {
      await expect(standing).toContainText(`${taken} of 5 SGD steps, counted from when this page was opened.`);
      await step(page);
    }
    await expect(standing).toContainText('✓ 5 SGD steps taken.');
  },
  'stochastic-gradient-descent/the-curve/learned': async (page, standing) => {
    await expect(standing).toContainText('No epoch has ended since this page was opened. Wanted: below 12.');
    await trainTo(page, standing, /✓ Epoch \d+ had a mean loss of 1?\d(\.\d+)?, which is below 12\./);
  },
  'stochastic-gradient-descent/too-large/diverge': async (page, standing) => {
    await expect(standing).toContainText(/SGD steps taken, every number finite\./);
    await type(page, 'Learning rate', '1');
    await press(page, 'Train');
    await expect(standing).toContainText(/✓ Training has diverged at SGD step [\d,]+\./, { timeout: 20_000 });
  },
  'stochastic-gradient-descent/and-back/again': async (page, standing) => {
    await expect(standing).toContainText('No epoch has ended since this page was opened. Wanted: below 20.');
    await press(page, 'As in the lesson');
    await press(page, 'Reset');
    await trainTo(page, standing, /✓ Epoch \d+ had a mean loss of 1?\d(\.\d+)?, which is below 20\./);
  },
};

/** Reaches a goal as its words say. */
export async function reachGoal(place: string, frame: Locator): Promise<void> {
  const way = WAYS[place];
  if (way === undefined) throw new Error(`nobody has said how the goal ${place} is reached`);
  await expect(frame).toHaveAttribute('data-solved', 'false');
  await way(frame.page(), frame);
}

async function press(page: Page, name: string): Promise<void> {
  await pressByKey(page.getByRole('button', { name, exact: true }));
}

/** One SGD step, and waits until the next can be taken. */
async function step(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Step once', exact: true });
  await expect(button).toBeEnabled();
  await press(page, 'Step once');
}

async function turn(page: Page, input: string, key: 'ArrowLeft' | 'ArrowRight', presses: number): Promise<void> {
  await page.getByRole('slider', { name: input, exact: true }).focus();
  for (let count = 0; count < presses; count++) await page.keyboard.press(key);
}

async function type(page: Page, setting: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: `${setting}, exactly` }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function atFullSpeed(page: Page): Promise<void> {
  const pace = page.getByLabel('Pace');
  await pace.focus();
  await page.keyboard.type('full');
  await expect(pace.locator('option:checked')).toHaveText('full speed');
}

async function descend(page: Page): Promise<void> {
  await atFullSpeed(page);
  await press(page, 'Descend');
}

/** Trains to the end, which has to be far enough. */
async function trainTo(page: Page, standing: Locator, words: RegExp): Promise<void> {
  await atFullSpeed(page);
  await press(page, 'Train');
  await expect(standing).toContainText(words, { timeout: 20_000 });
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeEnabled({ timeout: 20_000 });
}
