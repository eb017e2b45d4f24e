import { expect, type Locator, type Page } from '@playwright/test';

/** The lessons' pages as a reader finds them. */
export class LessonPage {
  readonly heading: Locator;
  readonly words: Locator;
  readonly graph: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('article').getByRole('heading', { level: 2 });
    this.words = page.getByRole('article');
    this.graph = page.getByRole('figure', { name: 'Computation graph' });
  }

  /** Opens the list, a lesson (`linear`) or a step of one (`linear/neuron`). */
  async open(place = ''): Promise<void> {
    await this.page.goto(`#lessons${place === '' ? '' : `/${place}`}`);
    if (place === '') await expect(this.page.getByRole('heading', { name: 'See backpropagation, one idea at a time' })).toBeVisible();
    else await this.ready();
  }

  /** The step's words and its graph are there. */
  async ready(): Promise<void> {
    await expect(this.heading).toBeVisible();
    await expect(this.graph.locator('[data-form]').first()).toBeVisible();
  }

  /** The addresses of all steps of the lesson that is open, in order. */
  async steps(): Promise<string[]> {
    return this.page
      .getByRole('navigation', { name: 'Steps of this lesson' })
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  }

  /** The time within the iteration, as the timeline slider has it. */
  async time(): Promise<number> {
    return Number(await this.page.getByRole('slider', { name: 'Timeline' }).inputValue());
  }
}
