import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { MiniflowPage } from './page';

/** Trains for twenty epochs, saves the run, and returns the file's name and text. */
async function savedRun(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.trainToTheEnd(20);
  const [download] = await Promise.all([page.waitForEvent('download'), miniflow.button('Save run').click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

async function choose(page: Page, ...texts: readonly string[]): Promise<void> {
  await page.getByLabel('Run file').setInputFiles(texts.map((text, index) => ({ name: `file ${index + 1}.json`, mimeType: 'application/json', buffer: Buffer.from(text) })));
}

test.describe('a run in a file', () => {
  test('is saved, and opened again by another reader: the same parameters, bit for bit', async ({ page, browser }) => {
    const { name, text } = await savedRun(page);
    expect(name).toMatch(/^run-1\b.*\.json$/);
    const other = await browser.newPage();
    const miniflow = new MiniflowPage(other);
    await miniflow.open();
    await choose(other, text);
    await expect(other.getByText(/Replayed 920 steps.+bit for bit/)).toBeVisible();
    expect(await miniflow.stepsTaken()).toBe(920);
    await other.close();
  });

  test('is the same after the page was reloaded: its settings of every time, its branch, its loss at every step', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.trainToTheEnd(10);
    await miniflow.goTo(201);
    await miniflow.type('Learning rate', '0.05');
    await miniflow.type('Batch size', '50');
    await miniflow.button('Branch from here').click();
    await expect.poll(() => miniflow.stepsTaken()).toBe(200);
    await miniflow.trainToTheEnd(10);
    const steps = await miniflow.stepsTaken();
    const losses = (await miniflow.losses()).get('Run 2');
    const [download] = await Promise.all([page.waitForEvent('download'), miniflow.button('Save run').click()]);
    const text = readFileSync(await download.path(), 'utf8');
    await page.reload();
    // The session comes back by itself: both runs.
    const chips = page.getByRole('list', { name: 'Runs' }).getByRole('listitem');
    await expect(chips).toHaveCount(2);
    await expect.poll(() => miniflow.stepsTaken()).toBe(steps);
    await choose(page, text);
    await expect(chips).toHaveCount(3);
    await expect(page.getByText(new RegExp(`Replayed ${steps} steps.+bit for bit`))).toBeVisible();
    const [, kept, opened] = (await miniflow.losses()).values();
    expect(kept).toEqual(losses);
    expect(opened).toEqual(losses);
    await miniflow.goTo(200);
    await expect(miniflow.past).toContainText('It was taken with learning rate 0.01 and batch size 11.');
  });

  test('that diverged diverges again, at the same step', async ({ page }) => {
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.type('Learning rate', '10');
    await page.getByLabel('Pace').selectOption('full speed');
    await miniflow.train.click();
    const sentence = page.getByText(/^At SGD step [\d,]+ .+ became /);
    await expect(sentence).toBeVisible({ timeout: 20_000 });
    const words = (await sentence.textContent()) ?? '';
    const [download] = await Promise.all([page.waitForEvent('download'), miniflow.button('Save run').click()]);
    await choose(page, readFileSync(await download.path(), 'utf8'));
    await expect(page.getByRole('list', { name: 'Runs' }).getByRole('listitem')).toHaveCount(2);
    await expect(sentence).toHaveText(words);
    await expect(page.getByText('bit for bit')).toBeVisible();
  });

  test('that was edited is replayed as it says now, and the page tells', async ({ page }) => {
    const { text } = await savedRun(page);
    await choose(page, text.replace('"learningRate": 0.01', '"learningRate": 0.009'));
    await expect(page.getByText(/Replayed 920 steps, but/)).toBeVisible();
    await expect(page.getByLabel('Learning rate, exactly')).toHaveValue('0.009');
  });

  test('that is damaged is refused with what, where and which value; nothing is lost', async ({ page }) => {
    const { text } = await savedRun(page);
    const picture = readFileSync('public/preview.png').toString('latin1');
    await choose(page, text.slice(0, 400), text.replace('"learningRate": 0.01', '"learningRate": -1'), 'crim,zn\n1,2', text.replace('"version": 1', '"version": 2'), picture, '');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('6 files could not be opened');
    await expect(dialog).toContainText('The file was written by a newer MiniFlow (version 2); this one reads version 1.');
    await expect(dialog).toContainText('The file is empty.');
    await expect(dialog.getByText(/^This is not a run file: it begins with/)).toHaveCount(2);
    await expect(dialog).toContainText(/The file ends too early, in line \d+/);
    await expect(dialog).toContainText('changes[0].learningRate is −1; it must be a number above 0 and at most 10.');
    await expect(dialog).toContainText('This is not a run file: it begins with “c”');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(await new MiniflowPage(page).stepsTaken()).toBe(920);
  });

  test('can be dropped anywhere, and the page says so while it hangs over it', async ({ page }) => {
    const { text } = await savedRun(page);
    const drag = (type: string): Promise<void> =>
      page.evaluate(
        ([kind, content]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([content], 'dropped.json'));
          document.querySelector('header')?.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
        },
        [type, text] as const,
      );
    const hint = page.getByText('Drop to open the run');
    await drag('dragenter');
    await expect(hint).toBeVisible();
    await drag('dragleave');
    await expect(hint).toBeHidden();
    await drag('dragover');
    await drag('drop');
    await expect(hint).toBeHidden();
    await expect(page.getByText(/Replayed 920 steps/)).toBeVisible();
  });
});
