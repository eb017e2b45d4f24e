// @ts-check
// npm run test:torch           the generated PyTorch against the engine, where there is a PyTorch
import { installMissing, requireNode } from './install.mjs';
import { ensurePython } from './python.mjs';
import { runNode } from './run.mjs';

requireNode();
await installMissing();
process.env['NO_COLOR'] = '1';
delete process.env['FORCE_COLOR'];

try {
  const TORCH_PYTHON = await ensurePython('torch', 'python3-torch');
  const args = ['run', '--config', 'vitest.torch.config.ts', ...process.argv.slice(2)];
  process.exitCode = await runNode('node_modules/vitest/vitest.mjs', args, { TORCH_PYTHON });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
