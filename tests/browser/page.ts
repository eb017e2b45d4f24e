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

  constructor(readonly page: Page) {
    this.graph = page.getByRole('figure', { name: 'Computation graph', exact: true });
    this.inspector = page.getByRole('region', { name: 'Inspector', exact: true });
    this.sentence = page.getByTestId('sentence');
    this.timeline = page.getByRole('slider', { name: 'Timeline', exact: true });
    this.train = this.button('Train');
    this.pauseTraining = this.button('Pause training');
    this.stepForward = this.button('Step forward');
    this.stepBack = this.button('Step back');
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
