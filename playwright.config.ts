import { defineConfig } from '@playwright/test';

const port = Number(process.env['PREVIEW_PORT'] ?? 4179);
const address = `http://127.0.0.1:${port}/`;
const onServer = process.env['CI'] !== undefined;

export default defineConfig({
  testDir: 'tests/browser',
  fullyParallel: true,
  forbidOnly: onServer,
  workers: 2,
  retries: 0,
  projects: [
    { name: 'page', testIgnore: 'frames.spec.ts' },
    // Measured alone, after all others: a busy machine drops frames of its own.
    { name: 'frames', testMatch: 'frames.spec.ts', dependencies: ['page'], fullyParallel: false },
  ],
  use: {
    baseURL: address,
    trace: 'off',
    video: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
      // As root there is no sandbox to be had; and a test browser has nothing to fetch but the page.
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
        // In place of Playwright's own list, of which the last counts: what may ask the network, hold the paint of a page, or change its
        // address; and the pages of the address bar, which take a third of the time of every new window and which nobody sees here.
        `--disable-features=${[
          'AvoidUnnecessaryBeforeUnloadCheckSync',
          'HttpsUpgrades',
          'HttpsFirstBalancedModeAutoEnable',
          'MediaRouter',
          'NetworkTimeServiceQuerying',
          'OptimizationHints',
          'PaintHolding',
          'PreconnectToSearch',
          'WebUIOmniboxPopup',
          'WebUIOmniboxAimPopup',
        ].join(',')}`,
      ],
    },
  },
  // The built page as readers get it, policy included. Whoever runs the tests has built it before.
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    url: address,
    // Playwright asks its servers for colours; Node warns when it is also told to have none.
    env: { FORCE_COLOR: '0' },
    reuseExistingServer: !onServer,
  },
});
