import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    setupFiles: ['tests/seed.ts'],
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
