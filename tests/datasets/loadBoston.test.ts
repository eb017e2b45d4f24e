import { describe, expect, test } from 'vitest';
import { loadBoston, parseBoston } from '../../src/datasets/bostonHousing';
import type { Fetch } from '../../src/datasets/fetchText';
import { bostonText } from './bostonFile';

const URL = 'data/boston-housing.csv';

const answering =
  (body: string, status = 200, statusText = 'OK'): Fetch =>
  () =>
    Promise.resolve(new Response(body, { status, statusText }));

const failing =
  (error: unknown): Fetch =>
  () =>
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a fetch may reject with anything
    Promise.reject(error);

describe('loadBoston', () => {
  test('asks for the address it is given, with the signal it is given, and reads the answer', async () => {
    const { signal } = new AbortController();
    const asked: unknown[] = [];
    const fetch: Fetch = (url, options) => {
      asked.push(url, options.signal);
      return answering(bostonText)(url, options);
    };
    expect(await loadBoston(fetch, URL, signal)).toEqual(parseBoston(bostonText));
    expect(asked).toEqual([URL, signal]);
  });

  test.each([
    [
      'there is no connection',
      failing(new TypeError('Failed to fetch')),
      'Boston housing: data/boston-housing.csv could not be fetched (Failed to fetch); is the server still running?',
    ],
    [
      'the fetch fails with something that is not an error',
      failing('offline'),
      'Boston housing: data/boston-housing.csv could not be fetched (offline); is the server still running?',
    ],
    [
      'the file is not there',
      answering('Not Found', 404, 'Not Found'),
      'Boston housing: data/boston-housing.csv could not be fetched; the server answered 404 Not Found',
    ],
    [
      'the server fails without a word',
      answering('', 500, ''),
      'Boston housing: data/boston-housing.csv could not be fetched; the server answered 500',
    ],
    [
      'the server answers with its start page',
      answering('\n<!doctype html><title>Welcome</title>'),
      'Boston housing: data/boston-housing.csv is a web page, not a CSV file; the file is probably missing on the server',
    ],
    [
      'the file is cut off',
      answering(bostonText.slice(0, 20_000)),
      'Boston housing: row 246 has 11 cells, but the header has 14; the file is probably cut off',
    ],
  ])('says so when %s', async (_, fetch, sentence) => {
    await expect(loadBoston(fetch, URL)).rejects.toMatchObject({ name: 'DataError', message: sentence });
  });

  test('says so when the connection breaks in the middle of the file', async () => {
    const fetch: Fetch = () =>
      Promise.resolve({ ok: true, status: 200, statusText: 'OK', text: () => Promise.reject(new TypeError('terminated')) });
    await expect(loadBoston(fetch, URL)).rejects.toThrow(
      'Boston housing: data/boston-housing.csv could not be fetched (terminated); is the server still running?',
    );
  });

  test("is rejected with the signal's reason when it is aborted", async () => {
    const controller = new AbortController();
    const fetch: Fetch = (_, { signal }) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
    const loading = loadBoston(fetch, URL, controller.signal);
    const reason = new Error('the reader left');
    controller.abort(reason);
    await expect(loading).rejects.toBe(reason);
  });
});
