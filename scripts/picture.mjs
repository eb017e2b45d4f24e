// @ts-check
import { ensureChromium } from './chromium.mjs';
import { installMissing, requireNode } from './install.mjs';

/*
 * Takes the README's pictures from the running app: the network, trained for the lesson's 100 epochs, and the neuron, both in their backward
 * pass; and a step of the past, with a run that branched off from it.
 */

requireNode();
await installMissing();

const { build, preview } = await import('vite');
const { chromium } = await import('@playwright/test');

await build({ logLevel: 'warn' });
const server = await preview({ logLevel: 'warn' });
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
await page.goto(server.resolvedUrls?.local[0] ?? '');
await page.getByLabel('Pace').selectOption('full speed');
await page.getByRole('button', { name: 'Train', exact: true }).click();
await page.getByText('Finished').waitFor();
await page.getByRole('figure', { name: 'Computation graph' }).locator('[aria-label^="s,"]').click();
const forward = page.getByRole('button', { name: 'Step forward', exact: true });
for (let step = 0; step < 19; step++) await forward.click();
await page.mouse.move(700, 600);
await take('public/preview.png');
await page.keyboard.press('Escape');
await seek('1150');
await typeInto('Learning rate, exactly', '0.003');
await page.getByRole('button', { name: 'Branch from here', exact: true }).click();
await page.getByRole('button', { name: 'Train', exact: true }).click();
await page.getByText('Finished').waitFor();
await page.getByRole('button', { name: 'Run 1', exact: true }).click();
await seek('1150');
await take('public/travel.png');
await page.getByRole('link', { name: 'Circuit', exact: true }).click();
await page.getByRole('textbox', { name: 'Expression', exact: true }).waitFor();
const back = page.getByRole('button', { name: 'Step back', exact: true });
for (let step = 0; step < 9; step++) await back.click();
await page.getByRole('figure', { name: 'Computation graph' }).locator('[aria-label^="edge from v5 to v6,"]').click();
await take('public/circuit.png');
await page.goto(`${server.resolvedUrls?.local[0] ?? ''}#lessons/chain-rule`);
await page.getByRole('button', { name: 'Blame', exact: true }).click();
await take('public/lesson.png');
await browser.close();
process.exit(0);

/** @param {string} step */
async function seek(step) {
  await typeInto('SGD step', step);
  await page.getByText(`SGD step ${Number(step).toLocaleString('en')} of`).waitFor();
}

/**
 * @param {string} name
 * @param {string} text
 */
async function typeInto(name, text) {
  const field = page.getByRole('textbox', { name, exact: true });
  await field.fill(text);
  await field.press('Enter');
}

/** @param {string} path */
async function take(path) {
  await page.mouse.move(700, 600);
  // KaTeX arrives with its fonts.
  await page.locator('.katex').first().waitFor();
  await page.waitForTimeout(1500);
  await page.screenshot({ path });
}
