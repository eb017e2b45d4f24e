import { readFileSync } from 'node:fs';
import { expect, test } from './fixture';
import { MiniflowPage, readNumber } from './page';

interface Golden {
  readonly training: {
    readonly net_13_10_1: {
      readonly epoch_loss: readonly number[];
      readonly first5_step_losses: readonly number[];
      readonly final_weights: Readonly<Record<string, { readonly data: readonly number[] }>>;
    };
  };
}

const golden = (JSON.parse(readFileSync('tests/golden/golden.json', 'utf8')) as Golden).training.net_13_10_1;

test.describe('training', () => {
  test('gives the numbers that NumPy and torch give, read off the page', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.node('C').click();
    await miniflow.button('All digits').click();
    await page.keyboard.press('End');
    const first = golden.first5_step_losses[0] ?? NaN;
    const shown = await miniflow.inspector.getByText(/^743\.\d+$/).first().textContent();
    expect(Math.abs(readNumber(shown ?? '') / first - 1)).toBeLessThan(1e-12);

    await miniflow.trainToTheEnd(20);
    await expect(page.getByText('epoch 20 of 20')).toBeVisible();
    expect(await miniflow.stepsTaken()).toBe(920);
    expect(readNumber(await miniflow.figure('epoch mean'))).toBeCloseTo(golden.epoch_loss[19] ?? NaN, 2);

    await miniflow.node('b2').click();
    const bias = golden.final_weights.b2?.data[0] ?? NaN;
    const weight = await miniflow.inspector.getByText(/5\.17034\d+/).first().textContent();
    expect(Math.abs(readNumber(weight ?? '') / bias - 1)).toBeLessThan(1e-9);
  });

  test('shows the loss fall live, takes new settings while it runs, and stops at any moment', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.type('Epochs', '1000');
    await miniflow.train.click();
    await expect(page.getByText(/epoch ([2-9]|\d{2,}) of 1,000/)).toBeVisible();
    await expect(page.getByText(/steps \/ s · (\d+ min )?\d+ s left/)).toBeVisible();
    const early = readNumber(await miniflow.figure('epoch mean'));
    await miniflow.type('Learning rate', '0.003');
    await miniflow.type('Batch size', '50');
    await expect(page.getByText('Training', { exact: true })).toBeVisible();
    await expect.poll(async () => readNumber(await miniflow.figure('epoch mean'))).toBeLessThan(early);
    await miniflow.pauseTraining.click();
    await expect(page.getByText('Paused')).toBeVisible();
    const steps = await miniflow.stepsTaken();
    await page.waitForTimeout(250);
    expect(await miniflow.stepsTaken()).toBe(steps);
    await expect(miniflow.node('X')).toHaveAttribute('aria-label', /50 by 13/);
    await expect(page.getByText(`SGD step ${(steps + 1).toLocaleString('en-GB')}`, { exact: true })).toBeVisible();
    await miniflow.stepForward.click();
    await expect(miniflow.sentence).toContainText('forward');
  });

  test('can be watched: the graph follows, and stays with whoever takes hold of the transport', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.type('Epochs', '1000');
    await miniflow.train.click();
    const follow = page.getByRole('switch', { name: 'Graph follows the training' });
    await expect(follow).toBeChecked();
    const iteration = page.getByRole('group', { name: 'Transport' }).getByText(/^SGD step [\d,]+$/);
    const before = await iteration.textContent();
    await expect(iteration).not.toHaveText(before ?? '');
    await miniflow.stepBack.click();
    await expect(follow).not.toBeChecked();
    const held = await iteration.textContent();
    await page.waitForTimeout(1600);
    expect(await iteration.textContent()).toBe(held);
    await expect(miniflow.pauseTraining).toBeVisible();
    await follow.check();
    await expect(iteration).not.toHaveText(held ?? '');
  });

  test('takes single steps, starts over with the same seed, and differs with another', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.button('Step once').click();
    await expect.poll(() => miniflow.stepsTaken()).toBe(1);
    const first = await miniflow.figure('step loss');
    expect(readNumber(first)).toBeCloseTo(golden.first5_step_losses[0] ?? NaN, 0);
    await miniflow.button('Reset').click();
    await expect.poll(() => miniflow.stepsTaken()).toBe(0);
    await miniflow.button('Step once').click();
    await expect.poll(() => miniflow.figure('step loss')).toBe(first);
    await miniflow.button('New seed').click();
    await expect(page.getByText('seed 2')).toBeVisible();
    await miniflow.button('Step once').click();
    await expect.poll(() => miniflow.stepsTaken()).toBe(1);
    expect(await miniflow.figure('step loss')).not.toBe(first);
  });

  test('that diverges stops by itself, says where it began and what to try, and tries it on a new run', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.type('Learning rate', '1');
    await page.getByLabel('Pace').selectOption('full speed');
    await miniflow.train.click();
    const note = page.getByRole('alert').filter({ hasText: 'Training diverged' });
    await expect(note).toContainText(/At SGD step \d+ the value of C became infinite/);
    await expect(miniflow.train).toBeDisabled();
    await expect(miniflow.inspector).toContainText('This is infinite');
    await expect(page.getByText(/diverged at step \d+/).first()).toBeVisible();
    await note.getByRole('button', { name: 'Try learning rate 0.01 on a new run' }).click();
    await expect(note).toBeHidden();
    await expect(miniflow.field('Learning rate')).toHaveValue('0.01');
    await expect(page.getByText('Finished')).toBeVisible({ timeout: 20_000 });
    expect(await miniflow.stepsTaken()).toBe(4600);
  });

  test('of another number of hidden units builds another network', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.unfold('Network');
    await miniflow.type('Hidden units', '64');
    await expect(page.getByText('13 → 64 → 1')).toBeVisible();
    await expect(miniflow.node('W1')).toHaveAttribute('aria-label', /13 by 64/);
    await miniflow.type('Batch size', '506');
    await expect(miniflow.node('l1')).toHaveAttribute('aria-label', /506 by 64/);
    for (let phase = 0; phase < 4; phase++) await miniflow.button('Next phase').click();
    await expect(miniflow.sentence).toContainText('step 60 of 60');
  });
});
