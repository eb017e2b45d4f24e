import { afterEach, describe, expect, test, vi } from 'vitest';
import { copyText } from '../../../src/ui/controls/copyText';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('copyText', () => {
  test('puts the text on the clipboard', async () => {
    const written: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: (text: string) => Promise.resolve(written.push(text)) } });
    expect(await copyText('1,2\n3,4\n')).toBe(true);
    expect(written).toEqual(['1,2\n3,4\n']);
  });

  test('says that nothing was copied where the browser refuses, and where there is no clipboard', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('refused')) } });
    expect(await copyText('1')).toBe(false);
    vi.stubGlobal('navigator', {});
    expect(await copyText('1')).toBe(false);
  });
});
