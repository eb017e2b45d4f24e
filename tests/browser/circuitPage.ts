import { expect, type Locator, type Page } from '@playwright/test';
import { MiniflowPage, readNumber } from './page';

/** The circuit as a reader knows it: by the names of its parts. */
export class CircuitPage extends MiniflowPage {
  readonly expression: Locator;
  readonly gradients: Locator;

  constructor(page: Page) {
    super(page);
    this.expression = page.getByRole('textbox', { name: 'Expression', exact: true });
    this.gradients = page.getByRole('table', { name: 'Gradients', exact: true });
  }

  /** Opens the circuit and waits until its graph is there, with all gradients. */
  override async open(): Promise<void> {
    await this.page.goto('./#circuit');
    await expect(this.sentence).toContainText('backward');
  }

  /** Types a text into the box, in place of what was there. */
  async typeExpression(text: string): Promise<void> {
    await this.expression.fill(text);
  }

  /** The number field of an input. */
  value(input: string): Locator {
    return this.page.getByRole('textbox', { name: input, exact: true });
  }

  slider(input: string): Locator {
    return this.page.getByRole('slider', { name: input, exact: true });
  }

  async setValue(input: string, value: number): Promise<void> {
    await this.value(input).fill(String(value));
    await this.value(input).press('Enter');
  }

  /** What a node of the graph says of itself: its value and its gradient, NaN for one that it does not have. */
  async numbersOf(id: string): Promise<{ value: number; gradient: number }> {
    const label = (await this.node(id).getAttribute('aria-label')) ?? '';
    const after = (word: string): number => readNumber(label.split(`${word} `)[1]?.split(', ')[0] ?? '');
    return { value: after('value'), gradient: after('gradient') };
  }

  /** A row of the gradients' table. */
  row(input: string): Locator {
    return this.gradients.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: input }) });
  }
}
