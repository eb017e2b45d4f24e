import { defineConfig } from 'vitest/config';
import { prose } from './vite.config.ts';

/** What needs PyTorch, which few machines have: `npm run test:torch`. */
export default defineConfig({
  plugins: [prose],
  test: { include: ['tests/**/*.torch.ts'], setupFiles: ['tests/seed.ts'] },
});
