import type { Locator, Page } from '@playwright/test';
import { violationsOf } from './axe';
import { expect, test } from './fixture';
import { MiniflowPage } from './page';

/** Steps that are trained before anything branches: ten epochs. */
const TAKEN = 460;

/** A page on which ten epochs of the lesson were trained, and the losses of their steps. */
async function trained(page: Page): Promise<{ readonly miniflow: MiniflowPage; readonly losses: readonly number[] }> {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.trainToTheEnd(10);
  return { miniflow, losses: (await miniflow.losses()).get('Run 1') ?? [] };
}

/** Branches so that this step is the first that is taken anew, and trains the branch for another five epochs. */
async function branchAt(miniflow: MiniflowPage, step: number, rate?: string): Promise<void> {
  const { page } = miniflow;
  await miniflow.goTo(step);
  if (rate !== undefined) await miniflow.type('Learning rate', rate);
  await miniflow.button('Branch from here').click();
  await expect.poll(() => miniflow.stepsTaken()).toBe(step - 1);
  await expect(miniflow.train).toBeEnabled();
  await miniflow.trainToTheEnd(5);
  // Its own epochs begin where it branches off.
  expect(await miniflow.stepsTaken()).toBeGreaterThanOrEqual(step - 1 + 5 * 46 - 45);
  await expect(page.getByText('Finished')).toBeVisible();
}

/** What is drawn, in words; those are renewed once a second. */
function drawn(page: Page): Locator {
  return page.getByRole('figure', { name: 'Loss curve' }).getByRole('img');
}

function chip(page: Page, name: string): Locator {
  return page.getByRole('list', { name: 'Runs' }).getByRole('button', { name, exact: true });
}

test.describe('a setting that is changed while training goes on', () => {
  test('is marked on the curve at its step, and steps before and after it show what held then', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.unfold('Batches & data');
    await miniflow.type('Epochs', '10000');
    await page.getByLabel('Pace').selectOption('500');
    await miniflow.train.click();
    const epochs = async (): Promise<number> => Number(/^epoch ([\d,]+)/.exec(await page.getByText(/^epoch [\d,]+ of/).innerText())?.[1]);
    const goOn = async (): Promise<void> => {
      const before = await epochs();
      await expect.poll(epochs).toBeGreaterThan(before + 1);
    };
    await goOn();
    await miniflow.type('Learning rate', '0.003');
    await goOn();
    await miniflow.type('Batch size', '50');
    await goOn();
    await page.getByLabel('Data order').selectOption('shuffled');
    await goOn();
    await miniflow.pauseTraining.click();
    await expect(page.getByText('Paused')).toBeVisible();
    await expect(drawn(page)).toHaveAttribute('aria-label', /Marked: step [\d,]+: learning rate 0\.003; step [\d,]+: batch size 50; step [\d,]+: batches shuffled/);
    const marks = (await drawn(page).getAttribute('aria-label')) ?? '';
    const [rate = NaN, size = NaN, order = NaN] = Array.from(marks.split('Marked:')[1]?.matchAll(/step ([\d,]+):/g) ?? [], ([, step = '']) => Number(step.replaceAll(',', '')));

    await miniflow.goTo(size - 1);
    await expect(miniflow.node('X')).toHaveAttribute('aria-label', /11 by 13/);
    await expect(miniflow.past).toContainText('It was taken with batch size 11 and batches drawn with replacement.');
    await miniflow.goTo(size);
    await expect(miniflow.node('X')).toHaveAttribute('aria-label', /50 by 13/);
    await expect(miniflow.past).toContainText('It was taken with batches drawn with replacement.');
    await miniflow.goTo(rate - 1);
    await expect(miniflow.past).toContainText('It was taken with learning rate 0.01, batch size 11 and batches drawn with replacement.');
    await miniflow.goTo(order);
    await expect(miniflow.past).not.toContainText('It was taken with');
    await expect(miniflow.past).toContainText('its loss is the same, bit for bit.');

    await miniflow.goTo(rate - 1);
    await miniflow.button('Set this again').click();
    await expect(miniflow.field('Learning rate')).toHaveValue('0.01');
    await expect(miniflow.field('Batch size')).toHaveValue('11');
    await expect(page.getByLabel('Data order')).toHaveValue('resampled');
    expect(await miniflow.shownStep()).toBe(rate - 1);
  });
});

test.describe('a branch from a step in the past', () => {
  test('with another rate shares what lies before, goes its own way after, and leaves its parent as it was', async ({ page }) => {
    const { miniflow, losses } = await trained(page);
    await expect(page.getByRole('list', { name: 'Runs' })).toBeHidden();
    await branchAt(miniflow, 201, '0.05');
    await expect(chip(page, 'Run 2')).toHaveAttribute('aria-pressed', 'true');
    await expect(drawn(page)).toHaveAttribute('aria-label', /Also shown: Run 1, 460 steps, .+Marked: step 200: branches off from Run 1: learning rate 0\.05$/);

    const both = await miniflow.losses();
    expect(both.get('Run 1')).toEqual(losses);
    const own = both.get('Run 2') ?? [];
    // Step 201 itself has the parameters and the batch of its parent; only its update is another one.
    expect(own.slice(1, 202)).toEqual(losses.slice(1, 202));
    expect(own.slice(202, TAKEN + 1).filter((loss, index) => loss === losses[202 + index])).toEqual([]);

    await miniflow.button('Hide Run 1').click();
    await expect(drawn(page)).not.toHaveAttribute('aria-label', /Also shown/);
    expect([...(await miniflow.losses()).keys()]).toEqual(['Run 2']);

    await chip(page, 'Run 1').click();
    await expect.poll(() => miniflow.stepsTaken()).toBe(TAKEN);
    await expect(miniflow.field('Learning rate')).toHaveValue('0.01');
    await expect(drawn(page)).toHaveAttribute('aria-label', /step 200: Run 2 branches off/);
    await miniflow.goTo(300);
    await expect.poll(() => miniflow.shownLoss()).toBe(losses[300]);
    await chip(page, 'Run 2').click();
    await expect.poll(() => miniflow.stepsTaken()).toBe(own.length - 1);
    await miniflow.goTo(300);
    await expect.poll(() => miniflow.shownLoss()).toBe(own[300]);
  });

  test('without any change is the same run again: the comparison finds distance 0', async ({ page }) => {
    const { miniflow, losses } = await trained(page);
    await branchAt(miniflow, 301);
    const own = (await miniflow.losses()).get('Run 2') ?? [];
    const common = Math.min(own.length, losses.length);
    expect(common).toBeGreaterThan(302);
    expect(own.slice(0, common)).toEqual(losses.slice(0, common));
    await page.getByRole('link', { name: 'Runs' }).click();
    await expect(page.getByText('Identical so far: distance 0 at every step, bit for bit.')).toBeVisible();
    await expect(page.getByText('Nothing: both begin alike, and every step that both have taken was taken with the same settings.')).toBeVisible();
  });

  test('is compared with its parent: what was set otherwise and from where on, no distance before it, and one after', async ({ page }) => {
    const { miniflow } = await trained(page);
    await branchAt(miniflow, 201, '0.05');
    await page.getByRole('link', { name: 'Runs' }).click();
    await expect(page.getByRole('row', { name: 'learning rate 201 0.05 0.01', exact: true })).toBeVisible();
    const distance = page.getByRole('slider', { name: 'Distance at step' });
    await distance.focus();
    await page.keyboard.press('Home');
    const far = new Map<number, number>();
    for (let press = 0; press < 70; press++) {
      const [, step = '', value = ''] = /^before step ([\d,]+): ([\d.e−]+)/.exec((await distance.getAttribute('aria-valuetext')) ?? '') ?? [];
      far.set(Number(step), Number(value.replace('−', '-')));
      await page.keyboard.press('ArrowRight');
    }
    expect(far.size).toBeGreaterThan(20);
    for (const [step, value] of far) {
      if (step <= 201) expect(value, `before step ${step}`).toBe(0);
      else expect(value, `before step ${step}`).toBeGreaterThan(0);
    }
    await expect(page.getByRole('row', { name: /Run 2/ }).first()).toContainText('branch of Run 1 at step 200');
  });

  test('outlives its parent: that is renamed and deleted, and the branch still has its whole past', async ({ page }) => {
    const { miniflow, losses } = await trained(page);
    await branchAt(miniflow, 201, '0.05');
    await page.getByRole('link', { name: 'Runs' }).click();
    await page.getByRole('textbox', { name: 'Name of Run 1' }).fill('the lesson, “as it is”');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Network', exact: true }).click();
    await expect(chip(page, 'the lesson, “as it is”')).toBeVisible();
    await expect(drawn(page)).toHaveAttribute('aria-label', /branches off from the lesson, “as it is”/);
    await page.getByRole('link', { name: 'Runs' }).click();
    await page.getByRole('button', { name: 'Delete the lesson, “as it is”', exact: true }).click();
    await page.getByRole('button', { name: 'Delete the lesson, “as it is” for good' }).click();
    await expect(page.getByText('branch of a run that was deleted at step 200')).toBeVisible();
    await page.getByRole('link', { name: 'Network', exact: true }).click();
    await expect(page.getByRole('list', { name: 'Runs' })).toBeHidden();
    await miniflow.goTo(100);
    await expect.poll(() => miniflow.shownLoss()).toBe(losses[100]);
    await expect(miniflow.past).toContainText('its loss is the same, bit for bit.');
  });
});

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test('axe finds nothing wrong with the page in the past of a branch, nor with its comparison', async ({ page }) => {
      const { miniflow } = await trained(page);
      await branchAt(miniflow, 201, '0.05');
      await miniflow.goTo(150);
      await expect(miniflow.past).toContainText('It was taken with learning rate 0.01.');
      expect(await violationsOf(page)).toEqual([]);
      await page.getByRole('link', { name: 'Runs' }).click();
      await expect(page.getByRole('figure', { name: 'Gradients on the edges' })).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
    });
  });
}
