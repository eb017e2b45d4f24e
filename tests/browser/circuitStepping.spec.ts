import { CircuitPage } from './circuitPage';
import { expect, test } from './fixture';

test.describe('stepping through a circuit', () => {
  test('goes through sort, feed, forward, backward and update, and exactly back', async ({ page }) => {
    const circuit = new CircuitPage(page);
    await circuit.open();
    await circuit.chip('two steps').click();
    await page.keyboard.press('Home');
    await expect(circuit.sentence).toContainText('step 0 of 42');
    const look = async (): Promise<string> => [await circuit.sentence.textContent(), ...(await circuit.labels())].join(' | ');
    const seen: string[] = [];
    for (let step = 0; step < 42; step++) {
      seen.push(await look());
      await circuit.stepForward.click();
    }
    await expect(circuit.sentence).toContainText('update · y · step 42 of 42');
    const phases = seen.map((text) => text.split(' · ')[0]);
    expect([...new Set(phases)]).toEqual(['start', 'sort', 'feed', 'forward', 'seed', 'backward', 'update']);
    // Nothing has a value before it is fed or computed, or a gradient before it has come back.
    expect(seen[0]).not.toMatch(/value|gradient/);
    expect(seen[24]).toContain('q, Multiply, value 1');
    expect(seen[24]).not.toContain('f, Multiply, value');
    expect(seen[32]).toContain('f, Multiply, value 1.26');
    expect(seen[32]).not.toContain('gradient');
    for (let step = 41; step >= 0; step--) {
      await circuit.stepBack.click();
      expect(await look()).toBe(seen[step]);
    }
  });

  test('the update moves each trained input by the rate times its gradient', async ({ page }) => {
    const circuit = new CircuitPage(page);
    await circuit.open();
    await circuit.button('All digits').click();
    await circuit.chip('two steps').click();
    await page.keyboard.press('End');
    await circuit.choose('y');
    const gradient = 0.5 * (1.5 * Math.cos(1) + Math.sin(1));
    await expect(circuit.inspector).toContainText(`= ${String(2 - 0.01 * gradient).slice(0, 14)}`);
    expect((await circuit.numbersOf('y')).value).toBeCloseTo(2 - 0.01 * gradient, 12);
  });

  test('by node and by phase it says what all of it came to', async ({ page }) => {
    const circuit = new CircuitPage(page);
    await circuit.open();
    await circuit.chip('(x + y) * z').click();
    await page.keyboard.press('Home');
    for (const what of ['order settled', 'inputs fed', 'all values computed', '∂f/∂f = 1', 'all gradients known']) {
      await page.getByLabel('Step size').selectOption('phase by phase');
      await circuit.stepForward.click();
      await expect(circuit.sentence).toContainText(what);
    }
    // Nothing is trained: after the gradients there is nothing to come.
    await expect(circuit.stepForward).toBeDisabled();
    await page.getByLabel('Step size').selectOption('node by node');
    await circuit.stepBack.click();
    await expect(circuit.sentence).toContainText('backward · f → v₁, z');
    await page.getByRole('list', { name: 'Phases' }).getByRole('button', { name: 'forward' }).click();
    await expect(circuit.sentence).toContainText('forward');
  });

  test('plays to the end by itself, and a slider stops time at the same moment', async ({ page }) => {
    const circuit = new CircuitPage(page);
    await circuit.open();
    await circuit.chip('(x + y) * z').click();
    await page.getByRole('list', { name: 'Phases' }).getByRole('button', { name: 'forward' }).click();
    const start = (await circuit.sentence.textContent()) ?? '';
    await circuit.button('Play').click();
    await expect(circuit.sentence).not.toHaveText(start);
    await circuit.button('Pause').click();
    const moment = await circuit.sentence.textContent();
    await circuit.setValue('x', 3);
    expect(await circuit.sentence.textContent()).toBe(moment);
    expect((await circuit.numbersOf('x')).value).toBe(3);
    await page.getByRole('slider', { name: 'Speed', exact: true }).fill('3');
    await circuit.button('Play').click();
    await expect(circuit.sentence).toContainText('step 28 of 28', { timeout: 8000 });
    await expect(circuit.button('Play')).toBeVisible();
    await expect(circuit.stepForward).toBeDisabled();
    expect((await circuit.numbersOf('f')).value).toBe(-32);
    // Nothing can follow: Play plays the same once more.
    await circuit.button('Play').click();
    await expect(circuit.sentence).not.toContainText('step 28 of 28');
  });
});
