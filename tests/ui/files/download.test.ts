import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { download } from '../../../src/ui/files/download';

/** What was offered, by its address, and whether the address still holds. */
let offered: Map<string, Blob>;
let clicked: { readonly href: string; readonly download: string; readonly held: boolean }[];

beforeEach(() => {
  offered = new Map();
  clicked = [];
  vi.useFakeTimers();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = `blob:${offered.size + 1}`;
    if (blob instanceof Blob) offered.set(url, blob);
    return url;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void offered.delete(url));
  vi.stubGlobal('document', {
    createElement: () => ({
      href: '',
      download: '',
      click(this: { href: string; download: string }) {
        clicked.push({ href: this.href, download: this.download, held: offered.has(this.href) });
      },
    }),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('download offers the text under its name, and lets go of it once the browser has had its time', async () => {
  download('epoch,loss', 'losses.csv', 'text/csv');
  expect(clicked).toEqual([{ href: 'blob:1', download: 'losses.csv', held: true }]);
  const file = offered.get('blob:1');
  expect(file?.type).toBe('text/csv');
  expect(await file?.text()).toBe('epoch,loss');
  vi.advanceTimersByTime(10_000);
  expect(offered.size).toBe(0);
});
