import type { Page } from '@playwright/test';

/**
 * Everything on the page, seen or heard, that speaks of numbers as machines do: `NaN`, `undefined`, `Infinity`, ∞. Also
 * what an expression box or a number field holds, and what stands in drawings.
 */
export async function leaks(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said = [document.body.innerText, document.title];
    for (const text of document.querySelectorAll('svg text, svg title, option, output')) said.push(text.textContent);
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'aria-valuetext', 'aria-valuenow', 'aria-valuemin', 'aria-valuemax', 'aria-description', 'title', 'd', 'transform']) {
        said.push(element.getAttribute(name) ?? '');
      }
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) said.push(element.value);
    }
    return said.flatMap((text) => text.split('\n').filter((line) => /NaN|undefined|Infinity|∞|\[object/.test(line)).map((line) => line.slice(0, 120)));
  });
}
