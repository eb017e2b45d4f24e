import { expect, type Locator, type Page } from '@playwright/test';
import { MiniflowPage, readNumber } from './page';

/** What stands in a row of the gradients' table. */
export interface GradientCells {
  readonly backprop: string;
  readonly symbolic: string;
  readonly central: string;
}

/** The circuit as a reader knows it: by the names of its parts. */
export class CircuitPage extends MiniflowPage {
  readonly expression: Locator;
  readonly gradients: Locator;
  readonly notes: Locator;
  /** What is wrong with the text, once the reader pauses. */
  readonly problem: Locator;
  /** Where a number was lost. */
  readonly fault: Locator;
  /** How the descent stands and why it ended. */
  readonly standing: Locator;

  constructor(page: Page) {
    super(page);
    this.expression = page.getByRole('textbox', { name: 'Expression', exact: true });
    this.gradients = page.getByRole('table', { name: 'Gradients', exact: true });
    this.notes = page.getByRole('list', { name: 'Notes on the gradients', exact: true });
    this.problem = page.getByRole('status').filter({ hasText: 'Until this is mended, the graph stays as it was.' });
    this.fault = page.getByRole('alert').filter({ hasText: 'Everything that depends on it is unknown.' });
    this.standing = page.getByRole('region', { name: /^Gradient descent on/ }).getByRole('status');
  }

  /** Opens the circuit and waits until its graph is there, with all gradients. */
  override async open(): Promise<void> {
    await this.page.goto('./#circuit');
    await expect(this.sentence).toContainText('backward');
  }

  chip(name: string): Locator {
    return this.page.getByRole('group', { name: 'Examples', exact: true }).getByRole('button', { name, exact: true });
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

  /** The box that lets gradient descent move an input. */
  tick(input: string): Locator {
    return this.page.getByRole('checkbox', { name: `Train ${input}`, exact: true });
  }

  async setValue(input: string, value: number): Promise<void> {
    await this.value(input).fill(String(value));
    await this.value(input).press('Enter');
  }

  /** A wire of the graph. */
  edge(from: string, to: string): Locator {
    return this.graph.locator(`[aria-label^="edge from ${from} to ${to},"]`);
  }

  /** Clicks a node on its sign: figures around it may reach far. */
  async choose(id: string): Promise<void> {
    await this.node(id).locator('text').first().click();
  }

  /** Clicks a wire in its middle, which may lie far from the middle of its box. */
  async chooseEdge(from: string, to: string): Promise<void> {
    const place = await this.edge(from, to).locator('path').first().evaluate((path) => {
      if (!(path instanceof SVGPathElement)) throw new Error('a wire is a path');
      const middle = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM() ?? undefined);
      return { x: middle.x, y: middle.y };
    });
    await this.page.mouse.click(place.x, place.y);
  }

  /** What a node of the graph says of itself: its value and its gradient, NaN for one that it does not have. */
  async numbersOf(id: string): Promise<{ value: number; gradient: number }> {
    const label = (await this.node(id).getAttribute('aria-label')) ?? '';
    const after = (word: string): number => readNumber(label.split(`${word} `)[1]?.split(', ')[0] ?? '');
    return { value: after('value'), gradient: after('gradient') };
  }

  /** What the wires and nodes of the graph say of themselves. */
  async labels(): Promise<readonly string[]> {
    return this.graph.locator('[role="button"]').evaluateAll((parts) => parts.map((part) => part.getAttribute('aria-label') ?? ''));
  }

  /** A row of the gradients' table. */
  row(input: string): Locator {
    return this.gradients.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: input, exact: true }) });
  }

  /** What a row of the gradients' table says, once it has been worked out for the numbers of now. */
  async cells(input: string): Promise<GradientCells> {
    await expect(this.gradients).toHaveAttribute('aria-busy', 'false');
    const [, backprop = '', symbolic = '', central = ''] = await this.row(input).getByRole('cell').allInnerTexts();
    return { backprop, symbolic, central };
  }

  /** Steps forward until the sentence says so. */
  async stepTo(words: string): Promise<void> {
    const steps = Number(await this.timeline.getAttribute('max'));
    for (let step = 0; step < steps; step++) {
      if ((await this.sentence.textContent())?.includes(words) === true) return;
      await this.stepForward.click();
    }
    throw new Error(`no step says "${words}"`);
  }
}
