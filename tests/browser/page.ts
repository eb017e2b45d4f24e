import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

/** The page as a reader knows it: by the names of its parts. */
export class MiniflowPage {
  readonly graph: Locator;
  readonly inspector: Locator;
  readonly sentence: Locator;
  readonly timeline: Locator;
  readonly train: Locator;
  readonly pauseTraining: Locator;
  readonly stepForward: Locator;
  readonly stepBack: Locator;
  /** The loss curve, which is the handle of time. */
  readonly curve: Locator;
  /** What stands on the page while a step in the past is shown. */
  readonly past: Locator;

  constructor(readonly page: Page) {
    this.graph = page.getByRole('figure', { name: 'Computation graph', exact: true });
    this.inspector = page.getByRole('region', { name: 'Inspector', exact: true });
    this.sentence = page.getByTestId('sentence');
    this.timeline = page.getByRole('slider', { name: 'Timeline', exact: true });
    this.train = this.button('Train');
    this.pauseTraining = this.button('Pause training');
    this.stepForward = this.button('Step forward');
    this.stepBack = this.button('Step back');
    this.curve = page.getByRole('slider', { name: 'Loss at step', exact: true });
    this.past = page.getByRole('region', { name: 'In the past', exact: true });
  }

  /** Opens the page and waits until the first batch is in the graph. */
  async open(): Promise<void> {
    await this.page.goto('./');
    await expect(this.sentence).toContainText('feed');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** A node of the graph, by its id. */
  node(id: string): Locator {
    return this.graph.locator(`[aria-label^="${id},"]`);
  }

  field(setting: string): Locator {
    return this.page.getByRole('textbox', { name: `${setting}, exactly` });
  }

  /** Unfolds settings that are folded. */
  async unfold(name: string): Promise<void> {
    const summary = this.page.locator('summary').filter({ hasText: name });
    if (!(await summary.evaluate((element) => (element.parentElement as HTMLDetailsElement).open))) await summary.click();
  }

  /** Types a number into a setting. */
  async type(setting: string, text: string): Promise<void> {
    const field = this.field(setting);
    await field.fill(text);
    await field.press('Enter');
  }

  /** A figure beside the loss curve. */
  async figure(name: string): Promise<string> {
    const term = this.page.getByText(name, { exact: true }).locator('xpath=following-sibling::dd');
    return (await term.textContent()) ?? '';
  }

  /** The number of SGD steps that have been taken, as the page says. */
  async stepsTaken(): Promise<number> {
    const text = await this.page.getByText(/SGD steps? taken/).textContent();
    return readNumber(text ?? '');
  }

  /** The number of the SGD step in the graph, as the transport says. */
  async shownStep(): Promise<number> {
    const text = await this.page.getByRole('group', { name: 'Transport' }).getByText(/^SGD step [\d,]+/).first().textContent();
    return readNumber(text ?? '');
  }

  /** The number on the grip of the loss curve's playhead. */
  async playhead(): Promise<number> {
    const grip = this.page.getByRole('figure', { name: 'Loss curve' }).locator('text[text-anchor="middle"]').filter({ hasText: /^(step )?[\d,]+$/ });
    return readNumber((await grip.last().textContent()) ?? '');
  }

  /** Types the number of an SGD step and waits until the graph shows it. */
  async goTo(step: number): Promise<void> {
    const field = this.page.getByRole('textbox', { name: 'SGD step', exact: true });
    await field.fill(String(step));
    await field.press('Enter');
    await expect.poll(() => this.shownStep()).toBe(step);
  }

  /** The loss of the step in the graph, with all its digits. */
  async shownLoss(): Promise<number> {
    if ((await this.node('C').getAttribute('aria-pressed')) !== 'true') {
      if (await this.button('Clear selection').isVisible()) await this.button('Clear selection').click();
      await this.inspector.getByRole('button', { name: 'C', exact: true }).click();
    }
    if ((await this.button('All digits').getAttribute('aria-pressed')) !== 'true') await this.button('All digits').click();
    // The first number is the value, the second its gradient.
    return readNumber((await this.inspector.getByRole('paragraph').filter({ hasText: /^[\d.,]+(e[−\d]+)?$/ }).first().textContent()) ?? '');
  }

  /** The losses of the runs that are drawn, from the chart's file: by the run's name, that of step n at place n. */
  async losses(): Promise<ReadonlyMap<string, readonly number[]>> {
    await this.button('More of the loss chart').click();
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.button('CSV').click()]);
    await this.page.keyboard.press('Escape');
    const losses = new Map<string, number[]>();
    for (const line of readFileSync(await download.path(), 'utf8').split('\r\n').slice(1, -1)) {
      const [run = '', step, , loss] = line.split(',');
      const own = losses.get(run) ?? [];
      own[Number(step)] = Number(loss);
      losses.set(run, own);
    }
    return losses;
  }

  /** How many SGD steps the browser keeps for the next visit, in all runs; NaN if it keeps nothing yet. */
  async keptSteps(): Promise<number> {
    return this.page.evaluate(async () => {
      const answer = async <Result>(request: IDBRequest<Result>): Promise<Result> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => {
            resolve(request.result);
          };
          request.onerror = () => {
            reject(request.error ?? new Error('no reason given'));
          };
        });
      // Whoever opens one that is not there makes it, and empty.
      if (!(await indexedDB.databases()).some(({ name }) => name === 'miniflow')) return NaN;
      const database = await answer(indexedDB.open('miniflow'));
      try {
        const session: unknown = await answer(database.transaction('session').objectStore('session').get('last'));
        return (session as { runs: { steps: number }[] } | undefined)?.runs.reduce((sum, { steps }) => sum + steps, 0) ?? NaN;
      } finally {
        database.close();
      }
    });
  }

  /** Trains and waits for the end. */
  async trainToTheEnd(epochs: number): Promise<void> {
    await this.type('Epochs', String(epochs));
    await this.page.getByLabel('Pace').selectOption('full speed');
    await this.train.click();
    await expect(this.page.getByText('Finished')).toBeVisible({ timeout: 20_000 });
  }
}

/** The first number in a text, as people write it: thousands in groups, a true minus sign. */
export function readNumber(text: string): number {
  const match = /[-−]?\d[\d,]*(\.\d+)?(e[-−]?\d+)?/.exec(text);
  return match === null ? NaN : Number(match[0].replaceAll(',', '').replaceAll('−', '-'));
}
