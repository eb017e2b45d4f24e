import { CircuitPage } from './circuitPage';
import { expect, test } from './fixture';
import { readNumber } from './page';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('the journey through a circuit by touch on a phone', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(390);

  await circuit.chip('(x + y) * z').tap();
  expect((await circuit.numbersOf('f')).value).toBe(-12);
  expect(await width()).toBe(390);
  await circuit.slider('x').scrollIntoViewIfNeeded();
  const box = await circuit.slider('x').boundingBox();
  if (box === null) throw new Error('the slider is not on the page');
  await page.touchscreen.tap(box.x + box.width * 0.75, box.y + box.height / 2);
  await expect(circuit.value('x')).toHaveValue(/^2(\.\d+)?$/);
  const x = readNumber(await circuit.value('x').inputValue());
  expect((await circuit.numbersOf('z')).gradient).toBeCloseTo(x + 5, 1);

  await circuit.node('v1').locator('text').first().tap();
  await expect(circuit.node('v1')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Inspect v₁ ↓' }).tap();
  await expect(circuit.inspector.getByRole('heading', { name: 'v₁', exact: true })).toBeInViewport();
  await expect(circuit.inspector).toContainText('−4 × 1 = −4');

  const line = await circuit.timeline.boundingBox();
  if (line === null) throw new Error('the timeline is not on the page');
  await circuit.timeline.scrollIntoViewIfNeeded();
  const placed = (await circuit.timeline.boundingBox()) ?? line;
  await page.touchscreen.tap(placed.x + placed.width * 0.1, placed.y + placed.height / 2);
  await expect(circuit.sentence).toContainText('sort');
  await circuit.stepForward.tap();
  await circuit.button('Next phase').tap();
  await expect(circuit.sentence).toContainText(/sort|feed/);

  await circuit.chip('x⁴ − 3x³ + 2').tap();
  await page.getByLabel('Pace').selectOption('full speed');
  await circuit.button('Descend').tap();
  await expect(circuit.standing).toContainText('x = 2.249965 after 70 iterations');
  expect(await width()).toBe(390);
});

test('long names, long figures and long texts make nothing scroll sideways', async ({ page }) => {
  const circuit = new CircuitPage(page);
  await circuit.open();
  await circuit.button('All digits').tap();
  for (const text of [
    'a_name_as_long_as_names_can_be_when_people_are_very_thorough = exp(3 * another_name_of_remarkable_length)\n1 / a_name_as_long_as_names_can_be_when_people_are_very_thorough',
    Array.from({ length: 30 }, (_, place) => `w${place}*x${place}`).join(' + '),
    'sinn(x_but_not_the_x_that_was_meant_by_anybody)',
  ]) {
    await circuit.typeExpression(text);
    await expect(circuit.sentence).toContainText('backward');
    expect(await page.evaluate(() => document.documentElement.scrollWidth), text).toBe(390);
  }
  await expect(circuit.problem).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
