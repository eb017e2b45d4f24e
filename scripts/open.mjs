// @ts-check
import { spawn } from 'node:child_process';

/**
 * Opens an address in the reader's browser where there is a screen; `BROWSER=none` prevents it.
 *
 * @param {string} address
 */
export function openInBrowser(address) {
  if (process.env['CI'] || process.env['BROWSER'] === 'none') return;
  const opener = openerOf(process.platform);
  if (!opener) return;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  // Whoever has no opener still has the address, printed above.
  child.on('error', () => undefined);
  child.unref();
}

/**
 * @param {NodeJS.Platform} platform
 * @returns {[string, ...string[]] | undefined}
 */
function openerOf(platform) {
  if (platform === 'darwin') return ['open'];
  // The empty text is the window's title, which `start` would otherwise take from the address.
  if (platform === 'win32') return ['cmd', '/d', '/c', 'start', '""'];
  if (process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return ['xdg-open'];
  return undefined;
}
