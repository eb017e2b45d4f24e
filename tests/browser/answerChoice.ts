import type { Locator } from '@playwright/test';
import { expect } from './fixture';
import type { WrittenOption } from './lessonProse';
import { tabTo } from './tabTo';

/** Chooses every wrong answer, then the right one; each has to say why. */
export async function answerChoice(frame: Locator, options: readonly WrittenOption[]): Promise<void> {
  const page = frame.page();
  const radios = frame.getByRole('radio');
  await expect(radios).toHaveCount(options.length);
  const wrong = [...options.keys()].filter((index) => options[index]?.right === false);
  const right = [...options.keys()].filter((index) => options[index]?.right === true);
  expect(wrong.length, 'wrong answers to choose from').toBeGreaterThan(0);
  expect(right, 'one answer is right').toHaveLength(1);

  const check = frame.getByRole('button', { name: 'Check', exact: true });
  await expect(check).toBeDisabled();
  let at = 0;
  await radios.first().focus();
  await page.keyboard.press('Space');
  await expect(radios.first()).toBeChecked();
  for (const index of [...wrong, ...right]) {
    for (; at < index; at++) await page.keyboard.press('ArrowDown');
    for (; at > index; at--) await page.keyboard.press('ArrowUp');
    await expect(radios.nth(index)).toBeChecked();
    await tabTo(check);
    await page.keyboard.press('Enter');
    const isRight = right.includes(index);
    await expect(frame.getByRole('status')).toHaveText(isRight ? '✓ Right.' : '✗ Not that one.');
    // Its own reason, and no other's.
    for (const [other, { why }] of options.entries()) {
      expect(why.length, `the reason of answer ${other + 1} begins with words`).toBeGreaterThan(3);
      const reason = frame.locator('label').nth(other).getByText(why);
      await expect(reason).toHaveCount(other === index ? 1 : 0);
    }
    await expect(frame).toHaveAttribute('data-solved', String(isRight));
    if (!isRight) await tabTo(radios.nth(index), 'Shift+Tab');
  }
}
