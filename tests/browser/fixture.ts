import { expect, test as base } from '@playwright/test';

interface Strictness {
  /** What this test brings about on purpose and may therefore happen, as it stands in a problem's text. */
  tolerated: RegExp | undefined;
  /** Everything that went wrong so far, one sentence each. */
  problems: readonly string[];
}

/**
 * Playwright's `test`, under which a page has to be silent: any console error or warning, uncaught error, failed request or request to
 * another origin fails the test. One that provokes such a thing names it: `test.use({ tolerated: /404/ })`.
 */
export const test = base.extend<Strictness>({
  tolerated: [undefined, { option: true }],

  problems: [
    async ({ context, baseURL, tolerated }, use) => {
      const problems: string[] = [];
      const report = (problem: string): void => {
        if (!tolerated?.test(problem)) problems.push(problem);
      };
      const origin = new URL(baseURL ?? '').origin;

      context.on('console', (message) => {
        const kind = message.type();
        if (kind === 'error' || kind === 'warning') report(`console ${kind}: ${message.text()}`);
      });
      context.on('weberror', (error) => report(`uncaught: ${error.error().stack ?? error.error().message}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        const local = url.protocol === 'data:' || url.protocol === 'blob:';
        if (!local && url.origin !== origin) report(`request to another origin: ${request.url()}`);
      });
      context.on('response', (response) => {
        if (response.status() >= 400) report(`response ${response.status()}: ${response.url()}`);
      });
      context.on('requestfailed', (request) => {
        const reason = request.failure()?.errorText ?? 'no reason given';
        // A page that is left or reloaded drops what it was still loading.
        if (reason !== 'net::ERR_ABORTED') report(`request failed (${reason}): ${request.url()}`);
      });

      await use(problems);
      expect(problems, 'the page has to be silent').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
