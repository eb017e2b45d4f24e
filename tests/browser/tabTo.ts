import type { Locator } from '@playwright/test';
import { expect } from './fixture';

/** Few things may lie between two that belong together. */
const MOST = 6;

/** Goes by Tab to what has to be near. */
export async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < MOST; presses++) {
    await target.page().keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target, `within ${MOST} presses of ${key}`).toBeFocused();
}

/** Presses a button by the keyboard. */
export async function pressByKey(button: Locator): Promise<void> {
  await button.focus();
  await expect(button).toBeFocused();
  await button.page().keyboard.press('Enter');
}
