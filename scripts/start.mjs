// @ts-check
import { installMissing, requireNode } from './install.mjs';
import { openInBrowser } from './open.mjs';

requireNode();
await installMissing();

// Imported only now, because before the installation there is nothing to import.
const { build, preview } = await import('vite');

console.log('Building the page …');
try {
  await build({ logLevel: 'warn' });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error('The page could not be built; the reason stands above.');
  process.exit(1);
}

const server = await preview({ logLevel: 'warn' });
const address = server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4173/';
console.log(`\nMiniFlow is at ${address}\nCtrl-C ends it.`);
openInBrowser(address);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    // Not server.close(): it waits for browsers that keep their connections open.
    process.exit(0);
  });
}
