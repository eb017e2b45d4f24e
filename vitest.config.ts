import { defineConfig } from 'vitest/config';
import { prose } from './vite.config.ts';

export default defineConfig({
  plugins: [prose],
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    setupFiles: ['tests/seed.ts'],
    // Properties look at hundreds of examples, and the machine may be busy; how fast anything is, the benchmarks tell.
    testTimeout: 30_000,
    // By default one core is left idle; nothing else runs beside the tests.
    maxWorkers: '100%',
    // Those run in a real browser, by Playwright.
    exclude: ['tests/browser/**'],
    coverage: {
      provider: 'v8',
      include: ['src/engine/**'],
      reporter: ['text'],
      thresholds: { 'src/engine/**': { branches: 95 } },
    },
  },
});
