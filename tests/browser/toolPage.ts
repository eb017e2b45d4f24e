import { expect, type Locator, type Page } from '@playwright/test';
import { CircuitPage } from './circuitPage';

/** The tools of understanding by the names on their strip, in order. */
export const TOOLS = ['Predict', 'Blame', 'Unfold', 'Nudge', 'Break it', 'Trace', 'Code', 'Words'] as const;

export type ToolTitle = (typeof TOOLS)[number];

/** One page of each kind that has tools, with what stands in its dock while none of them is open. */
export const PLACES = [
  { name: 'the circuit', address: './#circuit', title: 'Charts', lit: [] },
  { name: 'the network', address: './#network', title: 'Charts', lit: [] },
  // A step of a lesson lights what it speaks of as long as no tool lights anything else.
  { name: 'a lesson', address: './#lessons/linear/by-hand', title: 'Inspector', lit: ['W', 'X', 'b', 'edge from W to l', 'edge from X to l', 'edge from b to l', 'l'] },
] as const;

/** A graph with its dock of tools, on whichever page it is. */
export class ToolPage extends CircuitPage {
  readonly dock: Locator;
  readonly strip: Locator;

  constructor(page: Page) {
    super(page);
    // Looked for in the dock alone: a large graph has thousands of parts with names of their own.
    this.dock = page.locator('[data-dock]');
    this.strip = this.dock.getByRole('group', { name: 'Tools of understanding', exact: true });
  }

  /** Opens an address, and waits for its graph and the tools under it. */
  async visit(address: string): Promise<void> {
    await this.page.goto(address);
    await expect(this.graph.locator('[data-form]').first()).toBeVisible();
    await expect(this.strip).toBeVisible();
  }

  /** Opens the circuit with an expression of its own, all of whose gradients are known. */
  async openExpression(text: string): Promise<void> {
    await this.visit('./#circuit');
    await this.typeExpression(text);
    await expect(this.node('f')).toBeVisible();
    await expect(this.page.locator('[inert]')).toHaveCount(0);
  }

  /** The circuit (x + y) · z at x = −2, y = 5, z = −4, so that v₁ = 3 and f = −12. */
  async openProduct(): Promise<void> {
    await this.visit('./#circuit');
    await this.chip('(x + y) * z').click();
    await expect(this.node('z')).toBeVisible();
  }

  /** A button of the strip. */
  tab(title: string): Locator {
    return this.strip.getByRole('button', { name: title, exact: true });
  }

  /** An open tool. */
  tool(title: ToolTitle): Locator {
    return this.dock.getByRole('region', { name: title, exact: true });
  }

  /** Opens a tool, and waits until it has been fetched and stands there. */
  async openTool(title: ToolTitle): Promise<Locator> {
    const tool = this.tool(title);
    if ((await this.tab(title).getAttribute('aria-pressed')) !== 'true') await this.tab(title).click();
    await expect(tool.locator('p, button, input, select').first()).toBeVisible();
    return tool;
  }

  /** Chooses a node by keyboard or finger: whatever its place, it is chosen. */
  async select(id: string): Promise<void> {
    await this.choose(id);
    await expect(this.node(id)).toHaveAttribute('aria-pressed', 'true');
  }

  /** The names of all nodes and wires that are lit: `x`, `edge from x to v1`. */
  async lit(): Promise<readonly string[]> {
    const labels = await this.graph.locator('[data-lit][aria-label]').evaluateAll((parts) => parts.map((part) => part.getAttribute('aria-label') ?? ''));
    return labels.map((label) => label.split(',')[0] ?? '').sort();
  }

  /** What the wires that are lit have written on them. */
  async written(): Promise<string> {
    return (await this.graph.locator('[data-lit]:not([aria-label])').allTextContents()).join(' ');
  }

  /** Where time stands within the iteration, in steps. */
  async time(): Promise<number> {
    return Number(await this.timeline.inputValue());
  }

  /** No tool points at anything any more: what is lit is what the page lights by itself. */
  async expectNoSpotlight(lit: readonly string[] = []): Promise<void> {
    await expect.poll(() => this.lit()).toEqual(lit);
    if (lit.length === 0) await expect(this.graph).not.toHaveAttribute('data-spotlit', '');
  }
}

/** The texts of some formulas as a screen reader reads them, without spaces. */
export async function formulas(within: Locator): Promise<string> {
  return (await within.locator('.katex-mathml').allTextContents()).join(' ').replaceAll(/\s/g, '');
}
