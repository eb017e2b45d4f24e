import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { MiniflowPage } from './page';

/** So many steps at least are taken before something happens. */
const ENOUGH = 1000;

/** A page that trains without an end in sight, some thousand steps a second, and has been at it for a while. */
async function training(page: Page): Promise<MiniflowPage> {
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.type('Epochs', '10000');
  await page.getByLabel('Pace').selectOption('5,000 steps / s');
  await miniflow.train.click();
  await expect.poll(() => lossCount(page)).toBeGreaterThan(ENOUGH);
  return miniflow;
}

/** How many losses are drawn, as the words of the curve have it; those are renewed once a second. */
async function lossCount(page: Page): Promise<number> {
  const words = await page.getByRole('figure', { name: 'Loss curve' }).getByRole('img').getAttribute('aria-label');
  return Number(/([\d,]+) steps?\b/.exec(words ?? '')?.[1]?.replaceAll(',', '') ?? 0);
}

async function lossesOf(miniflow: MiniflowPage): Promise<readonly number[]> {
  return (await miniflow.losses()).get('Run 1') ?? [];
}

/** Waits until what was replayed is there, and holds it against what had been there before. */
async function expectBack(miniflow: MiniflowPage, before: readonly number[]): Promise<void> {
  const { page } = miniflow;
  await expect(page.getByText('Paused')).toBeVisible({ timeout: 20_000 });
  expect(before.length).toBeGreaterThan(ENOUGH);
  expect(await miniflow.stepsTaken()).toBeGreaterThanOrEqual(before.length - 1);
  const after = await lossesOf(miniflow);
  expect(after.slice(0, before.length)).toEqual(before);
  // And it goes on from there.
  const steps = await miniflow.stepsTaken();
  await miniflow.goTo(steps + 1);
  await miniflow.button('Step once').click();
  await expect.poll(() => miniflow.stepsTaken()).toBe(steps + 1);
}

test('a worker that has ended in the middle of training is replaced, and the curve is the same to the last bit', async ({ page }) => {
  const miniflow = await training(page);
  // Whatever ended it, the page is not told.
  await page.workers()[0]?.evaluate(() => {
    self.close();
  });
  const before = await lossesOf(miniflow);
  await expect(page.getByText(/The training worker has not answered for 7 seconds and was ended\..+nothing is lost\./)).toBeVisible({ timeout: 15_000 });
  await expectBack(miniflow, before);
  await miniflow.goTo(ENOUGH);
  await expect(miniflow.past).toContainText('its loss is the same, bit for bit.');
  await expect.poll(() => miniflow.shownLoss()).toBe(before[ENOUGH]);
});

test('a tab that is reloaded in the middle of training comes back with every loss as it was', async ({ page }) => {
  const miniflow = await training(page);
  const before = await lossesOf(miniflow);
  await page.reload();
  await expectBack(miniflow, before);
  // Nobody has gone back: the step to come is on the screen.
  await expect(miniflow.past).toBeHidden();
});

test('a tab that has crashed in the middle of training lacks no more than its last moments when it is opened again', async ({ page, context }) => {
  const miniflow = await training(page);
  const before = await lossesOf(miniflow);
  // What was to be written within a second has been.
  await expect.poll(() => lossCount(page)).toBeGreaterThan(before.length + 10_000);
  const crashed = page.waitForEvent('crash');
  await Promise.all([crashed, page.goto('chrome://crash').catch(() => undefined)]);
  const next = await context.newPage();
  await page.close();
  const again = new MiniflowPage(next);
  await next.goto('./');
  await expectBack(again, before);
});

for (const [what, refuse, reason] of [
  [
    'answers with an error when its database is opened',
    () => {
      IDBFactory.prototype.open = function open() {
        const request = new EventTarget() as unknown as IDBOpenDBRequest;
        Object.defineProperty(request, 'error', { value: new DOMException('Corrupted.', 'UnknownError') });
        setTimeout(() => {
          request.onerror?.(new Event('error'));
        });
        return request;
      };
    },
    /its database does not work: Corrupted\./,
  ],
  [
    'finds itself full only when it writes',
    () => {
      IDBObjectStore.prototype.put = function refused(this: IDBObjectStore) {
        const { transaction } = this;
        const request = this.get('anything') as IDBRequest<IDBValidKey>;
        Object.defineProperty(transaction, 'error', { value: new DOMException('Full.', 'QuotaExceededError') });
        request.addEventListener('success', () => {
          transaction.abort();
        });
        transaction.commit = () => undefined;
        return request;
      };
    },
    /its storage is full/,
  ],
] as const) {
  test(`a browser that ${what} is told of in one sentence, and all else works`, async ({ page }) => {
    await page.addInitScript(refuse);
    const miniflow = new MiniflowPage(page);
    await miniflow.open();
    await miniflow.trainToTheEnd(3);
    await expect(page.getByText(/This browser keeps nothing between visits here/)).toHaveCount(1);
    await expect(page.getByText(reason)).toBeVisible();
    await miniflow.goTo(20);
    await expect(miniflow.past).toContainText('its loss is the same, bit for bit.');
  });
}

test('a browser that refuses storage of any kind trains, travels and branches all the same', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('Denied.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get: refuse });
  });
  const miniflow = new MiniflowPage(page);
  await miniflow.open();
  await miniflow.trainToTheEnd(3);
  await expect(page.getByText(/This browser keeps nothing between visits here/)).toHaveCount(1);
  await miniflow.goTo(20);
  await miniflow.button('Branch from here').click();
  await expect.poll(() => miniflow.stepsTaken()).toBe(19);
  await page.reload();
  await expect(miniflow.sentence).toContainText('feed');
  expect(await miniflow.stepsTaken()).toBe(0);
});
