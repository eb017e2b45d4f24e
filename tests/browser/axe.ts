import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

interface Look {
  /** A selector of the part that is looked at; the whole page if it is not said. */
  readonly within?: string;
  /** The rules that are held to; all of them if it is not said. */
  readonly rules?: readonly string[];
}

/** What axe finds wrong with a page, one line for each place. */
export async function violationsOf(page: Page, { within, rules }: Look = {}): Promise<string[]> {
  // There are no frames; without them it needs no second page to put its findings together, and half the time.
  let axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (within !== undefined) axe = axe.include(within);
  if (rules !== undefined) axe = axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
